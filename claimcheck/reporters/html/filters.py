"""The bar that filters the claims: by verdict, state, code and words.  It works by the page's script.  Pure."""

from claimcheck.enums import State, Verdict
from claimcheck.model import Report
from claimcheck.reporters.html.icons import icon, verdict_icon
from claimcheck.reporters.html.markup import Markup, element
from claimcheck.reporters.html.setting import Setting


def filter_bar(setting: Setting) -> Markup:
    """Return the bar; it stays hidden where no script runs, for then it would do nothing."""
    report, words = setting.report, setting.words
    verdicts = [_verdict(setting, verdict) for verdict in Verdict if report.count(verdict)]
    fails = any(ruling.fails for ruling in report.rulings)
    only = element("label", element("input", type="checkbox", id="only-failing"), " ", words.say("only_failing"))
    return element(
        "div",
        element("div", *verdicts, role="group", aria_label=words.say("by_verdict"), class_="verdicts"),
        element(
            "div",
            _choice("state", words.say("state"), words.say("any_state"), _states(setting)),
            _choice("code", words.say("code"), words.say("any_code"), _codes(setting)),
            element("label", element("span", words.say("search"), class_="unseen"),
                    icon("search"),
                    element("input", type="search", id="search", placeholder=words.say("search")), class_="find"),
            only if fails else None,
            class_="choices",
        ),
        element(
            "div",
            element("p", id="shown", role="status", data_form=words.say("shown", shown="{shown}", total="{total}"),
                    data_none=words.say("none_shown")),
            element("button", words.say("reset"), type="button", id="reset", class_="quiet", hidden=True),
            element("span", class_="gap"),
            element("button", words.say("previous"), type="button", id="previous", class_="quiet"),
            element("button", words.say("next"), type="button", id="next", class_="quiet"),
            class_="status",
        ),
        class_="bar",
        role="search",
        aria_label=words.say("filters"),
        hidden=True,
    )  # fmt: skip


def _verdict(setting: Setting, verdict: Verdict) -> Markup:
    count = element("span", setting.words.number(setting.report.count(verdict)), class_="count")
    return element(
        "button",
        verdict_icon(verdict),
        element("span", setting.words.verdict(verdict)),
        count,
        type="button",
        class_=f"filter v-{verdict.value}",
        data_filter=verdict.value,
        aria_pressed="false",
    )


def _choice(name: str, label: str, anything: str, options: list[tuple[str, str]]) -> Markup | None:
    if len(options) < 2:  # noqa: PLR2004 - a choice of one is none
        return None
    held = [element("option", anything, value=""), *(element("option", told, value=value) for value, told in options)]
    return element(
        "label", element("span", label, class_="unseen"), element("select", *held, id=f"choose-{name}"), class_="choice"
    )


def _states(setting: Setting) -> list[tuple[str, str]]:
    found = {seen.state for finding in setting.report.findings for seen in finding.sources}
    return [(state.value, setting.words.state(state)) for state in State if state in found]


def _codes(setting: Setting) -> list[tuple[str, str]]:
    found = sorted({code.value for finding in setting.report.findings for code in finding.codes})
    return [(code, f"{code} · {setting.words.code(code)}") for code in found]


def shares_bar(report: Report, label: str) -> Markup:
    """Return how the claims divide among the verdicts, as a bar; whoever cannot see it is told in words."""
    total, at, parts = max(len(report.findings), 1), 0.0, []
    for verdict in Verdict:
        width = 1000 * report.count(verdict) / total
        if width:
            parts.append(element("rect", x=f"{at:.1f}", y=0, width=f"{max(width - 3, 1):.1f}", height=10,
                                 class_=f"fill-{verdict.value}"))  # fmt: skip
        at += width
    return element("svg", *parts, class_="shares", viewBox="0 0 1000 10", preserveAspectRatio="none", role="img",
                   aria_label=label)  # fmt: skip
