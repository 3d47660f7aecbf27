"""The dialogue of ``claimcheck accept`` on a terminal: the claim, the passage, the difference, and a question."""

from dataclasses import replace

import click

from claimcheck.accepted import Acceptance, Passage
from claimcheck.bootstrap import value_reader
from claimcheck.cli.offers import Offer, Signature, candidates_of
from claimcheck.cli.writing import wants_color, width
from claimcheck.drift import find_passage
from claimcheck.enums import Verdict
from claimcheck.reporters import render_finding
from claimcheck.text import printable

_QUESTION = "accept?  y yes · n no · s skip · e edit the passage · c choose another · q quit"


class QuitError(Exception):
    """Whoever is asked wants to be asked no more."""


def ask(offer: Offer, signature: Signature) -> Acceptance | None:
    """Show what there is to accept and ask; return the acceptance, or none.

    Raises:
        QuitError: the answer is to stop.
    """
    click.echo(render_finding(offer.finding, color=wants_color(), width=width()))
    passages = offer.passages or candidates_of(offer, value_reader())[:1]
    if not offer.passages:
        click.echo("  the rules found no passage that decides; this one is the nearest" if passages else "")
    while True:
        _show(offer, passages)
        answer = click.prompt(_QUESTION, prompt_suffix=" > ", default="", show_default=False).strip().lower()[:1]
        match answer:
            case "y" if passages:
                return offer.signed(passages, _with_reason(offer, signature))
            case "y":
                click.echo("  there is no passage to accept: e edits one, s skips")
            case "n" | "s":
                return None
            case "e":
                passages = _edit(offer) or passages
            case "c":
                passages = _choose(offer) or passages
            case "q":
                raise QuitError
            case _:
                click.echo("  one of y, n, s, e, c, q")


def _show(offer: Offer, passages: tuple[Passage, ...]) -> None:
    click.echo(f"passage of {printable(offer.report.source.address)}")
    for passage in passages:
        click.echo(f"  “{printable(passage.exact)}”")
        for value in passage.values:
            click.echo(f"    {printable(value)}")
    if not passages:
        click.echo("  none")


def _edit(offer: Offer) -> tuple[Passage, ...]:
    words = click.prompt("the passage in the source's words (… stands for what is between)", default="")
    found = find_passage(offer.seen.document, words, value_reader()) if words.strip() else None
    if found is None:
        click.echo("  these words are not on the page; nothing is changed")
    return (found,) if found is not None else ()


def _choose(offer: Offer) -> tuple[Passage, ...]:
    candidates = candidates_of(offer, value_reader())
    for number, passage in enumerate(candidates, 1):
        click.echo(f"  {number}  “{printable(passage.exact)}”")
    if not candidates:
        click.echo("  no other passage was considered")
        return ()
    answer = click.prompt("which", default="", show_default=False).strip()
    if not answer.isdecimal() or not 1 <= int(answer) <= len(candidates):
        click.echo("  none of these; nothing is changed")
        return ()
    return (candidates[int(answer) - 1],)


def _with_reason(offer: Offer, signature: Signature) -> Signature:
    """Ask for a reason where the rules do not call the claim supported."""
    why = signature.why
    if offer.verdict is not Verdict.SUPPORTED and not why:
        click.echo(f"  the rules call it {offer.verdict.label}; the reason is kept in the lock")
    while offer.verdict is not Verdict.SUPPORTED and not why.strip():
        why = click.prompt("why it is right all the same", default="", show_default=False)
    return replace(signature, why=" ".join(why.split()))
