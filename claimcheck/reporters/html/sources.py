"""The sources of a report, each once: what it is, how it stands, its copies, the claims that rest on it.  Pure."""

from dataclasses import dataclass, field

from claimcheck.enums import StateClass
from claimcheck.model import Report, SourceReport
from claimcheck.reporters.brief import clipped
from claimcheck.reporters.html.claims import archived, claim_id, source_line
from claimcheck.reporters.html.icons import state_icon, verdict_icon
from claimcheck.reporters.html.markup import Markup, element, join, link_to
from claimcheck.reporters.html.passages import dots
from claimcheck.reporters.html.setting import Setting
from claimcheck.reporters.html.strips import look_strip
from claimcheck.reporters.standings import history_words

_ORDER = (StateClass.GONE, StateClass.CANNOT_TELL, StateClass.PRESENT)
_ADDRESS = 300


@dataclass(slots=True)
class Cited:
    """A source, and the numbers of the claims on it."""

    report: SourceReport
    claims: list[int] = field(default_factory=list)


def cited_sources(report: Report) -> list[Cited]:
    """Return the sources, each once, in the order of the file: those that are gone first, those that are there last."""
    found: dict[str, Cited] = {}
    for number, finding in enumerate(report.findings):
        for seen in finding.sources:
            cited = found.setdefault(seen.source.address, Cited(seen))
            cited.claims.append(number)
    return sorted(found.values(), key=lambda cited: _ORDER.index(cited.report.state.state_class))


def sources_list(setting: Setting, cited: list[Cited]) -> Markup:
    """Return the list of these sources."""
    return element("ol", *(_source(setting, one) for one in cited), class_="sources")


def _source(setting: Setting, cited: Cited) -> Markup:
    report, words = cited.report, setting.words
    moved = report.final_url if report.final_url not in {"", report.source.address} else ""
    history = history_words(report)
    details = [
        words.tell(clipped(report.detail, 300)) if report.detail.strip() else None,
        words.tell(history) if history else None,
        element("span", clipped(report.source.publisher, 120)) if report.source.publisher.strip() else None,
    ]
    copies = archived(report, words, judged=False)
    address = clipped(report.source.address, _ADDRESS)
    moved_to = (words.say("now_at"), " ", link_to(moved, clipped(moved, _ADDRESS))) if moved else None
    by = [element("span", words.say("cited_by"), " ", class_="label"), *(_claim(setting, n) for n in cited.claims)]
    return element(
        "li",
        element("p", state_icon(report.state.state_class), source_line(report, words), class_="cite"),
        element("p", address, class_="address"),
        element("p", moved_to, class_="address") if moved_to else None,
        element("p", dots(details), class_="detail") if any(details) else None,
        element("p", dots(copies), class_="place") if copies else None,
        element("p", *by, class_="by"),
        look_strip(report.source.address, setting.report.past, words),
        class_=f"of-{report.state.state_class.value}",
    )


def _claim(setting: Setting, number: int) -> Markup:
    finding = setting.items[number][0]
    unseen = element("span", f" ({setting.words.verdict(finding.verdict)})", class_="unseen")
    name = clipped(finding.claim.id, 60)
    link = element("a", verdict_icon(finding.verdict), name, unseen, href=f"#{claim_id(number)}",
                   class_=f"chip v-{finding.verdict.value}")  # fmt: skip
    return join(link, " ")
