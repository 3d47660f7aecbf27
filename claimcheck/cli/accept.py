"""``claimcheck accept``: a person looks at what a source says of a claim, and stands by it from then on."""

import getpass
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import click

from claimcheck.accepted import Acceptance
from claimcheck.archive_room import saved_copies
from claimcheck.bootstrap import value_reader
from claimcheck.claimsfile import load_claims
from claimcheck.cli.asking import QuitError, ask
from claimcheck.cli.decisions import Wishes, is_settled, objection
from claimcheck.cli.exits import Exit
from claimcheck.cli.locking import load_lock, save_lock
from claimcheck.cli.memory import Cache, memory_options
from claimcheck.cli.network import Network, network_options
from claimcheck.cli.offers import Offer, Signature, offers_of
from claimcheck.cli.options import config_option, file_option, split_arguments
from claimcheck.cli.running import Request, check_ids, run
from claimcheck.cli.writing import telling
from claimcheck.drift import KeptPages, find_passage
from claimcheck.enums import Verdict
from claimcheck.errors import UsageError
from claimcheck.lock import lock_path, read_lock
from claimcheck.model import ClaimsFile, Report
from claimcheck.redaction import redact
from claimcheck.reporters.progress import make_progress
from claimcheck.text import printable


@click.command("accept")
@click.argument("arguments", nargs=-1, metavar="[FILE] [ID]...")
@file_option
@click.option(
    "--yes", is_flag=True, help="Ask nothing: accept what the rules call supported, and of the rest what is named."
)
@click.option("--reason", default="", metavar="TEXT", help="Why; needed where the rules do not call a claim supported.")
@click.option("--by", default="", metavar="NAME", help="Who accepts.  [default: git's user.name, else the user's name]")
@click.option("--update", is_flag=True, help="Accept anew what has drifted since it was accepted.")
@click.option("--passage", default="", metavar="TEXT", help="With --yes and one ID: accept these words of the source.")
@click.option("--prune", is_flag=True, help="Drop what is accepted of claims and sources that the file has no more.")
@memory_options
@network_options
@config_option
def command(  # noqa: PLR0913, PLR0917 - one parameter for each option, as click passes them
    arguments: tuple[str, ...],
    file: str,
    yes: bool,
    reason: str,
    by: str,
    update: bool,
    passage: str,
    prune: bool,
    network: Network,
    cache: Cache,
) -> int:
    """Accept what a source says of a claim: claims.lock keeps the passage, and every later run looks for it.

    On a terminal, each claim is shown with its passage, and asked for. What the rules do not call supported needs a
    reason, which is kept.
    """
    path, ids = split_arguments(arguments, file)
    if passage and (len(ids) != 1 or not yes):
        raise UsageError("--passage goes with --yes and the id of one claim", hint="on a terminal, 'e' edits a passage")
    if not yes and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("accept asks its questions on a terminal", hint="in a script: --yes, and --reason TEXT")
    claims_file = load_claims(path)
    check_ids(claims_file, ids)
    lock = load_lock(path, claims_file)
    desk = _Desk(path, claims_file, {(e.claim_id, e.source): e for e in lock})
    if prune:
        desk.prune()
    kept = KeptPages()
    with telling() as warn, make_progress(sys.stderr) as progress:
        request = Request(path, ids, replace(network, archive="never"), cache.beside(path), lock, kept)
        report = run(request, claims_file, progress, warn=warn)
    if report.interrupted:
        click.echo("interrupted; nothing was accepted", err=True)
        return Exit.INTERRUPTED
    if report.network_down:
        click.echo("the network here is down: nothing could be read, so nothing was accepted", err=True)
        return Exit.COULD_NOT_CHECK
    signature = Signature(by or _user(), datetime.now(tz=UTC).date().isoformat(), " ".join(reason.split()))
    desk.saved = saved_copies(cache.beside(path), {source.address for c in claims_file.claims for source in c.sources})
    desk.settle(
        list(offers_of(report, kept, lock, value_reader())), Wishes(frozenset(ids), signature, update, passage), yes=yes
    )
    desk.tell_unread(report)
    return desk.close()


