"""Every row of the table of states through the whole pipeline: real sockets, the real reading, the real rules.

A claim stands on the page in question, a second one on a page that is there, so that the network is not held for down.
"""

import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pipeline.fakes import FakeProgress, claim, claims_file, source
from web.behaviours import cut_short, drip_after, hang, reset
from web.server import HOSTS, Answer, Asked, Reply, Web, page, redirect

from claimcheck.enums import Code, State, StateClass, Verdict
from claimcheck.extractors import PageExtractor
from claimcheck.fetchers import FetchSettings, OnceFetcher, SourceFetcher
from claimcheck.judges import RuleJudge
from claimcheck.judges.siblings import SiblingComparer
from claimcheck.judges.walls import WallClassifier
from claimcheck.matchers.matcher import RuleMatcher
from claimcheck.model import Finding
from claimcheck.probing import SiblingProber
from claimcheck.verify import Stages, Verifier

FACT = "The harbour of Veldt handled 4,200 containers in March."
LONG = "Most of the cranes stood still for a day, the office of the harbour writes in its report. " * 40
SETTINGS = FetchSettings(
    allow_private=(*HOSTS, "news.test", "gone.test", "flaky.test", "www.ft.com"),
    total=1.0,
    idle=0.5,
    connect=0.5,
    spacing=0.0,
    at_once_per_host=8,
    retries=0,
    page_bytes=60_000,
    prefix_bytes=30_000,
)
PRESENT, GONE, CANNOT_TELL = StateClass.PRESENT, StateClass.GONE, StateClass.CANNOT_TELL


class Names:
    """Knows two names, knows of others that they do not exist, and says nothing of a third."""

    async def addresses(self, host: str, _port: int, /) -> list[str]:
        if host in {"gone.test", "www.gone.test", "old.news.test", "www.flaky.test"}:
            raise socket.gaierror(socket.EAI_NONAME, "no such host")
        if host == "flaky.test":
            raise socket.gaierror(socket.EAI_AGAIN, "try again")
        return ["127.0.0.1"] if host in {"news.test", "www.ft.com"} else [host]

    async def aclose(self) -> None:
        """Nothing is held."""


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as running:
        running.add("/calm", html("Calm", f"<p>{FACT}</p>"))
        yield running


def html(title: str, body: str, head: str = "", status: int = 200, **headers: str) -> Reply:
    text = f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    more = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Reply(status, body=text.encode(), headers=(("Content-Type", "text/html; charset=utf-8"), *more))


def empty(status: int, **headers: str) -> Reply:
    return html("An answer", "", status=status, **headers)


async def look(tmp_path: Path, web: Web, url: str, settings: FetchSettings = SETTINGS) -> Finding:
    fetcher, extractor = SourceFetcher(tmp_path, settings, resolver=Names()), PageExtractor()
    stages = Stages(
        fetcher, extractor, RuleMatcher(()), WallClassifier(), RuleJudge(), FakeProgress(),
        prober=SiblingProber(OnceFetcher(fetcher), extractor, SiblingComparer()),
    )  # fmt: skip
    claims = [
        claim("asked", source(url), text=FACT, language="en"),
        claim("calm", source(web.url("/calm", host="127.0.0.2")), text=FACT, language="en"),
    ]
    try:
        report = await Verifier(stages, today=date(2026, 1, 1)).verify(claims_file(*claims))
    finally:
        await fetcher.aclose()
    assert report.findings[1].verdict is Verdict.SUPPORTED
    return report.findings[0]


def row(name: str, answer: Answer, state: State, kind: StateClass, code: Code | None, words: str = "") -> object:
    return pytest.param(answer, state, kind, code, words, id=name)


def statuses(state: State, code: Code, *numbers: int, **headers: str) -> list[object]:
    kind = GONE if state in {State.GONE, State.NOT_FOUND} else CANNOT_TELL
    return [row(f"{number}", empty(number, **headers), state, kind, code) for number in numbers]


