"""The shelf of reporters: each by its name, none loaded before it is asked for."""

import subprocess
import sys

import pytest
from reporters import samples

from claimcheck.errors import UsageError
from claimcheck.reporters import REPORTERS, make_reporter


@pytest.mark.parametrize("name", REPORTERS)
def test_every_format_renders_every_finding_and_ends_its_last_line(name: str) -> None:
    text = make_reporter(name).render(samples.report(*samples.ALL))
    assert text.endswith("\n")
    assert "hourly-pay" in text


@pytest.mark.parametrize("name", REPORTERS)
def test_every_format_renders_a_report_without_findings(name: str) -> None:
    text = make_reporter(name).render(samples.report())
    assert not text or text.endswith("\n")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("jason", "did you mean json?"),
        ("Console", "did you mean console?"),
        ("concice", "did you mean concise?"),
        ("", "one of: console, concise, json, jsonl, sarif"),
        ("sarif2", "did you mean sarif?"),
        ("xml", "one of: console, concise, json, jsonl, sarif"),
    ],
)
def test_an_unknown_format_names_the_nearest(name: str, hint: str) -> None:
    with pytest.raises(UsageError, match="unknown format") as caught:
        make_reporter(name)
    assert caught.value.hint.startswith(hint)


@pytest.mark.parametrize(
    ("use", "is_loaded"),
    [
        ("import claimcheck.reporters, claimcheck.reporters.progress, claimcheck.explain", False),
        ("from claimcheck.reporters import make_reporter; make_reporter('concise'); make_reporter('json')", False),
        ("from claimcheck.reporters import make_reporter; make_reporter('console')", True),
    ],
    ids=["imported", "for programs", "for people"],
)
def test_rich_is_loaded_only_for_the_console(use: str, is_loaded: bool) -> None:
    script = f"{use}\nimport sys; print('rich' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == str(is_loaded)
