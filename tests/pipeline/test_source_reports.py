"""What is told of a source: of its own page, and never of what stands in the page's place."""

from datetime import date

import pytest
from reporters import samples

from claimcheck.enums import State
from claimcheck.model import Document, Fetched, Issued, Source, Strikes
from claimcheck.source_reports import report_of

DAY = Issued(date(2026, 3, 1), "meta")
CAME = Document("Just a moment", (), title="Just a moment", issued=DAY, language="en")


@pytest.mark.parametrize(
    ("state", "own"),
    [
        (State.LIVE, True), (State.MOVED, True), (State.PAYWALLED, True), (State.NOT_FOUND, False),
        (State.SOFT_404, False), (State.BLOCKED, False), (State.LOGIN, False), (State.SERVER_ERROR, False),
    ],
)  # fmt: skip
def test_what_an_error_page_or_a_wall_says_of_itself_is_not_told_of_the_source(state: State, own: bool) -> None:
    source = samples.cited("https://example.org/a", 3)
    told = report_of(source, Fetched(source, state), CAME, Strikes(), down=False)
    assert (told.title, told.issued, told.language) == (("Just a moment", DAY, "en") if own else ("", None, ""))


def test_what_the_claims_file_says_of_a_source_is_told_all_the_same() -> None:
    source = Source("https://example.org/a", samples.at(3), title="Our workers", language="fr", issued="2023-01-18")
    told = report_of(source, Fetched(source, State.NOT_FOUND), CAME, Strikes(), down=False)
    assert (told.title, told.language) == ("Our workers", "fr")
    assert told.issued is not None
    assert told.issued.day == date(2023, 1, 18)