def walls() -> list[object]:
    proofs: list[tuple[str, int, dict[str, str]]] = [
        ("cloudflare", 403, {"cf_mitigated": "challenge"}),
        ("cloudflare", 429, {"cf_mitigated": "challenge"}),
        ("cloudflare", 200, {"cf_mitigated": "challenge"}),
        ("aws waf", 202, {"x_amzn_waf_action": "challenge"}),
        ("aws waf", 405, {"x_amzn_waf_action": "captcha"}),
        ("vercel", 403, {"x_vercel_mitigated": "deny"}),
        ("sucuri", 403, {"x_sucuri_block": "EXPVP"}),
        ("akamai", 403, {"server": "AkamaiGHost"}),
        ("datadome", 403, {"x_datadome": "protected"}),
    ]
    return [
        row(f"9: {vendor} by its header, {status}", html("A page", f"<p>{FACT}</p>", status=status, **headers),
            State.BLOCKED, CANNOT_TELL, Code.BLOCKED, vendor)
        for vendor, status, headers in proofs
    ]  # fmt: skip


NOT_FREE = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
FREE_NOT = html("Report", f"<p>{FACT}</p>", NOT_FREE)
ROOT = '<link rel="canonical" href="https://news.test/">'
SHELL = '<div id="root"></div><script src="/app.js"></script>'
PARKED = '<h1>This domain is for sale</h1><p>Buy this domain.</p><script>window.park = "ey0";</script>'

