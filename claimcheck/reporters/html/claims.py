"""A claim as a card: its verdict, its words, what its source says instead, and where it says so.  Pure."""

from itertools import zip_longest

from claimcheck.archived import ArchivedCopy
from claimcheck.enums import Severity, State, StateClass, Verdict
from claimcheck.model import Finding, Match, Ruling, SourceReport
from claimcheck.reporters.brief import clipped
from claimcheck.reporters.differences import mark_said
from claimcheck.reporters.drifts import drift_words
from claimcheck.reporters.html.icons import icon, state_icon, verdict_icon
from claimcheck.reporters.html.markup import Markup, element, join, link_to
from claimcheck.reporters.html.passages import (
    also_looked_at,
    dots,
    marked,
    passages,
    source_link,
    values_table,
)
from claimcheck.reporters.html.setting import Setting
from claimcheck.reporters.html.strips import claim_strip
from claimcheck.reporters.html.words import Words
from claimcheck.reporters.on_source import comparisons_on
from claimcheck.reporters.wording import host_of

LONGEST_CLAIM = 3_000
_TITLE = 160
_ID = 120


def claim_id(number: int) -> str:
    """Return the id of a claim's card on the page."""
    return f"claim-{number + 1}"


def card(setting: Setting, number: int) -> Markup:
    """Return the card of a finding."""
    finding, ruling = setting.items[number]
    words, name = setting.words, claim_id(number)
    states = dict.fromkeys(report.state.value for report in finding.sources)
    return element(
        "article",
        _head(finding, ruling, words),
        _claim(setting, number),
        _reason(finding, words),
        element("div", *_sources(finding, words), class_="evidence"),
        claim_strip(finding.claim, setting.report.past, words),
        class_=f"card v-{finding.verdict.value}",
        id=name,
        tabindex=-1,
        aria_labelledby=f"{name}-text",
        data_verdict=finding.verdict.value,
        data_states=" ".join(states),
        data_codes=" ".join(finding.codes),
        data_fails=bool(ruling and ruling.fails),
        data_look=setting.needs_a_look(number),
    )


def badge(finding: Finding, words: Words) -> Markup:
    """Return a verdict, as an icon and in words."""
    accepted = f" ({words.say('accepted')})" if finding.rules_verdict is not None else ""
    return element("span", verdict_icon(finding.verdict), words.verdict(finding.verdict), accepted, class_="badge")


def _head(finding: Finding, ruling: Ruling | None, words: Words) -> Markup:
    claim = finding.claim
    weighs = "" if claim.severity is Severity.ERROR else words.say(f"severity_{claim.severity.value}")
    fails = words.say("fails") if ruling is not None and ruling.fails else ""
    excused = words.say("excused", why=clipped(ruling.excuse)) if ruling is not None and ruling.excuse else ""
    asides = [element("span", aside, class_="aside") for aside in (fails, excused, weighs) if aside]
    file_name = claim.location.file.replace("\\", "/").rpartition("/")[2]
    where = element(
        "span",
        element("span", clipped(claim.id, _ID), class_="name"),
        " ",
        element("span", f"{clipped(file_name, _ID)}:{claim.location.line}", class_="line"),
        class_="where",
    )
    return element("div", badge(finding, words), *asides, where, class_="head")


def _claim(setting: Setting, number: int) -> Markup:
    finding, words = setting.items[number][0], setting.words
    text = finding.claim.text
    shown = marked(mark_said(text, finding.comparisons), "said") if len(text) <= LONGEST_CLAIM else clipped(text)
    spoken = finding.claim.language or setting.report.claims_file.language
    heading = element("h3", shown, id=f"{claim_id(number)}-text", class_="claim", lang=spoken or None, dir="auto")
    place = setting.placed.get(number)
    if place is None:
        return heading
    note = "" if place.exact else f" ({words.say('near_sentence')})"
    back = element("a", words.say("in_article"), href=f"#place-{number + 1}", class_="back")
    return join(heading, element("p", back, note, class_="place"))


def _reason(finding: Finding, words: Words) -> Markup:
    codes = (
        element("abbr", code.value, class_="code", title=words.code(code.value))
        for code in finding.codes
        if finding.verdict is not Verdict.IGNORED
    )
    tip = element("p", icon("tip"), words.tell(clipped(finding.tip)), class_="tip") if finding.tip.strip() else None
    reason = words.tell(clipped(finding.reason)) if finding.verdict is not Verdict.IGNORED else clipped(finding.reason)
    return join(element("p", reason, " ", join((code, " ") for code in codes), class_="reason"), tip)


