"""Profiles: sets of options by the occasion on which claims are verified.  A table.

- ``publish``: before an article goes out, whatever its writer can mend now: a claim that does not hold, a source that
  is gone, has moved or has drifted, an ``ignore`` that has ended; and what could not be checked is said by exit code 3.
- ``pr``: on a change, what the change brings, and what is newly broken; it asks for ``--since``.
- ``cron``: at night, only what has become of sources: one that no longer says what was accepted, or what earlier runs
  found in it, and one that was found gone often enough to be confirmed.  What never held was for those to mend who
  wrote it: a check that is red for it every night is switched off.
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
        "cron": Profile(("drift", "gone_confirmed")),
    }
)
