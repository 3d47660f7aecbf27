"""The article as people read it: blocks of text, the claims in them highlighted, what no claim covers hinted.  Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from claimcheck.enums import Role, Verdict
from claimcheck.model import Block, Document, Span
from claimcheck.reporters.brief import clipped
from claimcheck.reporters.html.claims import claim_id
from claimcheck.reporters.html.icons import verdict_icon
from claimcheck.reporters.html.markup import LONGEST, Markup, element, join
from claimcheck.reporters.html.setting import Setting
from claimcheck.text import fold, printable

_WORST_FIRST = (
    Verdict.CONTRADICTED,
    Verdict.FAILED_VERIFICATION,
    Verdict.PARTLY_SUPPORTED,
    Verdict.UNVERIFIABLE,
    Verdict.SUPPORTED,
    Verdict.IGNORED,
)
_ELEMENTS = {Role.HEADING: "h3", Role.QUOTE: "blockquote"}
MOST_BLOCKS = 4_000
"""Blocks of an article that are shown; the longest that are read by people have a few hundred."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A run of the article's text that is more than text: one or several claims, or a sentence without any."""

    span: Span
    claims: tuple[int, ...] = ()
    """The numbers of the claims, that with the worst verdict first; none where no claim covers the sentence."""


class ArticlePage:
    """Writes the article of one report."""

    def __init__(self, setting: Setting, document: Document) -> None:
        self._setting = setting
        self._document = document
        self._spots = sorted((*self._claimed(), *map(_Spot, setting.uncovered)), key=lambda spot: spot.span)

    def render(self) -> Markup:
        """Return the text of the article, without what stands round it on its page."""
        blocks = [block for block in self._document.blocks if not block.role.is_boilerplate][:MOST_BLOCKS]
        if blocks and blocks[0].role is Role.HEADING and self._is_title(blocks[0]):
            blocks = blocks[1:]
        return join(self._group(role, group) for role, group in groupby(blocks, key=lambda block: block.role))

    def _is_title(self, block: Block) -> bool:
        return fold(printable(self._document.text[slice(*block.span)])) == fold(printable(self._document.title))

    def _claimed(self) -> Iterator[_Spot]:
        """Return the claims' places, those that overlap as one."""
        cluster: list[int] = []
        begin = end = 0
        for place in self._setting.places:
            if cluster and place.span[0] >= end:
                yield _Spot((begin, end), self._ranked(cluster))
                cluster = []
            if not cluster:
                begin, end = place.span
            cluster.append(place.claim)
            end = max(end, place.span[1])
        if cluster:
            yield _Spot((begin, end), self._ranked(cluster))

    def _ranked(self, claims: Iterable[int]) -> tuple[int, ...]:
        return tuple(sorted(claims, key=lambda number: _WORST_FIRST.index(self._setting.items[number][0].verdict)))

    def _group(self, role: Role, blocks: Iterable[Block]) -> Markup:
        match role:
            case Role.LIST_ITEM:
                return element("ul", *(element("li", self._text(block.span)) for block in blocks))
            case Role.TABLE_ROW:
                rows = (element("tr", *(element("td", cell) for cell in self._cells(block))) for block in blocks)
                return element(
                    "div", element("table", element("tbody", *rows)), class_="wide", tabindex=0, role="group"
                )
            case _:
                name = _ELEMENTS.get(role, "p")
                kind = role.value if role in {Role.CAPTION, Role.CORRECTION} else None
                return join(element(name, self._text(block.span), class_=kind) for block in blocks)

    def _cells(self, block: Block) -> Iterator[Markup]:
        spans = [cell.span for cell in block.cells] or [block.span]
        return (self._text(span) for span in spans)

    def _text(self, span: Span) -> Markup:
        """Return a run of the text with the spots in it."""
        parts: list[str | Markup] = []
        at, stop = span
        for spot in self._spots_in(span):
            parts += [*self._plain((at, spot.span[0])), self._spot(spot)]
            at = spot.span[1]
        return join(parts, self._plain((at, stop)))

    def _spots_in(self, span: Span) -> list[_Spot]:
        return [spot for spot in self._spots if span[0] <= spot.span[0] and spot.span[1] <= span[1]]

    def _plain(self, span: Span) -> list[str]:
        text = self._document.text[slice(*span)]
        return [text[begin : begin + LONGEST] for begin in range(0, len(text), LONGEST)]

    def _spot(self, spot: _Spot) -> Markup:
        words = self._setting.words
        text = self._plain(spot.span)
        if not spot.claims:
            return element("span", text, element("span", f" ({words.say('uncovered_mark')})", class_="unseen"),
                           class_="uncovered")  # fmt: skip
        first, *others = spot.claims
        verdict = self._setting.items[first][0].verdict
        # The icon stays with the last word: alone at the beginning of a line it would belong to nothing.
        before, space, last = (text[-1] if text else "").rpartition(" ")
        link = element(
            "a",
            text[:-1],
            f"{before}{space}",
            element("span", last, verdict_icon(verdict), class_="tail"),
            element("span", f" ({words.verdict(verdict)})", class_="unseen"),
            class_=f"spot v-{verdict.value}",
            id=f"place-{first + 1}",
            href=f"#{claim_id(first)}",
            data_claims=" ".join(str(number + 1) for number in spot.claims),
        )
        return join(link, map(self._marker, others))

    def _marker(self, number: int) -> Markup:
        finding = self._setting.items[number][0]
        label = f"{self._setting.words.verdict(finding.verdict)}: {clipped(finding.claim.text, 120)}"
        return element(
            "a",
            verdict_icon(finding.verdict),
            class_=f"marker v-{finding.verdict.value}",
            id=f"place-{number + 1}",
            href=f"#{claim_id(number)}",
            aria_label=label,
            data_claims=number + 1,
        )
