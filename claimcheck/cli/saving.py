"""What ``claimcheck archive`` saves: each source once, its copy looked at, and the copy's address put into the lock."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import click

from claimcheck.archive_room import ArchiveRoom, note_saved
from claimcheck.archived import Memento, Saved
from claimcheck.archives import LocalArchive
from claimcheck.archives.sameness import holds_secret
from claimcheck.archives.saving import SavePageNow
from claimcheck.cli.copies import judge_copies, show_progress
from claimcheck.cli.exits import Exit
from claimcheck.cli.locking import save_lock
from claimcheck.enums import StateClass, Verdict
from claimcheck.fetchers.addresses import refusal_of_host
from claimcheck.judges.acceptance import vouches
from claimcheck.judges.assertions import merge
from claimcheck.judges.rules import verdict_of
from claimcheck.lock import lock_path, read_lock
from claimcheck.model import Claim, ClaimsFile, Finding, Page, Report, Source, SourceReport
from claimcheck.ports import Archive
from claimcheck.redaction import redact
from claimcheck.text import printable

_SAME = timedelta(minutes=1)
"""Between the moment of a copy that was asked for and that of the one given, within which they are the same."""
_LOST = "without its evidence"


@dataclass
class SavingDesk:
    """What is saved, what becomes of it, and the lock that it is written into."""

    path: str
    claims_file: ClaimsFile
    report: Report
    private: frozenset[str]
    """Addresses of what was read with credentials of the user's own."""
    again: bool = False
    """Whether what has a copy is saved once more."""
    own: bool = False
    """Whether the archive is the user's own, and may be given anything."""
    tally: Counter[str] = field(default_factory=Counter)
    _kept: dict[tuple[str, str], str] = field(default_factory=dict)
    """The address of the copy by claim and source."""

    async def save_all(self, room: ArchiveRoom, saver: SavePageNow | LocalArchive, pages: Mapping[str, Page]) -> None:
        """Save every source of the run that can be, one after the other, and write the lock after each."""
        targets = _targets(self.report)
        for number, seen in enumerate(targets, 1):
            address = seen.source.address
            if why := self._objection(seen):
                self._tell("left out", address, why)
                continue
            saved = await self._save(saver, pages, address, f"{number}/{len(targets)}")
            if saved.memento is not None:
                archive = saver if isinstance(saver, LocalArchive) else room.wayback()
                await self._check(room, archive, seen.source, saved.memento)
                self._write()
                continue
            self._tell("not saved", address, saved.trouble + ("; run again later" if saved.again else ""))
            if saved.stop:
                break

    async def _save(
        self, saver: SavePageNow | LocalArchive, pages: Mapping[str, Page], address: str, count: str
    ) -> Saved:
        if isinstance(saver, SavePageNow):
            return await saver.save(address, lambda words: show_progress(f"{count}  {redact(address)}  {words}"))
        page = pages.get(address)
        if page is None:
            return Saved(trouble="it was not read whole")
        return Saved(saver.save(address, page, datetime.now(tz=UTC)))

    def _objection(self, seen: SourceReport) -> str:
        """Return why a source is not to be saved; empty where it is."""
        address = seen.source.address
        if seen.state.state_class is not StateClass.PRESENT:
            return f"it is not there: {seen.state.label}"
        entries = [entry for entry in read_lock(lock_path(self.path)) if entry.source == redact(address)]
        if entries and all(entry.memento for entry in entries) and not self.again:
            return f"saved already: {entries[0].memento}"
        if self.own:
            return ""
        if address in self.private or seen.source.headers_from:
            return "it is read with credentials of your own, and is not for everyone"
        if holds_secret(address):
            return "its address holds a secret"
        kind = refusal_of_host(urlsplit(address).hostname or "")
        return f"its address is {kind}" if kind else ""

    async def _check(self, room: ArchiveRoom, archive: Archive, source: Source, memento: Memento) -> None:
        """Say whether a copy holds the evidence of every claim on its source; where it does, note it for the lock."""
        found = await archive.fetch(memento, source)
        before = [f for f in self.report.findings if f.verdict is not Verdict.IGNORED and _place(f, source) is not None]
        if found.fetched is None or found.memento is None or abs(found.memento.at - memento.at) > _SAME:
            self._note(room, [finding.claim for finding in before], source, memento)
            self._tell("saved", source.address, f"{memento.uri}\n           not to be read there yet: look again later")
            return
        alone = [replace(f.claim, sources=(source,), require=1, ignore=None) for f in before]
        judged = await judge_copies(
            room, replace(self.claims_file, claims=tuple(alone)), {source.address: found.fetched}
        )
        held = [f.claim for f, now in zip(before, judged.findings, strict=True) if _same(f, now, source)]
        self._note(room, held, source, memento)
        lost = [finding.claim.id for finding in before if finding.claim not in held]
        if lost:
            self._tell(_LOST, source.address, f"{memento.uri}\n           it does not hold that of {', '.join(lost)}")
        else:
            self._tell("saved", source.address, memento.uri)

    def _note(self, room: ArchiveRoom, claims: Iterable[Claim], source: Source, memento: Memento) -> None:
        note_saved(room.memory, source.address, memento.uri, room.settings.now())
        for claim in claims:
            self._kept[claim.id, redact(source.address)] = memento.uri

    def _write(self) -> None:
        """Write the copies into the lock as it is now."""
        entries = read_lock(lock_path(self.path))
        changed = tuple(replace(e, memento=self._kept.get((e.claim_id, e.source), e.memento)) for e in entries)
        if changed != entries:
            save_lock(self.path, self.claims_file, changed)

    def _tell(self, what: str, address: str, words: str) -> None:
        self.tally[what] += 1
        show_progress("")
        lines = "\n".join(map(printable, redact(words).split("\n           ")))
        click.echo(f"{what:9}  {printable(redact(address))}\n           " + lines.replace("\n", "\n           "))

    def close(self) -> Exit:
        """Write what became of all, and return the exit code."""
        locked = {(entry.claim_id, entry.source) for entry in read_lock(lock_path(self.path))}
        without = sorted({claim_id for claim_id, source in self._kept if (claim_id, source) not in locked})
        if without:
            told = ", ".join(map(printable, without))
            click.echo(f"not in the lock, for nobody has accepted them yet: {told} ('claimcheck accept')")
        told = " · ".join(f"{count} {what}" for what, count in self.tally.items() if count)
        click.echo(f"archive: {told or 'nothing to save'}")
        if self.tally["not saved"]:
            return Exit.COULD_NOT_CHECK
        return Exit.FINDINGS if self.tally[_LOST] else Exit.OK


def _targets(report: Report) -> list[SourceReport]:
    """Return the sources of a run that are on the web, each once."""
    seen: dict[str, SourceReport] = {}
    for finding in report.findings:
        for source in finding.sources:
            if source.source.path is None:
                seen.setdefault(source.source.address, source)
    return list(seen.values())


def _place(finding: Finding, source: Source) -> int | None:
    """Return which of a finding's sources one is; none where it is none of them."""
    return next((n for n, seen in enumerate(finding.sources) if seen.source.address == source.address), None)


def _same(before: Finding, now: Finding, source: Source) -> bool:
    """Return whether a copy says of a claim what its source says, and has what was accepted of it."""
    place = _place(before, source)
    if place is None or place >= len(before.matches) or not now.matches:
        return False
    accepted = before.sources[place].drifted
    if accepted is not None and vouches(accepted) and not vouches(now.sources[0].drifted):
        return False
    return verdict_of(merge([before.matches[place]])) is verdict_of(merge([now.matches[0]]))
