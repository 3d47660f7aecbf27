"""What each answer means, as truth tables: statuses, bot walls, pauses, media types."""

import pytest
from fetchers.getters import answer, source
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.enums import State, StateClass
from claimcheck.fetchers.arrivals import arrive
from claimcheck.fetchers.bot_walls import wall_of
from claimcheck.fetchers.media_types import media_type_of, read_media_type
from claimcheck.fetchers.pauses import read_pause
from claimcheck.fetchers.statuses import read_status

NEW_YEAR = 1_767_225_600.0


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (200, State.LIVE), (203, State.LIVE), (206, State.LIVE), (202, State.BLOCKED), (204, State.UNREADABLE),
        (205, State.UNREADABLE), (304, State.UNREADABLE), (300, State.UNREADABLE), (400, State.UNREADABLE),
        (401, State.LOGIN), (402, State.PAYWALLED), (403, State.BLOCKED), (404, State.NOT_FOUND), (405, State.BLOCKED),
        (406, State.BLOCKED), (407, State.LOGIN), (408, State.SERVER_ERROR), (410, State.GONE), (412, State.BLOCKED),
        (418, State.BLOCKED), (421, State.BLOCKED), (423, State.BLOCKED), (425, State.BLOCKED), (428, State.BLOCKED),
        (429, State.RATE_LIMITED), (430, State.RATE_LIMITED), (444, State.BLOCKED), (451, State.BLOCKED),
        (460, State.BLOCKED), (498, State.BLOCKED), (500, State.SERVER_ERROR), (501, State.BLOCKED),
        (502, State.SERVER_ERROR), (503, State.SERVER_ERROR), (504, State.SERVER_ERROR), (509, State.RATE_LIMITED),
        (511, State.LOGIN), (520, State.SERVER_ERROR), (521, State.REFUSED), (522, State.TIMEOUT),
        (523, State.REFUSED), (524, State.TIMEOUT), (525, State.TLS_ERROR), (526, State.TLS_ERROR),
        (529, State.RATE_LIMITED), (530, State.SERVER_ERROR), (999, State.BLOCKED), (799, State.UNREADABLE),
    ],
)  # fmt: skip
def test_a_status_means(status: int, state: State) -> None:
    assert read_status(status)[0] is state


@given(st.integers(100, 999), st.booleans())
def test_law_only_404_and_410_say_that_a_source_is_gone(status: int, retry_after: bool) -> None:
    state, detail = read_status(status, retry_after=retry_after)
    assert (state.state_class is StateClass.GONE) == (status in {404, 410})
    assert (detail == "") == (state is State.LIVE)


@pytest.mark.parametrize("status", [403, 503])
def test_a_refusal_with_a_pause_is_a_rate_limit(status: int) -> None:
    assert read_status(status, retry_after=True)[0] is State.RATE_LIMITED


@pytest.mark.parametrize(
    ("status", "headers", "vendor"),
    [
        (403, {"cf-mitigated": "challenge"}, "cloudflare"),
        (404, {"cf-mitigated": "challenge"}, "cloudflare"),
        (429, {"cf-mitigated": "challenge"}, "cloudflare"),
        (200, {"cf-mitigated": "challenge"}, "cloudflare"),
        (202, {"x-amzn-waf-action": "challenge"}, "aws waf"),
        (405, {"x-amzn-waf-action": "captcha"}, "aws waf"),
        (403, {"x-vercel-mitigated": "challenge"}, "vercel"),
        (403, {"x-sucuri-block": "BLK"}, "sucuri"),
        (403, {"server": "AkamaiGHost"}, "akamai"),
        (403, {"x-datadome": "protected"}, "datadome"),
        (200, {"server": "cloudflare", "cf-ray": "8"}, ""),
        (403, {"server": "cloudflare", "cf-ray": "8"}, ""),
        (404, {"server": "AkamaiGHost"}, ""),
        (200, {"x-datadome": "protected"}, ""),
        (200, {"x-sucuri-id": "11"}, ""),
    ],
)
def test_a_vendor_that_acts_is_a_wall_and_one_that_is_only_there_is_none(
    status: int, headers: dict[str, str], vendor: str
) -> None:
    asked = answer(status, **headers)
    assert wall_of(asked) == vendor
    fetched = arrive(source("https://example.org/a"), asked)
    if vendor:
        assert (fetched.state, fetched.detail) == (State.BLOCKED, f"{status} from a bot wall ({vendor})")
        assert fetched.page is None


@pytest.mark.parametrize(("status", "kept"), [(200, True), (403, True), (404, True), (503, True), (202, False)])
def test_the_page_of_an_error_is_handed_on_for_what_it_says_of_the_state(status: int, kept: bool) -> None:
    fetched = arrive(source("https://example.org/a"), answer(status, content_type="text/html"))
    assert (fetched.page is not None) is kept
    assert fetched.page is None or fetched.page.status == status


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        ("120", 120.0),
        (" 7 ", 7.0),
        ("9" * 5000, 999_999_999.0),
        ("Thu, 01 Jan 2026 00:01:00 GMT", 60.0),
        ("Thursday, 01-Jan-26 00:01:00 GMT", 60.0),
        ("Thu, 01 Jan 2026 01:01:00 +0100", 60.0),
        ("Wed, 31 Dec 2025 23:00:00 GMT", 0.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("٣", None),
    ],
)
def test_a_pause_is_a_number_of_seconds_or_a_date(value: str, seconds: float | None) -> None:
    assert read_pause(value, now=NEW_YEAR) == seconds


@given(st.text(max_size=80))
def test_law_any_pause_is_none_or_not_negative(value: str) -> None:
    pause = read_pause(value, now=NEW_YEAR)
    assert pause is None or pause >= 0


@pytest.mark.parametrize(
    ("header", "read"),
    [
        ("text/html", ("text/html", "")),
        ("Text/HTML; charset=UTF-8", ("text/html", "UTF-8")),
        ('text/html;charset="iso-8859-1"', ("text/html", "iso-8859-1")),
        ("text/html; boundary=x; Charset=utf-8", ("text/html", "utf-8")),
        ("", ("", "")),
        ("html", ("", "")),
        ("; charset=utf-8", ("", "utf-8")),
        ("text/html; charset=" + "a" * 10_000, ("text/html", "a" * 181)),
    ],
)
def test_a_content_type_is_a_media_type_and_a_charset(header: str, read: tuple[str, str]) -> None:
    assert read_media_type(header) == read


@pytest.mark.parametrize(
    ("path", "media_type"),
    [("a.HTML", "text/html"), ("a/b.pdf", "application/pdf"), ("a.md", "text/markdown"), ("a", ""), (".html", "")],
)
def test_a_file_name_says_its_type(path: str, media_type: str) -> None:
    assert media_type_of(path) == media_type
