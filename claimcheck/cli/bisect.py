"""``claimcheck bisect``: between which two archived copies of a source a passage changed or vanished."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import datetime

import click

from claimcheck.accepted import Acceptance
from claimcheck.archive_room import ArchiveRoom, archive_room
from claimcheck.archived import ArchivedCopy, Lookup, Memento
from claimcheck.archives.bisecting import Split, Stretch, bisect
from claimcheck.archives.finding import refusal_to_tell
from claimcheck.claimsfile import load_claims
from claimcheck.cli.copies import CountingAsker, judge_copies, show_progress
from claimcheck.cli.exits import Exit
from claimcheck.cli.locking import load_lock, lock_option
from claimcheck.cli.memory import Cache, memory_options
from claimcheck.cli.network import Network, network_options
from claimcheck.cli.options import config_option, file_option, split_arguments
from claimcheck.cli.running import Request, check_ids, make_settings
from claimcheck.cli.writing import telling, wants_color, width
from claimcheck.enums import Verdict
from claimcheck.errors import UsageError
from claimcheck.fetchers.addresses import refusal_of_host
from claimcheck.looks import wanted_moment
from claimcheck.model import Claim, ClaimsFile, Finding, Source
from claimcheck.plan import source_key
from claimcheck.ports import Archive
from claimcheck.redaction import redact, redact_finding
from claimcheck.reporters import render_finding
from claimcheck.run_settings import Settings
from claimcheck.text import day_words, printable

_HELD = frozenset({Verdict.SUPPORTED, Verdict.PARTLY_SUPPORTED})
_LACKING = frozenset({Verdict.CONTRADICTED, Verdict.FAILED_VERIFICATION})


@click.command("bisect")
@click.argument("arguments", nargs=-1, metavar="[FILE] ID", required=True)
@click.option("--source", default="", metavar="TEXT", help="Of several sources, the one whose address holds this.")
@file_option
@lock_option
@memory_options
@network_options
@config_option
def command(arguments: tuple[str, ...], source: str, file: str, no_lock: bool, network: Network, cache: Cache) -> int:
    """Say between which two archived copies of a source the passage of a claim changed or vanished, and show both.

    The copies are listed once and then halved, so that of a thousand about a dozen are read. What is looked for is the
    passage accepted in claims.lock, or what the rules call support.
    """
    path, ids = split_arguments(arguments, file)
    if len(ids) != 1:
        raise UsageError("bisect takes the id of one claim", hint=f"claimcheck bisect {ids[0] if ids else 'ID'}")
    claims_file = load_claims(path)
    check_ids(claims_file, ids)
    lock = () if no_lock else load_lock(path, claims_file)
    claim = next(claim for claim in claims_file.claims if claim.id == ids[0])
    chosen = _choose(claim, source)
    alone = replace(claim, sources=(chosen,), require=1, ignore=None)
    request = Request(path, ids, network, cache.beside(path), lock, about_archives=True)
    with telling() as warn:
        settings = make_settings(request, claims_file, warn)
        return asyncio.run(_run(settings, replace(claims_file, claims=(alone,)), lock))


def _choose(claim: Claim, text: str) -> Source:
    """Return the source of a claim that is meant.

    Raises:
        UsageError: none on the web, or more than one.
    """
    found = [source for source in claim.sources if source.path is None and text in source.address]
    if len({source.address for source in found}) == 1:
        return found[0]
    if not found:
        raise UsageError(f"'{claim.id}' has no such source on the web", hint="archives hold copies of the web alone")
    hint = f"name one by a part of its address: --source {redact(found[-1].address)}"
    raise UsageError(f"'{claim.id}' has {len(found)} sources", hint=hint)


async def _run(settings: Settings, claims_file: ClaimsFile, lock: tuple[Acceptance, ...]) -> int:
    claim = claims_file.claims[0]
    source = claim.sources[0]
    async with archive_room(settings) as room:
        counting = CountingAsker(room.asker)
        search = _Search(replace(room, asker=counting), claims_file, source)
        show_progress("listing the copies")
        lookup, archive = await search.list_copies()
        if archive is None or not lookup.mementos:
            click.echo(f"no archived copies of {printable(redact(source.address))}", err=True)
            if lookup.trouble:
                click.echo(f"  {printable(lookup.trouble)}", err=True)
            return Exit.COULD_NOT_CHECK if lookup.trouble else Exit.FINDINGS
        near = wanted_moment(source_key(source), [claim], lock)
        split = await bisect(lookup.mementos, near, search.look)
        show_progress("")
    _tell(claim, source, search, split, counting.count)
    return Exit.OK if split.there is not None else Exit.FINDINGS


@dataclass
class _Search:
    """Reads copies of one source for one claim."""

    room: ArchiveRoom
    claims_file: ClaimsFile
    source: Source
    findings: dict[str, Finding] = field(default_factory=dict)
    """What each copy that was read comes to, by its address in the list."""
    notes: dict[str, str] = field(default_factory=dict)
    _archive: Archive | None = None

    async def list_copies(self) -> tuple[Lookup, Archive | None]:
        """Return the copies in the first archive that has any; or why none said so."""
        troubles = []
        for archive, public in self.room.archives():
            why = refusal_to_tell(self.source, refusal_of_host) if public else ""
            lookup = Lookup(trouble=f"not asked, for {why}") if why else await archive.captures(self.source.address)
            if lookup.mementos:
                self._archive = archive
                return lookup, archive
            if lookup.trouble:
                troubles.append(f"{archive.name}: {lookup.trouble}")
        return Lookup(trouble="; ".join(troubles)), None

    async def look(self, memento: Memento) -> bool | None:
        """Return whether a copy has the passage; none where it cannot be told."""
        show_progress(f"reading the copy of {day_words(memento.day)}")
        if self._archive is None:
            return None
        found = await self._archive.fetch(memento, self.source)
        if found.fetched is None:
            self.notes[memento.uri] = found.note
            return None
        report = await judge_copies(self.room, self.claims_file, {self.source.address: found.fetched})
        finding = self.findings[memento.uri] = _as_copied(redact_finding(report.findings[0]), found.memento or memento)
        drifted = finding.sources[0].drifted
        if drifted is not None and not drifted.stale:
            return drifted.drift.holds
        if finding.verdict in _HELD:
            return True
        return False if finding.verdict in _LACKING else None


def _tell(claim: Claim, source: Source, search: _Search, split: Split, requests: int) -> None:
    """Write what was found: how many copies there are, how many requests it took, and the two on either side."""
    same = "" if split.different == split.captures else f", {split.different:,} of them different from the one before"
    click.echo(f"{printable(claim.id)}  {printable(redact(source.address))}")
    asked = f"{requests:,} request{'' if requests == 1 else 's'}"
    click.echo(f"{split.captures:,} copies{same}; {len(search.findings):,} read, {asked}\n")
    if split.there is None:
        click.echo("No copy that was read has the passage.")
        for uri, note in list(search.notes.items())[:3]:
            click.echo(f"  {printable(uri)}: {printable(note)}")
        return
    if split.changed is None:
        click.echo(f"The newest copy still has it: {_when(split.there)}")
        click.echo(f"  {printable(split.there.last.uri)}")
        return
    between = f"; {split.unread} copies between them cannot be read" if split.unread else ""
    last, first = split.there.last, split.changed.first
    click.echo(f"The passage changed between {_moment(last.at)} and {_moment(first.at)}{between}.")
    for heading, memento, read in (("last with it", last, split.there.first), ("first without", first, first)):
        click.echo(f"\n{heading}: {_moment(memento.at)}" + ("" if memento == read else f"  {printable(memento.uri)}"))
        if (finding := search.findings.get(read.uri)) is not None:
            click.echo(render_finding(finding, color=wants_color(), width=width()), nl=False)
    click.echo("\nIf it came and went more than once, there are other such places.")


def _as_copied(finding: Finding, memento: Memento) -> Finding:
    """Return a finding on a copy that says of its source that it is one, and where."""
    age = f"as captured on {day_words(memento.day)}"
    sources = tuple(replace(s, age=age, copy=ArchivedCopy(memento, decides=True)) for s in finding.sources)
    return replace(finding, sources=sources, tip="")


def _when(stretch: Stretch) -> str:
    return _moment(stretch.last.at)


def _moment(at: datetime) -> str:
    return f"{day_words(at.date())} {at:%H:%M}"