@dataclass
class _Desk:
    """The lock that is being written, and what has become of each claim."""

    path: str
    claims_file: ClaimsFile
    entries: dict[tuple[str, str], Acceptance]
    saved: Mapping[str, str] = field(default_factory=dict)
    """Copies that were saved of sources before anything was accepted of them."""
    taken: dict[tuple[str, str], Acceptance] = field(default_factory=dict)
    """What was accepted in this run."""
    tally: Counter[str] = field(default_factory=Counter)

    def settle(self, offers: list[Offer], wishes: Wishes, *, yes: bool) -> None:
        """Accept what is accepted, one after the other; asked for, each is in the lock before the next is shown."""
        if wishes.passage:
            # Of several sources, those that have the words are meant.
            offers = [o for o in offers if find_passage(o.seen.document, wishes.passage, value_reader())] or offers
        for offer in offers:
            if is_settled(offer, wishes):
                self.tally["already accepted"] += 1
            elif yes:
                self._decide(offer, wishes)
            else:
                try:
                    self._ask(offer, wishes)
                except QuitError:
                    break
        self.save()

    def _decide(self, offer: Offer, wishes: Wishes) -> None:
        passages = offer.passages
        if wishes.passage:
            found = find_passage(offer.seen.document, wishes.passage, value_reader())
            passages = (found,) if found is not None else ()
        if why := objection(offer, wishes):
            self._leave(offer, why)
        elif not passages:
            self._leave(offer, "the passage is not on the page, word for word" if wishes.passage else _NO_PASSAGE)
        else:
            self._take(offer, offer.signed(passages, wishes.signature), at_once=False)

    def _ask(self, offer: Offer, wishes: Wishes) -> None:
        if offer.drift is not None and not wishes.update:
            self._leave(offer, objection(offer, wishes))
        elif (entry := ask(offer, wishes.signature)) is not None:
            self._take(offer, entry, at_once=True)
        else:
            self.tally["not accepted"] += 1

    def _take(self, offer: Offer, entry: Acceptance, *, at_once: bool) -> None:
        if offer.before is None:
            entry = replace(entry, memento=self.saved.get(entry.source, ""))
        self.taken[entry.claim_id, entry.source] = entry
        if at_once:
            self.save()
        self.tally["accepted" if offer.before is None else "accepted anew"] += 1
        click.echo(f"accepted  {printable(entry.claim_id)}  {printable(entry.source)}")

    def save(self) -> None:
        """Put what was accepted into the lock as it is now: while one is asked, another may accept, or git merge."""
        if self.taken:
            held = {(entry.claim_id, entry.source): entry for entry in read_lock(lock_path(self.path))}
            save_lock(self.path, self.claims_file, (held | self.taken).values())

    def _leave(self, offer: Offer, why: str) -> None:
        self.tally["left out"] += 1
        click.echo(f"left out  {printable(offer.finding.claim.id)}: {printable(why)}")

    def tell_unread(self, report: Report) -> None:
        """Say of which claims nothing could be read: there is nothing to accept of them."""
        for finding in report.findings:
            if finding.verdict is Verdict.UNVERIFIABLE and not any(match.comparisons for match in finding.matches):
                self.tally["not read"] += 1
                click.echo(f"not read  {printable(finding.claim.id)}: {printable(finding.reason)}")

    def prune(self) -> None:
        """Drop what is accepted of claims and sources that the file has no more."""
        cited = {(claim.id, redact(source.address)) for claim in self.claims_file.claims for source in claim.sources}
        gone = [key for key in self.entries if key not in cited]
        for key in gone:
            del self.entries[key]
            click.echo(f"dropped   {printable(key[0])}  {printable(key[1])}")
        if gone:
            save_lock(self.path, self.claims_file, self.entries.values())

    def close(self) -> Exit:
        """Write what became of all, and return the exit code."""
        told = " · ".join(f"{count} {what}" for what, count in self.tally.items())
        click.echo(f"{printable(str(lock_path(self.path)))}: {told or 'nothing to accept'}")
        if self.tally["left out"] or self.tally["not accepted"]:
            return Exit.FINDINGS
        return Exit.COULD_NOT_CHECK if self.tally["not read"] else Exit.OK


_NO_PASSAGE = "the rules found no passage that decides; name one with --passage"


def _user() -> str:
    """Return the name of who accepts: git's, else that of the account."""
    try:
        command = ["git", "config", "user.name"]
        done = subprocess.run(command, check=False, capture_output=True, timeout=_PATIENCE)  # noqa: S603 - a fixed command
        name = done.stdout.decode("utf-8", "replace").strip()
    except (OSError, subprocess.TimeoutExpired):
        name = ""
    try:
        return name or os.environ.get("USER", "") or getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


_PATIENCE = 5
