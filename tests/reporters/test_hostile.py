"""What comes from a page or a claims file is data: nothing of it reaches a terminal but visible characters."""

import re

import pytest
from hypothesis import given
from reporters.strategies import bounded, findings, harmful, reports

from claimcheck.enums import Verdict
from claimcheck.model import Claim, ClaimsFile, Finding, Location, Report
from claimcheck.reporters import REPORTERS, make_reporter, render_show

SGR = re.compile(r"\x1b\[[0-9;]*m")


@bounded
@given(reports)
@pytest.mark.parametrize("name", ["console", "concise"])
def test_nothing_harmful_is_printed_without_color(name: str, report: Report) -> None:
    assert harmful(make_reporter(name).render(report)) == set()


@bounded
@given(reports)
def test_nothing_but_colors_is_printed_in_color(report: Report) -> None:
    text = make_reporter("console", color=True).render(report)
    assert harmful(SGR.sub("", text)) == set()


@bounded
@given(findings)
def test_nothing_harmful_is_shown(finding: Finding) -> None:
    assert harmful(render_show(finding)) == set()
    assert harmful(SGR.sub("", render_show(finding, color=True))) == set()


@bounded
@given(reports)
def test_a_text_starts_no_line_of_the_concise_report(report: Report) -> None:
    report_lines = make_reporter("concise").render(report).splitlines()
    stated = sum(f.verdict not in {Verdict.SUPPORTED, Verdict.IGNORED} for f in report.findings)
    addresses = {s.source.address for f in report.findings for s in f.sources}
    assert (
        len(report_lines) <= stated + len(report.findings) + len(addresses) + report.network_down + report.interrupted
    )


@bounded
@given(reports)
def test_every_report_can_be_written_as_utf_8(report: Report) -> None:
    for name in REPORTERS:
        make_reporter(name).render(report).encode("utf-8")


def test_markup_and_emoji_codes_stay_as_they_are_written() -> None:
    claim = Claim("id", "The [bold red]claim[/] :smile:", (), Location("claims.yaml", 1, 1))
    finding = Finding(claim, Verdict.CONTRADICTED, "[link=https://evil.example]x[/link]")
    text = make_reporter("console", color=True).render(Report(ClaimsFile("claims.yaml", (claim,)), (finding,)))
    assert "The [bold red]claim[/] :smile:" in text
    assert "[link=https://evil.example]x[/link]" in text