def _sources(finding: Finding, words: Words) -> list[Markup | None]:
    """Return what each source says, and first what none of several says."""
    told: list[Markup | None] = []
    alone = len(finding.sources) == 1
    placed = {id(c) for report in finding.sources for c in comparisons_on(finding, report)}
    if not alone:
        told.append(values_table((c for c in finding.comparisons if id(c) not in placed), words))
    for report, match in zip_longest(finding.sources, finding.matches[: len(finding.sources)]):
        told.append(_source(finding, report, match, words))
    return told


def _source(finding: Finding, report: SourceReport, match: Match | None, words: Words) -> Markup:
    shown = passages(finding, report, words)
    copies = archived(report, words)
    also = None
    if match is not None and finding.verdict not in {Verdict.SUPPORTED, Verdict.IGNORED}:
        also = also_looked_at(match.considered, words)
    return element(
        "div",
        element("p", state_icon(report.state.state_class), source_line(report, words), class_="cite"),
        element("p", words.tell(clipped(report.detail, 300)), class_="detail") if _tells_more(report) else None,
        _drift(report, words),
        values_table(comparisons_on(finding, report), words),
        shown,
        element("p", dots([None if shown else source_link(report, words), *copies]), class_="place")
        if copies or not shown
        else None,
        also,
        class_="source",
        role="group",
        aria_label=words.say("the_source"),
    )


def source_line(report: SourceReport, words: Words) -> Markup:
    """Return what a source is, when it was issued, and how it stands."""
    title = clipped(report.title or report.source.title, _TITLE)
    host = clipped(host_of(report.source.address), _TITLE)
    issued = words.issued(report.issued) if report.issued is not None else ""
    address = report.source.address
    named = link_to(address, title or host, class_="title", lang=report.language or None)
    state = element("span", state_told(report, words), class_=f"state c-{report.state.state_class.value}")
    return dots([named, host if title else None, issued, state, clipped(report.age, 80) or None])


def state_told(report: SourceReport, words: Words) -> str:
    """Return a source's state in words, and whether that it is gone is only suspected."""
    if report.unseen:
        return words.say(report.unseen.replace(" ", "_"))
    told = words.state(report.state)
    if report.state.state_class is not StateClass.GONE:
        return f"{told} ({words.say('suspected_gone')})" if report.suspected else told
    sure = "suspected" if report.suspected else "confirmed" if report.strikes.confirmed else ""
    return f"{told} ({words.say(sure)})" if sure else told


def archived(report: SourceReport, words: Words, *, judged: bool = True) -> list[Markup]:
    """Return links to the copies of a source in archives, and what was judged on the one that was found."""
    copy, source = report.copy, report.source
    told: list[Markup] = []
    if copy is not None and copy.memento is not None:
        label = words.say("archived_of", day=words.day(copy.memento.day))
        where = f" ({clipped(copy.memento.archive, 80)})" if copy.memento.archive.strip() else ""
        link = link_to(copy.memento.uri, icon("copy"), label, class_="copy")
        told.append(element("span", link, where, _said_there(copy, words) if judged else None))
    elif copy is not None and copy.note.strip() and judged:
        told.append(words.tell(clipped(copy.note, 300)))
    if source.archive_url.startswith("http") and not (copy and copy.memento and copy.memento.uri == source.archive_url):
        dated = words.say("archived_of", day=clipped(source.archive_date, 40)) if source.archive_date else ""
        told.append(link_to(source.archive_url, icon("copy"), dated or words.say("archived"), class_="copy"))
    return told


def _said_there(copy: ArchivedCopy, words: Words) -> Markup | None:
    """Return what an archived copy says of the claim, and whether the verdict rests on it."""
    if copy.verdict is None:
        return join(": ", words.tell(clipped(copy.note, 300))) if copy.note.strip() else None
    counted = "" if copy.decides else f" ({words.say('not_counted')})"
    return element("span", ": ", verdict_icon(copy.verdict), " ", words.verdict(copy.verdict), counted,
                   class_=f"v-{copy.verdict.value} on-copy")  # fmt: skip


def _tells_more(report: SourceReport) -> bool:
    return bool(report.detail.strip()) and report.state is not State.LIVE


def _drift(report: SourceReport, words: Words) -> Markup | None:
    if report.drifted is None:
        return None
    entry = report.drifted.accepted
    who = f"{words.say('accepted')}: {clipped(entry.by, 80)}, {clipped(entry.on, 20)}"
    return element("p", who, " · ", words.tell(clipped(drift_words(report.drifted))), class_="drift")