ROWS = [
    row("1: a redirect to another scheme", redirect(302, "ftp://news.test/a"), State.FORBIDDEN_ADDRESS, CANNOT_TELL,
        Code.FORBIDDEN_ADDRESS),
    row("1: a redirect to a private address", redirect(302, "http://169.254.169.254/"), State.FORBIDDEN_ADDRESS,
        CANNOT_TELL, Code.FORBIDDEN_ADDRESS),
    row("4: a reset", reset, State.REFUSED, CANNOT_TELL, Code.REFUSED),
    row("5: no answer", hang, State.TIMEOUT, CANNOT_TELL, Code.TIMEOUT),
    row("7: a circle", redirect(302, "/source"), State.REDIRECT_LOOP, CANNOT_TELL, Code.REDIRECT_LOOP),
    row("8: too large, and silent", html("Big", f"<p>{LONG * 20}</p>"), State.TOO_LARGE, CANNOT_TELL, Code.TOO_LARGE),
    row("8: too large, the fact in front", html("Big", f"<p>{FACT}</p><p>{LONG * 20}</p>"), State.LIVE, PRESENT, None,
        "read in part"),
    row("8: cut short, the fact in front", cut_short(f"<p>{FACT}</p><p>{LONG[:200]}".encode(), 9000), State.LIVE,
        PRESENT, None, "read in part"),
    row("8: cut short, the fact in the cut", cut_short(f"<p>{FACT}".encode(), 9000), State.REFUSED, CANNOT_TELL,
        Code.REFUSED),
    row("5: too slow, the fact in front", drip_after(f"<p>{FACT}</p><p>{LONG[:200]}".encode()), State.LIVE, PRESENT,
        None, "read in part"),
    *walls(),
    *statuses(State.GONE, Code.GONE, 410),
    *statuses(State.NOT_FOUND, Code.NOT_FOUND, 404),
    row("11: a 404 that carries the fact", html("Not found", f"<p>{FACT}</p>", status=404), State.NOT_FOUND, GONE,
        Code.NOT_FOUND),
    row("11: a 404 that is a bot wall", html("Just a moment...", "<script>window._cf_chl_opt={};</script>", status=404),
        State.BLOCKED, CANNOT_TELL, Code.BLOCKED, "cloudflare"),
    *statuses(State.LOGIN, Code.LOGIN, 401, 407, 511, 440, 449),
    *statuses(State.PAYWALLED, Code.PAYWALLED, 402),
    *statuses(State.RATE_LIMITED, Code.RATE_LIMITED, 429, 430, 509, 529),
    row("14: 503 with Retry-After", empty(503, retry_after="3600"), State.RATE_LIMITED, CANNOT_TELL, Code.RATE_LIMITED),
    row("14: 403 with Retry-After", empty(403, retry_after="3600"), State.RATE_LIMITED, CANNOT_TELL, Code.RATE_LIMITED),
    *statuses(State.BLOCKED, Code.BLOCKED, 451, 999, 418, 406, 405, 501, 403, 412, 421, 423, 425, 428, 444, 460),
    *statuses(State.UNREADABLE, Code.UNREADABLE, 400, 414, 431, 304),
    *statuses(State.SERVER_ERROR, Code.SERVER_ERROR, 408, 500, 502, 503, 504, 507, 508, 520, 530),
    *statuses(State.TIMEOUT, Code.TIMEOUT, 522, 524),
    *statuses(State.TLS_ERROR, Code.TLS_ERROR, 525, 526),
    *statuses(State.REFUSED, Code.REFUSED, 521, 523),
    row("19: a picture", Reply(body=b"\x89PNG\r\n\x1a\n" + b"\0" * 64, headers=(("Content-Type", "image/png"),)),
        State.UNSUPPORTED_TYPE, CANNOT_TELL, Code.UNSUPPORTED_TYPE),
    row("20: the fact", html("Report", f"<p>{FACT}</p>"), State.LIVE, PRESENT, None),
    row("20: the fact, moved for good", redirect(301, "/new"), State.MOVED, PRESENT, Code.MOVED),
    row("20: the fact, moved for good, method kept", redirect(308, "/new"), State.MOVED, PRESENT, Code.MOVED),
    row("20: the fact, elsewhere for now", redirect(302, "/new"), State.LIVE, PRESENT, None),
    row("20: the fact, behind a slash", redirect(301, "/source/"), State.LIVE, PRESENT, None),
    row("20: the fact, on a page that is not free", FREE_NOT, State.LIVE, PRESENT, None),
    row("20: the fact, under a title that says not found", html("Page not found", f"<p>{FACT}</p>"), State.LIVE,
        PRESENT, None),
    row("20: the fact, beside a form for a password", html("Report", f'<p>{FACT}</p><input type="password">'),
        State.LIVE, PRESENT, None),
    row("21: sent to a login", redirect(302, "/login?next=/source"), State.LOGIN, CANNOT_TELL, Code.LOGIN),
    row("21: a form for a password", html("Sign in", '<form><input type="password"></form>'), State.LOGIN, CANNOT_TELL,
        Code.LOGIN),
    row("22: a bot wall by its body", html("Just a moment...", "<script>window._cf_chl_opt={};</script>"),
        State.BLOCKED, CANNOT_TELL, Code.BLOCKED, "cloudflare"),
    row("23: a parked domain", html("news.test", PARKED), State.PARKED, GONE, Code.PARKED),
    row("24: sent to the front page", redirect(302, "/"), State.SOFT_404, GONE, Code.SOFT_404, "front page"),
    row("24: sent to a page for errors", redirect(302, "/404.html"), State.SOFT_404, GONE, Code.SOFT_404),
    row("25: a title that says not found", html("Page not found", "<p>Try the search.</p>"), State.SOFT_404, GONE,
        Code.SOFT_404),
    row("25: such a title, a longer text, the front page for its own address",
        html("Page not found", f"<p>{LONG[:900]}</p>", ROOT), State.SOFT_404, GONE, Code.SOFT_404),
    row("26: 202", empty(202), State.BLOCKED, CANNOT_TELL, Code.BLOCKED),
    row("26: 204", Reply(204, headers=()), State.UNREADABLE, CANNOT_TELL, Code.UNREADABLE),
    row("26: 205", empty(205), State.UNREADABLE, CANNOT_TELL, Code.UNREADABLE),
    row("26: an empty body", Reply(200, body=b""), State.UNREADABLE, CANNOT_TELL, Code.UNREADABLE),
    row("27: a wall that asks for consent", redirect(302, "/consent?continue=/source"), State.BLOCKED, CANNOT_TELL,
        Code.BLOCKED, "consent"),
    row("28: a page that is not free", html("Report", "<p>First lines.</p>", NOT_FREE), State.PAYWALLED, CANNOT_TELL,
        Code.PAYWALLED),
    row("29: a shell for a script", html("App", SHELL), State.JS_REQUIRED, CANNOT_TELL, Code.JS_REQUIRED),
    row("31: a page without the fact", html("Report", f"<p>{LONG}</p>"), State.LIVE, PRESENT, None),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "state", "kind", "code", "words"), ROWS)
