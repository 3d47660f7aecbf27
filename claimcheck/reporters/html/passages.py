"""What a source says of a claim: comparisons → values side by side; evidence → passages in context.  Pure."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from claimcheck.enums import Outcome
from claimcheck.model import Comparison, Considered, Evidence, Finding, SourceReport
from claimcheck.reporters.brief import clipped
from claimcheck.reporters.differences import Pieces, difference
from claimcheck.reporters.html.icons import icon
from claimcheck.reporters.html.markup import Markup, element, join, link_to
from claimcheck.reporters.html.words import Words
from claimcheck.reporters.links import page_address, passage_link
from claimcheck.reporters.on_source import passages_of
from claimcheck.reporters.passage import excerpt

MOST_VALUES = 12
MOST_PASSAGES = 3
MOST_ALSO = 3
PASSAGE = 700
"""Characters of a passage."""
_VALUE = 300
_ROOM = 4_000
"""Characters of a text that are looked at for its marks."""
_ALSO = 240
_AROUND = 200
_ABSENT = {"nothing": "nothing", "other words": "paraphrase"}
_ICONS = {
    Outcome.AGREES: "supported",
    Outcome.WEAKER: "partly_supported",
    Outcome.CONFLICTS: "contradicted",
    Outcome.MISSING: "failed_verification",
}


def values_table(comparisons: Iterable[Comparison], words: Words) -> Markup | None:
    """Return each assertion of the claim beside what its source has in its place; none where there is nothing."""
    rows = list(islice(_rows(comparisons), MOST_VALUES))
    if not rows:
        return None
    head = element(
        "tr",
        element("td"),
        element("th", words.say("the_claim"), scope="col"),
        element("th", words.say("the_source"), scope="col"),
    )
    return element(
        "table",
        element("caption", words.say("values"), class_="unseen"),
        element("thead", head),
        element("tbody", *(_row(comparison, words) for comparison in rows)),
        class_="values",
    )


def _rows(comparisons: Iterable[Comparison]) -> Iterable[Comparison]:
    """Return the comparisons worth a row, each once: that common words agree is not."""
    seen = set()
    for comparison in comparisons:
        key = (comparison.kind, comparison.said, comparison.found, comparison.outcome)
        if key not in seen and not (comparison.kind == "words" and comparison.outcome is Outcome.AGREES):
            seen.add(key)
            yield comparison


def _row(comparison: Comparison, words: Words) -> Markup:
    outcome = comparison.outcome
    shown = difference(
        replace(comparison, said=comparison.said[:_ROOM], found=comparison.found[:_ROOM], note=comparison.note[:_ROOM])
    )
    # Our kinds are few; one that has no word of its own is shown as it is called.
    label = words.find(f"kind_{shown.label}") or shown.label
    said = [_side(shown.said), _notation(shown.said_value, comparison.said, words)]
    found = [
        _side(shown.found) if shown.found else element("span", words.say(_ABSENT[shown.absent]), class_="nothing"),
        _notation(shown.found_value, comparison.found, words),
        element("span", icon(_ICONS[outcome]), words.say(outcome.value), class_="outcome"),
        element("span", words.tell(clipped(shown.note)), class_="note") if shown.note else None,
    ]
    return element(
        "tr",
        element("th", clipped(label, 40), scope="row"),
        element("td", *said),
        element("td", *found),
        class_=f"is-{outcome.value}",
    )


def _side(pieces: Pieces) -> Markup:
    text = "".join(piece for piece, _ in pieces)
    if len(text) > _VALUE:
        return element("span", clipped(text, _VALUE), class_="words", dir="auto")
    return element("span", marked(pieces, "altered"), class_="words", dir="auto")


def _notation(value: str, said: str, words: Words) -> Markup | None:
    """Return a value in the common notation; none where, in the reader's language, the words are it already."""
    told = words.notation(value)
    return element("span", clipped(told, _VALUE), class_="notation") if told.split() != said.split() else None


def marked(pieces: Iterable[tuple[str, bool]], name: str) -> Markup:
    """Return runs of text, the marked ones as marks of this class."""
    return join(element("mark", text, class_=name) if mark else text for text, mark in pieces)


def passages(finding: Finding, report: SourceReport, words: Words) -> Markup | None:
    """Return the passages of one source that decide, in context; none where there are none."""
    found = passages_of(finding, report)
    return join(_passage(evidence, report, words) for evidence in found[:MOST_PASSAGES]) if found else None


def _passage(evidence: Evidence, report: SourceReport, words: Words) -> Markup:
    before, after = clipped(evidence.prefix, _AROUND), clipped(evidence.suffix, _AROUND)
    quote = element(
        "blockquote",
        element("p",
                element("span", f"… {before} ", class_="around") if before else None,
                marked(excerpt(evidence.exact, evidence.deciding, PASSAGE), "deciding"),
                element("span", f" {after} …", class_="around") if after else None,
                lang=report.language or None, dir="auto"),
        class_=f"passage is-{evidence.stance.value}",
    )  # fmt: skip
    places = [
        words.say("page", n=evidence.page) if evidence.page is not None else "",
        words.say("under", section=clipped(evidence.section, 120)) if evidence.section.strip() else "",
    ]
    link = passage_link(report, evidence)
    opened = link_to(link, words.say("open_at")) if link.startswith("http") else None
    return join(quote, element("p", dots([*filter(None, places), opened]), class_="place"))


def source_link(report: SourceReport, words: Words) -> Markup | None:
    """Return the link that opens a source; none of a file."""
    address = page_address(report)
    return link_to(address, words.say("open_source")) if address.startswith("http") else None


def also_looked_at(considered: Iterable[Considered], words: Words) -> Markup | None:
    """Return passages that were looked at and passed over, the best first, and why; none where there are none."""
    passed = sorted((c for c in considered if not c.taken), key=lambda c: -c.score)
    texts = list({clipped(c.text, _ALSO): c for c in reversed(passed)}.items())[::-1][:MOST_ALSO]
    if not texts:
        return None
    items = (
        element("li", element("q", text, dir="auto"), element("span", words.tell(clipped(c.why)), class_="note"))
        for text, c in texts
    )
    return element("details", element("summary", words.count("also", len(texts))), element("ul", *items), class_="also")


def dots(parts: Iterable[Markup | str | None]) -> Markup:
    """Return parts with dots between them."""
    kept = [part for part in parts if part]
    dot = element("span", " · ", class_="dot", aria_hidden="true")
    return join((dot if number else None, part) for number, part in enumerate(kept))
