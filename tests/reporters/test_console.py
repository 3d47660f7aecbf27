"""The console report, as people read it."""

import re
from itertools import pairwise

import pytest
from reporters import samples
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from claimcheck.enums import Code, Outcome, State, Verdict
from claimcheck.model import Comparison, Finding
from claimcheck.reporters import make_reporter

ESCAPE = "\x1b"
SGR = re.compile(r"\x1b\[[0-9;]*m")
CARETS = re.compile(r"^ +\^[\^ ]*$")


def console(*findings: samples.Finding, width: int = 80, color: bool = False, **fields: object) -> str:
    report = samples.report(*findings, **fields)  # type: ignore[arg-type]  # passed on as given
    return make_reporter("console", color=color, width=width).render(report)


@pytest.mark.parametrize("width", [80, 120])
def test_console_without_color(width: int, snapshot: SnapshotAssertion) -> None:
    assert console(*samples.ALL, width=width) == snapshot


def test_console_in_color(snapshot: SnapshotAssertion) -> None:
    # The escape character is shown as a picture of itself: a snapshot is there to be read.
    assert console(*samples.ALL, width=100, color=True).replace(ESCAPE, "␛") == snapshot


def test_network_down_is_said_once_at_the_end(snapshot: SnapshotAssertion) -> None:
    unread = [samples.in_state(State.UNREADABLE, number) for number in (1, 2, 3)]
    text = console(*unread, samples.SUPPORTED_PDF, samples.SCANNED, network_down=True)
    assert text.count("network") == 1
    assert text.count("S122") == 1, "the file that cannot be read here has a reason of its own"
    assert text == snapshot


def test_an_interrupted_run_says_how_far_it_came() -> None:
    text = console(samples.SUPPORTED, samples.BOUND, interrupted=True, pending=7)
    assert text.splitlines()[-1] == "interrupted; 2 of 9 claims were checked"


@pytest.mark.parametrize("findings", [(), samples.ALL, (samples.IGNORED,), (samples.WEAKER, samples.PART_MISSING)])
def test_the_counts_add_up(findings: tuple[samples.Finding, ...]) -> None:
    text = console(*findings, width=120)
    line = text.splitlines()[-1]
    terms, _, total = line.partition(" = ")
    numbers = [int(term.split()[0]) for term in terms.split(" · ")]
    assert len(numbers) == len(Verdict)
    assert sum(numbers) == int(total) == len(findings)


def left_to_a_reader(name: str, *likely: tuple[int, float]) -> samples.Finding:
    """Return a finding whose assertions may be said in passages that are so likely to."""
    found = tuple(
        Comparison("words", f"part {part}", Outcome.MISSING, code=Code.NEEDS_REVIEW, assertion=part, likely=chance)
        for part, chance in likely
    )
    held = samples.claim(name, "Things were given up.", 5)
    return Finding(held, Verdict.FAILED_VERIFICATION, "read the passage", (Code.NEEDS_REVIEW,), found)


def test_what_a_reader_must_tell_is_ordered_by_how_likely_it_holds() -> None:
    text = console(
        left_to_a_reader("two-parts", (0, 0.6), (1, 0.2)),
        left_to_a_reader("two-passages", (0, 0.3), (0, 0.5)),
        samples.SUPPORTED,
    )
    assert text.splitlines()[-1] == "to read, likeliest first: two-passages 50% · two-parts 20%"


def test_of_many_claims_to_read_the_likeliest_are_named() -> None:
    text = console(*(left_to_a_reader(f"c{number}", (0, number / 100)) for number in range(12)), width=200)
    assert text.splitlines()[-1].endswith("c5 5% · c4 4% · 4 more")


def test_color_changes_no_word() -> None:
    plain = [line for line in console(*samples.ALL).splitlines() if not CARETS.match(line)]
    colored = SGR.sub("", console(*samples.ALL, color=True)).splitlines()
    assert [line.rstrip() for line in colored] == plain


def test_without_color_carets_stand_under_the_words_that_decide() -> None:
    lines = console(samples.WEAKER, samples.SUPPORTED_WIDE, width=100).splitlines()
    found = [
        _under(above, run.span())
        for above, below in pairwise(lines)
        if CARETS.match(below)
        for run in re.finditer(r"\^+", below)
    ]
    assert found == ["2 $ de l'heure", "between around $1.32 and $2 per hour", "312人"]


def _under(line: str, columns: tuple[int, int]) -> str:
    """Return what stands in these columns of a terminal, where wide characters take two."""
    shown = ""
    column = 0
    for character in line:
        if columns[0] <= column < columns[1]:
            shown += character
        column += cell_len(character)
    return shown


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
def test_nothing_but_an_address_is_wider_than_the_terminal(width: int) -> None:
    lines = console(*samples.ALL, width=width).splitlines()
    too_wide = [line for line in lines if cell_len(line) > width]
    assert [line for line in too_wide if "://" not in line and not line.startswith("claims.yaml:101  ")] == []


@pytest.mark.parametrize("width", [40, 80, 120])
def test_an_address_is_never_broken(width: int) -> None:
    text = console(samples.GONE, width=width)
    assert text.count(samples.LOST_SEEN.source.address + "\n") == 2


def test_the_verdicts_end_in_one_column() -> None:
    text = console(*samples.ALL, width=100)
    labels = "|".join(verdict.label.upper() for verdict in Verdict if verdict is not Verdict.SUPPORTED)
    ends = {match.end() for line in text.splitlines() if (match := re.search(rf"(?:{labels}|SUPPORTED)(?=\s|$)", line))}
    assert len(ends) == 1


def test_a_source_that_is_not_there_is_listed_once_with_all_claims_on_it() -> None:
    text = console(samples.BLOCKED, samples.DISPUTED)
    listed = text[text.index("not plainly there") :]
    assert listed.count("BLOCKED") == 1
    assert f"{samples.BLOCKED.claim.id}, {samples.DISPUTED.claim.id}" in listed


@pytest.mark.parametrize("state", [state for state in State if state.code])
def test_every_state_that_is_not_live_is_listed_with_its_code(state: State) -> None:
    text = console(samples.in_state(state))
    assert re.search(rf"{state.label.upper()}  {state.code}\b", text)


def test_a_live_source_is_not_listed() -> None:
    assert "plainly there" not in console(samples.in_state(State.LIVE))


def test_what_agrees_is_no_difference() -> None:
    text = console(samples.PART_MISSING)
    assert "- sept ans" in text
    assert "- plus de 300" not in text