async def test_a_row_of_the_table(  # noqa: PLR0913, PLR0917 - what a row is made of
    web: Web, tmp_path: Path, answer: Answer, state: State, kind: StateClass, code: Code | None, words: str
) -> None:
    web.add("/", html("Harbour news", f"<p>{LONG}</p>"))
    web.add("/new", html("Report", f"<p>{FACT}</p>"))
    web.add("/source/", html("Report", f"<p>{FACT}</p>"))
    web.add("/login", html("Sign in", '<form><input type="password"></form>'))
    web.add("/consent", html("Your choices", "<p>Choose.</p>"))
    web.add("/404.html", html("Oh", "<p>Oh.</p>"))
    finding = await look(tmp_path, web, web.add("/source", answer).replace("127.0.0.1", "news.test"))
    seen = finding.sources[0]
    assert (seen.state, seen.state.state_class, seen.state.code) == (state, kind, code)
    assert words in seen.detail
    if kind is PRESENT:
        silent = "/new" not in web.paths() and FACT not in _text_of(answer) and "/source/" not in web.paths()
        silent = silent and not words
        assert finding.verdict is (Verdict.FAILED_VERIFICATION if silent else Verdict.SUPPORTED)
    else:
        assert finding.verdict is Verdict.UNVERIFIABLE
        assert code in finding.codes


def _text_of(answer: Answer) -> str:
    return answer.body.decode("utf-8", "replace") if isinstance(answer, Reply) else ""


@pytest.mark.parametrize(
    ("host", "state", "kind", "code"),
    [
        ("gone.test", State.DNS_ERROR, GONE, Code.DNS_ERROR),
        ("www.gone.test", State.DNS_ERROR, GONE, Code.DNS_ERROR),
        ("flaky.test", State.UNREADABLE, CANNOT_TELL, Code.UNREADABLE),
        ("old.news.test", State.DNS_ERROR, GONE, Code.DNS_ERROR),
        ("www.flaky.test", State.UNREADABLE, CANNOT_TELL, Code.UNREADABLE),
    ],
    ids=[
        "3: no such host",
        "3: no such host, and no such domain",
        "3: nobody says whether there is such a host",
        "3: no such host, though its domain is there",
        "3: no such host, and nobody says whether its domain is there",
    ],
)
async def test_a_name_without_an_address(
    web: Web, tmp_path: Path, host: str, state: State, kind: StateClass, code: Code
) -> None:
    seen = (await look(tmp_path, web, f"http://{host}/source")).sources[0]
    assert (seen.state, seen.state.state_class, seen.state.code) == (state, kind, code)


async def test_3_a_retired_part_of_a_living_domain_is_suspected_at_first_and_its_domain_named(
    web: Web, tmp_path: Path
) -> None:
    seen = (await look(tmp_path, web, "http://old.news.test/source")).sources[0]
    assert seen.suspected
    assert seen.detail == "there is no such host, though its domain news.test is there"


