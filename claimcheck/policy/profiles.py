"""Profiles: sets of options by the occasion on which claims are verified.  A table.

- ``publish``: before an article goes out, whatever its writer can mend now: a claim that does not hold, a source that
  is gone, has moved or has drifted, an ``ignore`` that has ended; and what could not be checked is said by exit code 3.
- ``pr``: on a change, what the change brings, and what is newly broken; it asks for ``--since``.
- ``cron``: at night, only what is certain: a source that says otherwise or says it no more, what was accepted and no
  longer holds, a source that was found gone often enough to be confirmed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Profile:
    """The options that a profile stands for."""

    fail_on: tuple[str, ...]
    strict: bool = False
    needs_since: bool = False


PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        "publish": Profile(
            ("contradicted", "failed_verification", "partly_supported", "gone", "drift", "warning", "S101", "V251"),
            strict=True,
        ),
        "pr": Profile(("contradicted", "failed_verification", "partly_supported", "gone", "drift"), needs_since=True),
        "cron": Profile(("contradicted", "failed_verification", "drift", "gone_confirmed")),
    }
)
