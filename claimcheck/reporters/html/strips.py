"""The past, drawn: the verdicts on a claim, the looks at a source, and both over all, day by day.  Pure.

A strip is a row of cells, one for each day or look.  What is worse stands taller, so that nothing rests on colour, and
beside each strip words say the same.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from itertools import groupby

from claimcheck.enums import StateClass, Verdict
from claimcheck.fingerprints import words_mark
from claimcheck.model import Claim
from claimcheck.past import Past, PastDay
from claimcheck.reporters.html.icons import icon
from claimcheck.reporters.html.markup import Markup, element
from claimcheck.reporters.html.setting import Setting
from claimcheck.reporters.html.words import Words

MOST_RUNS = 6
"""Stretches that are told in words; the newest ones."""
MOST_LOOKS = 60
_CELL, _HIGH = 8, 20
_HEIGHTS: dict[str, int] = {
    Verdict.SUPPORTED: 7,
    Verdict.IGNORED: 4,
    Verdict.UNVERIFIABLE: 10,
    Verdict.PARTLY_SUPPORTED: 13,
    Verdict.FAILED_VERIFICATION: 17,
    Verdict.CONTRADICTED: 20,
    StateClass.PRESENT: 7,
    StateClass.CANNOT_TELL: 12,
    StateClass.GONE: 20,
}


def claim_strip(claim: Claim, past: Past | None, words: Words) -> Markup | None:
    """Return what earlier days said of a claim; none where they said nothing else, or there were none."""
    days = [(day.day, day.verdicts[claim.id]) for day in past.days if claim.id in day.verdicts] if past else []
    mark = words_mark(claim)
    told = [(day, held.verdict, held.words == mark) for day, held in days]
    if len({(verdict, same) for _, verdict, same in told}) < 2:  # noqa: PLR2004 - one is no history
        return _since(told[0][0], len(told), words) if len(told) > 1 else None
    stretches = []
    for (verdict, same), group in groupby(told, key=lambda one: one[1:]):
        held = list(group)
        note = "" if same else f" ({words.say('other_words')})"
        stretches.append((verdict, f"{words.verdict(verdict)}{note}", held[0][0], held[-1][0]))
    cells = [(verdict, same) for _, verdict, same in told]
    return _strip(cells, stretches, words.say("history_of"), words)


def look_strip(address: str, past: Past | None, words: Words) -> Markup | None:
    """Return what earlier looks at a source found; none where they found nothing else, or there were too few."""
    looks = past.looks.get(address, ()) if past else ()
    if len({state for _, state in looks}) < 2:  # noqa: PLR2004 - one is no history
        return _since(looks[0][0].date(), len(looks), words) if len(looks) > 1 else None
    looks = looks[-MOST_LOOKS:]
    stretches = []
    for state, group in groupby(looks, key=lambda look: look[1]):
        held = list(group)
        stretches.append((state.state_class, words.state(state), held[0][0].date(), held[-1][0].date()))
    return _strip([(state.state_class, True) for _, state in looks], stretches, words.say("looks"), words)


def _since(day: date, number: int, words: Words) -> Markup:
    return element("p", words.count("same_since", number, day=words.day(day)), class_="since")


def _strip(
    cells: Sequence[tuple[StrEnum, bool]],
    stretches: Sequence[tuple[StrEnum, str, date, date]],
    label: str,
    words: Words,
) -> Markup:
    """Return cells, and the stretches of equal ones in words, the newest first."""
    drawn = []
    for place, (kind, same) in enumerate(cells):
        height = _HEIGHTS[kind]
        name = f"fill-{kind.value}" if same else f"line-{kind.value}"
        drawn.append(element("rect", x=place * _CELL, y=_HIGH - height, width=_CELL - 2, height=height, class_=name))
    picture = element("svg", *drawn, class_="strip", viewBox=f"0 0 {len(cells) * _CELL} {_HIGH}",
                      width=len(cells) * _CELL, height=_HIGH, aria_hidden="true")  # fmt: skip
    newest = list(stretches)[::-1][:MOST_RUNS]
    items = []
    for place, (kind, told, begin, end) in enumerate(newest):
        when = words.say("since", day=words.day(begin)) if place == 0 else _between(begin, end, words)
        items.append(element("li", icon(kind.value), " ", told, " ", element("span", when, class_="when")))
    return element("div", element("span", label, class_="label"), picture, element("ol", *items), class_="past")


def _between(begin: date, end: date, words: Words) -> str:
    if begin == end:
        return words.say("on_day", day=words.day(begin))
    return words.say("from_to", first=words.day(begin), last=words.day(end))


def overview(setting: Setting) -> Markup | None:
    """Return how verdicts and sources stood day by day; none where there was no earlier day."""
    past, words = setting.report.past, setting.words
    if past is None or len(past.days) < 2:  # noqa: PLR2004 - one is no history
        return None
    verdicts = [{verdict: _count(day, verdict) for verdict in Verdict} for day in past.days]
    present = [verdict for verdict in Verdict if any(day[verdict] for day in verdicts)]
    sources = [{kind: day.sources.get(kind, 0) for kind in StateClass} for day in past.days]
    kinds = [kind for kind in StateClass if any(day[kind] for day in sources)]
    parts = [_chart(words.say("verdicts_over_time"), past.days,
                    [(v, words.verdict(v), [day[v] for day in verdicts]) for v in present], words)]  # fmt: skip
    if kinds:
        parts.append(_chart(words.say("sources_over_time"), past.days,
                            [(k, words.say(k.value), [day[k] for day in sources]) for k in kinds], words))  # fmt: skip
    return element(
        "section",
        element("h2", words.say("history"), id="history-title"),
        element("div", *parts, class_="charts"),
        id="history",
        aria_labelledby="history-title",
        class_="part",
    )


def _count(day: PastDay, verdict: Verdict) -> int:
    return sum(held.verdict is verdict for held in day.verdicts.values())


def _chart(title: str, days: Sequence[PastDay], rows: Sequence[tuple[StrEnum, str, list[int]]], words: Words) -> Markup:
    """Return stacked columns, one for each day, and the table that they draw."""
    most = max((sum(counts[place] for _, _, counts in rows) for place in range(len(days))), default=0) or 1
    drawn, wide, high = [], 24, 120
    for place in range(len(days)):
        at = float(high)
        for kind, _, counts in rows:
            height = high * counts[place] / most
            at -= height
            if height:
                drawn.append(element("rect", x=place * wide, y=f"{at:.1f}", width=wide - 4,
                                     height=f"{max(height - 1, 0.5):.1f}", class_=f"fill-{kind.value}"))  # fmt: skip
    picture = element("svg", *drawn, class_="chart", viewBox=f"0 0 {len(days) * wide} {high}",
                      width=len(days) * wide, height=high, preserveAspectRatio="none", aria_hidden="true")  # fmt: skip
    ends = element(
        "p", element("span", words.day(days[0].day)), element("span", words.day(days[-1].day)), class_="ends"
    )
    key = element("ul", *(_key(kind, told, counts[-1], words) for kind, told, counts in rows), class_="key")
    return element("div", element("h3", title), element("div", picture, ends, class_="drawn"), key,
                   _table(title, days, rows, words))  # fmt: skip


def _key(kind: StrEnum, told: str, count: int, words: Words) -> Markup:
    return element("li", icon(kind.value), told, " ", element("span", words.number(count), class_="count"),
                   class_=f"tone-{kind.value}")  # fmt: skip


def _table(title: str, days: Iterable[PastDay], rows: Sequence[tuple[StrEnum, str, list[int]]], words: Words) -> Markup:
    head = element("tr", element("th", words.say("day"), scope="col"),
                   *(element("th", told, scope="col") for _, told, _ in rows))  # fmt: skip
    body = (
        element("tr", element("th", words.day(day.day), scope="row"),
                *(element("td", words.number(counts[place])) for _, _, counts in rows))
        for place, day in enumerate(days)
    )  # fmt: skip
    table = element(
        "table", element("caption", title, class_="unseen"), element("thead", head), element("tbody", *body)
    )
    return element("details", element("summary", words.say("as_table")),
                   element("div", table, class_="wide", tabindex=0, role="group", aria_label=title))  # fmt: skip
