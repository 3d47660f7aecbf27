"""A run of the pipeline from the command line: Ctrl-C keeps what is known."""

import difflib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import UnknownClaimError
from claimcheck.model import ClaimsFile, Report
from claimcheck.ports import Progress


@dataclass(frozen=True, slots=True)
class Request:
    """What a command asks the pipeline for."""

    file: str
    ids: tuple[str, ...] = ()
    offline: bool = False
    allow_private: tuple[str, ...] = ()


def check_ids(claims_file: ClaimsFile, ids: Collection[str]) -> None:
    """Check that every id names a claim.

    Raises:
        UnknownClaimError: the first that does not, with the nearest that do.
    """
    known = [claim.id for claim in claims_file.claims]
    for wanted in ids:
        if wanted not in known:
            near = difflib.get_close_matches(wanted, known, n=3, cutoff=0.5)
            hint = (
                f"did you mean {' or '.join(near)}?"
                if near
                else f"the file has {len(known)} claims; see their ids in {claims_file.path}"
            )
            raise UnknownClaimError(f"{claims_file.path}: no claim has the id '{wanted}'", hint=hint)


def run(request: Request, claims_file: ClaimsFile, progress: Progress) -> Report:
    """Run the pipeline to its end, or to the first Ctrl-C."""
    # Here, so that help, a mistyped option and a claims file with a mistake wait for neither network nor tables.
    import asyncio  # noqa: PLC0415 - brings ssl and sockets

    from claimcheck.bootstrap import Settings, verifier  # noqa: PLC0415 - the heaviest import of all

    settings = Settings(
        root=Path(request.file).resolve().parent,
        aliases=claims_file.aliases,
        offline=request.offline,
        allow_private=request.allow_private,
    )

    async def run_to_end() -> Report:
        async with verifier(settings, progress) as ready:
            return await ready.verify(claims_file, request.ids)

    return asyncio.run(run_to_end())
