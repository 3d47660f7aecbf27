"""A claim that was accepted once, day after day: the same page, a drift, a death."""

import json
from typing import Any

import jsonschema
import pytest
from cli.programs import PAGE, SUPPORTED, Desk
from web.server import Reply, Web, page

from claimcheck.reporters import report_schema_text

SENTENCE = "The workers at Sama earned between $1.32 and $2 per hour, documents show."
LATER = f"<p>Later.</p><p>{SENTENCE}</p></main>"
BREAD = "<html lang=en><title>Bread</title><main><p>Knead the dough well, then let it rest.</p></main>"
NOTE = """<p class="correction">Correction: an earlier version said that the workers at Sama earned between $1.40 and $2
per hour. They earned $9 per hour.</p></main>"""
PAGES: dict[str, tuple[str, str | None, int]] = {
    "unchanged": (PAGE, "none", 0),
    "another template": (PAGE.replace("<main>", "<nav>News Sport</nav><div><main>"), "none", 0),
    "moved": (PAGE.replace(f"<p>{SENTENCE}</p>", "").replace("</main>", LATER), "moved", 0),
    "reworded": (PAGE.replace("documents show", "as documents show"), "reworded", 0),
    "changed value": (PAGE.replace("$1.32", "$1.23"), "changed_value", 1),
    "removed": (PAGE.replace(f"<p>{SENTENCE}</p>", ""), "removed", 1),
    "replaced": (BREAD, "replaced", 1),
    "could not be read": ("<html><body></body></html>", None, 0),
}  # fmt: skip


def finding(desk: Desk, *options: str) -> dict[str, Any]:
    report = json.loads(desk.call("verify", "--format", "json", *options).out)
    jsonschema.validate(report, json.loads(report_schema_text()))
    return dict(report["findings"][0])


@pytest.fixture
def guarded(desk: Desk) -> Desk:
    desk.claims(SUPPORTED)
    assert desk.call("accept", "--yes", "--by", "Jo").code == 0
    return desk


@pytest.mark.parametrize(("html", "drift", "code"), PAGES.values(), ids=PAGES.keys())
def test_each_page_has_its_drift_and_its_exit_code(guarded: Desk, html: str, drift: str | None, code: int) -> None:
    guarded.write("page.html", html)
    assert finding(guarded)["drift"] == drift
    assert guarded.call("verify").code == code


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 1),
        (["--fail-on", "drift"], 1),
        (["--fail-on", "contradicted"], 0),
        (["--ignore", "D3"], 0),
        (["--ignore", "D303"], 0),
        (["--ignore", "D304"], 1),
        (["--select", "D303"], 1),
        (["--select", "V2"], 0),
        (["--fail-on", "D302"], 0),
        (["--no-lock"], 0),
    ],
)
def test_a_changed_value_fails_as_the_options_say(guarded: Desk, options: list[str], code: int) -> None:
    # The claim is still supported by the rules: the new range lies in the old one.
    guarded.write("page.html", PAGE.replace("$1.32", "$1.40"))
    assert guarded.call("verify", *options).code == code


def test_both_values_are_shown(guarded: Desk) -> None:
    guarded.write("page.html", PAGE.replace("$1.32", "$1.40"))
    shown = guarded.call("verify").out
    assert "changed value: $1.32 and $2 per hour → $1.40 and $2 per hour" in shown
    assert "(accepted)" in shown
    assert "(now)" in shown
    (source,) = finding(guarded)["sources"]
    (passage,) = source["accepted"]["passages"]
    assert passage["changes"] == [{"accepted": "$1.32 and $2 per hour", "now": "$1.40 and $2 per hour"}]
    assert passage["exact"] == SENTENCE


@pytest.mark.parametrize(
    ("status", "drift", "codes"), [(404, "source_gone", {"D306", "S103"}), (403, None, {"S110"}), (503, None, {"S114"})]
)
def test_a_source_that_is_gone_is_told_of_and_one_that_cannot_be_told_is_not(
    desk: Desk, status: int, drift: str | None, codes: set[str]
) -> None:
    with Web() as web:
        web.add("/pay", page("The workers at Sama earned $2 per hour."))
        desk.claims(f"  - {{id: a, claim: The workers at Sama earned $2 per hour., source: '{web.url('/pay')}'}}\n")
        options = ("--allow-private", "127.0.0.1", "--no-second-pass")
        assert desk.call("accept", "--yes", *options).code == 0
        web.add("/pay", Reply(status, body=b"no"))
        found = finding(desk, *options)
    assert found["verdict"] == "unverifiable"
    assert found["drift"] == drift
    assert codes <= set(found["codes"])


def test_one_claim_through_its_days(guarded: Desk) -> None:
    """The source lives, moves its words about, corrects them, and is replaced; the person looks, and looks again."""
    # Monday: nothing has changed.
    assert finding(guarded)["drift"] == "none"
    # Tuesday: the page is redesigned.
    guarded.write("page.html", PAGE.replace("<main>", "<header>The Daily</header><main>"))
    assert guarded.call("verify").code == 0
    # Wednesday: the value is corrected; the run fails, and says from what to what.
    corrected = PAGE.replace("$1.32", "$1.40")
    guarded.write("page.html", corrected)
    assert guarded.call("verify").code == 1
    # Thursday: somebody looks, and accepts it.
    assert guarded.call("accept", "--yes", "--update", "pay", "--reason", "corrected by the paper").code == 0
    assert guarded.call("verify").code == 0
    assert finding(guarded)["drift"] == "none"
    # Friday: the paper takes the sentence back in a note.
    without = corrected.replace(f"<p>{SENTENCE.replace('$1.32', '$1.40')}</p>", "")
    guarded.write("page.html", without.replace("</main>", NOTE))
    assert finding(guarded)["drift"] == "removed"
    assert guarded.call("verify").code == 1
    # Saturday: the page answers, and cannot be read: nothing is known, and nothing is said.
    guarded.write("page.html", "<html><body></body></html>")
    assert finding(guarded)["drift"] is None
    assert guarded.call("verify").code == 0
    # Sunday: another page stands at its address.
    guarded.write("page.html", BREAD)
    assert finding(guarded)["drift"] == "replaced"
    assert guarded.call("verify").code == 1