@pytest.mark.parametrize(
    ("answer", "state", "words"),
    [
        (empty(403), State.PAYWALLED, "sells subscriptions"),
        (empty(403, cf_mitigated="challenge"), State.BLOCKED, "cloudflare"),
        (html("Just a moment...", "<script>window._cf_chl_opt={};</script>", status=403), State.BLOCKED, "cloudflare"),
        (empty(403, retry_after="3600"), State.RATE_LIMITED, "pause"),
    ],
    ids=["a plain 403", "a bot wall by its header", "a bot wall by its body", "with Retry-After"],
)
async def test_13_a_host_that_sells_subscriptions_forbids(
    web: Web, tmp_path: Path, answer: Answer, state: State, words: str
) -> None:
    url = web.add("/source", answer).replace("127.0.0.1", "www.ft.com")
    seen = (await look(tmp_path, web, url)).sources[0]
    assert seen.state is state
    assert words in seen.detail


@pytest.mark.parametrize(
    ("cited", "understood"),
    [
        ("/source%2520one", "/source%20one"),
        ("/source?q=%255B1%255D", "/source?q=%5B1%5D"),
        ("/source?n=7&utm_source=feed&fbclid=x", "/source?n=7"),
        ("/source?q=a+b%2Bc&gclid=x", "/source?q=a+b%2Bc"),
    ],
    ids=[
        "encoded twice",
        "encoded twice, in the query",
        "counters of visitors",
        "a space and a plus stay what they are",
    ],
)
async def test_17_an_address_that_is_not_understood_is_asked_for_once_more_as_it_should_be(
    web: Web, tmp_path: Path, cited: str, understood: str
) -> None:
    def answer(asked: Asked) -> Reply:
        return html("Report", f"<p>{FACT}</p>") if asked.path == understood else empty(400)

    for path in (cited, understood):
        web.add(path.partition("?")[0], answer)
    finding = await look(tmp_path, web, web.url(cited))
    assert (finding.sources[0].state, finding.verdict) == (State.LIVE, Verdict.SUPPORTED)
    assert [path for path in web.paths() if path.startswith("/source")] == [cited, understood]


async def test_17_that_there_is_nothing_at_an_address_written_otherwise_says_nothing(web: Web, tmp_path: Path) -> None:
    url = web.add("/source%2520one", empty(400))
    seen = (await look(tmp_path, web, url)).sources[0]
    assert (seen.state, seen.http_status) == (State.UNREADABLE, 400)
    assert "/source%20one" in web.paths()


async def test_4_nobody_listens(web: Web, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/source"
        seen = (await look(tmp_path, web, url)).sources[0]
    assert (seen.state, seen.detail) == (State.REFUSED, "connection refused")


async def test_6_what_speaks_no_tls(web: Web, tmp_path: Path) -> None:
    seen = (await look(tmp_path, web, f"https://127.0.0.1:{web.port}/source")).sources[0]
    assert (seen.state, seen.state.code) == (State.TLS_ERROR, Code.TLS_ERROR)


async def test_2_robots(web: Web, tmp_path: Path) -> None:
    rules = Reply(body=b"User-agent: *\nDisallow: /source\n", headers=(("Content-Type", "text/plain"),))
    web.add("/robots.txt", rules)
    url = web.add("/source", page(FACT))
    seen = (await look(tmp_path, web, url, replace(SETTINGS, robots=True))).sources[0]
    assert (seen.state, seen.detail) == (State.BLOCKED, "robots.txt does not allow it")


async def test_25_a_page_that_is_at_every_address(web: Web, tmp_path: Path) -> None:
    web.add("/", html("Harbour news", f"<p>{LONG}</p>"))
    web.otherwise = lambda _asked: html(
        "Our site", "<p>What you look for has left our shelves for good, or never was.</p>"
    )
    seen = (await look(tmp_path, web, web.url("/news/source"))).sources[0]
    assert (seen.state, seen.state.code) == (State.SOFT_404, Code.SOFT_404)


def test_every_state_has_a_row() -> None:
    told = {State.DNS_ERROR, *(param.values[1] for param in ROWS)}  # type: ignore[attr-defined]  # pytest's own
    assert told == set(State)
