"""Sources on real sockets, end to end: what stands at an address, its code, and what becomes of the claim on it."""

import importlib.util
import json
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from cli.programs import Desk
from web.behaviours import cut_short, drip_after
from web.server import Behaviour, Reply, Web, page, redirect

from claimcheck.reporters import REPORTERS

FACT = "The harbour of Veldt handled 4,200 containers in March."
LONG = "Most of the cranes stood still for a day, the office of the harbour writes in its report. " * 40


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as served:
        yield served


def html(title: str, body: str, head: str = "", status: int = 200) -> Reply:
    text = f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    return Reply(status, body=text.encode())


def verify(desk: Desk, address: str, *options: str) -> tuple[dict[str, Any], int]:
    """Return the one finding of a run, and the exit code."""
    desk.write("claims.yaml", f"language: en\nclaims:\n  - claim: {FACT}\n    source: {address}\n")
    done = desk.call("verify", "--allow-private", "127.0.0.1", "--format", "json", *options)
    assert "Traceback" not in done.err
    return json.loads(done.out)["findings"][0], done.code


NOT_FREE = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'


@pytest.mark.parametrize(
    ("answer", "state", "code"),
    [
        pytest.param(html("Report", f"<p>{LONG}</p>"), "live", None, id="a page that does not say it"),
        pytest.param(html("Page not found", "<p>Try the search.</p>"), "soft_404", "S104", id="soft 404"),
        pytest.param(html("Page not found", f"<p>{FACT}</p>", status=404), "not_found", "S103", id="404"),
        pytest.param(html("Gone", f"<p>{FACT}</p>", status=410), "gone", "S102", id="410"),
        pytest.param(html("Forbidden", f"<p>{FACT}</p>", status=403), "blocked", "S110", id="403"),
        pytest.param(
            html("Just a moment...", "<script>window._cf_chl_opt={};</script>", status=404), "blocked", "S110",
            id="404 of a bot wall",
        ),
        pytest.param(html("Report", "<p>First lines.</p>", NOT_FREE), "paywalled", "S112", id="paywall"),
        pytest.param(
            html("Sign in", '<form><input type="text"><input type="password"></form>'), "login", "S111", id="login"
        ),
        pytest.param(
            html("App", '<div id="root"></div><script src="/app.js"></script>'), "js_required", "S121", id="a shell"
        ),
        pytest.param(
            html("harbour.example", "<h1>This domain is for sale</h1><p>Buy this domain.</p>"), "parked", "S105",
            id="parked",
        ),
        pytest.param(html("404: the page not found that made us", f"<p>{LONG}</p>"), "live", None, id="a headline"),
        pytest.param(redirect(302, "/login?next=/report"), "login", "S111", id="redirect to a login"),
        pytest.param(redirect(301, "/"), "soft_404", "S104", id="redirect to the front page"),
        pytest.param(redirect(301, "/new"), "moved", "S101", id="moved"),
    ],
)  # fmt: skip
def test_what_stands_in_the_place_of_the_fact_is_a_state_with_its_code(
    desk: Desk, web: Web, answer: Reply, state: str, code: str | None
) -> None:
    web.add("/", html("Harbour news", f"<p>{LONG}</p>"))
    web.add("/login", html("Sign in", '<form><input type="password"></form>'))
    web.add("/new", html("Report", f"<p>{LONG}</p>"))
    finding, _ = verify(desk, web.add("/report", answer))
    source = finding["sources"][0]
    assert (source["state"], source["code"]) == (state, code)
    assert finding["verdict"] == ("failed_verification" if state in {"live", "moved"} else "unverifiable")
    assert finding["evidence"] == [] or state in {"live", "moved"}


@pytest.mark.parametrize(
    "answer",
    [
        html("Report", f"<p>{FACT}</p>", NOT_FREE),
        html("Page not found", f"<p>{FACT}</p>"),
        html("Sign in", f'<p>{FACT}</p><form><input type="password"></form>'),
        html("Report", f'<p>{FACT}</p><div id="onetrust-banner">We use cookies.</div>'),
        redirect(302, "/"),
    ],
    ids=["paywall", "soft 404", "login", "consent", "redirect to the front page"],
)
def test_evidence_on_the_page_means_present_whatever_it_carries(desk: Desk, web: Web, answer: Reply) -> None:
    web.add("/", html("Harbour news", f"<p>{FACT}</p>"))
    finding, code = verify(desk, web.add("/report", answer))
    assert (finding["verdict"], finding["sources"][0]["state"], code) == ("supported", "live", 0)


BROKEN_OFF = f"<p>{FACT}</p><p>The quay is {'long and ' * 40}wide.</p><p>It han".encode()


@pytest.mark.parametrize("answer", [cut_short(BROKEN_OFF, 9000), drip_after(BROKEN_OFF)], ids=["cut", "dripping"])
def test_evidence_in_what_came_before_a_body_broke_off_is_evidence(desk: Desk, web: Web, answer: Behaviour) -> None:
    finding, code = verify(desk, web.add("/report", answer), "--no-second-pass", "--deadline", "2.5")
    source = finding["sources"][0]
    assert (finding["verdict"], source["state"], code) == ("supported", "live", 0)
    assert source["detail"].startswith("read in part (")


@pytest.mark.parametrize(
    "last", ["<p>The harbour of Veldt handled 4,200", "<table><tr><td>Veldt<td>4,200", f"<p>Nothing.</p><p>{FACT[:-5]}"]
)
def test_what_a_body_broke_off_in_the_midst_of_is_no_evidence(desk: Desk, web: Web, last: str) -> None:
    for claim in ("The harbour of Veldt handled 4,200 containers.", "The harbour of Veldt handled 4 containers."):
        answer = cut_short(f"<h1>Veldt</h1>{last}".encode(), 9000)
        desk.write("claims.yaml", f"claims:\n  - claim: {claim}\n    source: {web.add('/report', answer)}\n")
        options = ("--allow-private", "127.0.0.1", "--no-second-pass", "--format", "json")
        finding = json.loads(desk.call("verify", *options).out)["findings"][0]
        assert (finding["verdict"], finding["sources"][0]["state"]) == ("unverifiable", "refused")


def test_a_broken_off_body_without_evidence_says_nothing(desk: Desk, web: Web) -> None:
    answer = cut_short(b"<p>The harbour of Veldt handled 9,900 containers in March. The rest is si", 9000)
    finding, code = verify(desk, web.add("/report", answer), "--no-second-pass")
    assert (finding["verdict"], finding["sources"][0]["state"], code) == ("unverifiable", "refused", 0)


@pytest.mark.parametrize(("status", "code"), [(404, 1), (403, 0), (451, 0)])
def test_only_what_is_gone_fails_a_run_and_what_cannot_be_told_only_a_strict_one(
    desk: Desk, web: Web, status: int, code: int
) -> None:
    address = web.add("/report", page("Sorry.", status=status))
    assert verify(desk, address)[1] == code
    assert verify(desk, address, "--strict")[1] == (code or 3)


def test_a_private_address_is_refused_unless_it_is_allowed(desk: Desk, web: Web) -> None:
    desk.write("claims.yaml", f"claims:\n  - claim: {FACT}\n    source: {web.add('/report', page(FACT))}\n")
    finding = json.loads(desk.call("verify", "--format", "json").out)["findings"][0]
    assert finding["sources"][0]["state"] == "forbidden_address"
    assert web.asked == []


WITHOUT_NETWORK = ("unshare", "--map-root-user", "--net")


@pytest.mark.skipif(
    shutil.which("unshare") is None
    or subprocess.run([*WITHOUT_NETWORK, "true"], check=False, capture_output=True).returncode != 0,
    reason="takes the right to make a network namespace",
)
def test_without_a_network_that_is_said_once_and_no_source_is_called_gone(desk: Desk) -> None:
    claims = "".join(
        f"  - {{id: c{n}, claim: The harbour handled {n} ships., source: 'https://{n}.example.org/'}}\n" for n in (2, 3)
    )
    desk.write("claims.yaml", f"language: en\nclaims:\n{claims}")
    concise = desk.run("verify", "--format", "concise", prefix=WITHOUT_NETWORK).out.splitlines()
    assert [line.partition("network: ")[2] for line in concise] == [
        "no source on the web could be reached from here; 2 claims not checked"
    ]
    shown = desk.run("show", "c2", prefix=WITHOUT_NETWORK).out
    assert "not reached" in shown
    assert "unreadable" not in shown
    done = desk.run("verify", prefix=WITHOUT_NETWORK)
    assert done.code == 3
    assert done.out.count("network here is down") + done.err.count("network here is down") == 1
    assert "2 unverifiable" in done.out
    report = json.loads(desk.run("verify", "--format", "json", prefix=WITHOUT_NETWORK).out)
    assert report["summary"]["network_down"] is True
    assert {finding["sources"][0]["suspected"] for finding in report["findings"]} == {False}


def test_a_source_that_was_not_looked_at_is_called_so(desk: Desk) -> None:
    desk.write("claims.yaml", f"claims:\n  - id: held\n    claim: {FACT}\n    source: https://harbour.example/\n")
    for command in (("show", "held"), ("verify",)):
        shown = desk.call(*command, "--offline").out
        assert "not looked at" in shown
        assert "--offline asks for none" in " ".join(shown.split())
        assert "unreadable" not in shown


def test_each_source_is_asked_once_whatever_the_number_of_claims(desk: Desk, web: Web) -> None:
    address = web.add("/report", page(FACT))
    claims = "".join(
        f"  - {{id: c{n}, claim: The harbour handled {n} ships., source: '{address}'}}\n" for n in range(9)
    )
    desk.write("claims.yaml", f"language: en\nclaims:\n{claims}")
    desk.call("verify", "--allow-private", "127.0.0.1", "--no-probe")
    assert web.paths() == ["/report"]


SORRY = "<p>What you look for has left our shelves. Try the search, or begin again at the top of the site.</p>"


def catch_all(web: Web, answer: Reply, *, at: str = "/news/") -> None:
    """Answer every path below one in the same way."""
    web.otherwise = lambda asked: answer if asked.path.startswith(at) else Reply(404)


def test_a_page_that_is_at_every_address_is_no_page(desk: Desk, web: Web) -> None:
    catch_all(web, html("Our site", SORRY))
    web.add("/", html("Harbour news", f"<p>{LONG}</p>"))
    finding, _ = verify(desk, web.url("/news/report"))
    source = finding["sources"][0]
    assert (source["state"], source["code"], finding["verdict"]) == ("soft_404", "S104", "unverifiable")
    assert source["detail"] == "the site shows the same page at an address that cannot exist"


def test_a_page_that_is_at_every_address_and_in_front_may_be_a_wall(desk: Desk, web: Web) -> None:
    catch_all(web, html("Our site", SORRY), at="/")
    source = verify(desk, web.url("/news/report"))[0]["sources"][0]
    assert (source["state"], source["code"]) == ("blocked", "S110")


def test_where_the_evidence_is_found_nothing_is_probed(desk: Desk, web: Web) -> None:
    catch_all(web, html("Our site", f"<p>{FACT}</p>"), at="/")
    assert verify(desk, web.url("/news/report"))[0]["verdict"] == "supported"
    assert web.paths() == ["/news/report"]


def test_a_sibling_that_is_not_found_leaves_the_page_what_it_is(desk: Desk, web: Web) -> None:
    finding, _ = verify(desk, web.add("/news/report", html("Report", SORRY)))
    assert (finding["sources"][0]["state"], finding["verdict"]) == ("live", "failed_verification")
    assert len(web.asked) == 2


def test_a_folder_is_probed_once_and_not_at_all_where_that_is_switched_off(desk: Desk, web: Web) -> None:
    for number in range(6):
        web.add(f"/news/{number}", html(f"Report {number}", f"<p>{LONG}</p>"))
    claims = "".join(f"  - claim: {FACT}\n    source: {web.url(f'/news/{n}')}\n" for n in range(6))
    desk.write("claims.yaml", f"language: en\nclaims:\n{claims}")
    desk.call("verify", "--allow-private", "127.0.0.1", "--delay", "0")
    assert len(web.asked) == 7
    for option, asked in (("--no-probe", 6), ("--probe", 6), ("--no-cache", 7)):
        web.asked.clear()
        desk.call("verify", "--allow-private", "127.0.0.1", "--delay", "0", option)
        assert len(web.asked) == asked, option


def test_what_a_host_shows_for_what_it_has_not_is_remembered_and_still_told(desk: Desk, web: Web) -> None:
    """The second run knows from the first what the host shows at an address that cannot exist."""
    web.add("/", html("Harbour news", f"<p>{LONG}</p>"))
    address = web.add("/news/report", html("Veldt", SORRY))
    sibling = _ask_for_sibling(desk, web, address)
    web.add(sibling, html("Veldt", SORRY))
    desk.call("cache", "--clear")
    assert verify(desk, address)[0]["sources"][0]["state"] == "soft_404"
    web.asked.clear()
    assert verify(desk, address)[0]["sources"][0]["state"] == "soft_404"
    assert sibling not in [asked.path for asked in web.asked]


def _ask_for_sibling(desk: Desk, web: Web, address: str) -> str:
    """Return the path beside an address that is asked for because it cannot exist."""
    verify(desk, address)
    (path,) = {asked.path for asked in web.asked} - {"/", "/news/report"}
    web.asked.clear()
    return path


@pytest.mark.parametrize(
    ("fragment", "note"),
    [
        ("#pay", ""),
        ("#old-name", ""),
        ("#b%C3%A9ton", ""),
        ("#readme", ""),
        ("#gone", "the page has no place '#gone'"),
        ("#top", ""),
        ("#/route", ""),
        ("#page=3", ""),
        ("#:~:text=4%2C200%20containers", ""),
        ("#gone:~:text=4%2C200%20containers", "the page has no place '#gone'"),
    ],
)
def test_a_place_that_an_address_names_is_on_the_page_or_that_is_said(
    desk: Desk, web: Web, fragment: str, note: str
) -> None:
    places = '<h2 id="pay">Pay</h2><a name="old-name"></a><h2 id="béton">B</h2><h2 id="user-content-readme">R</h2>'
    finding, code = verify(desk, web.add("/report", html("Report", f"{places}<p>{FACT}</p>")) + fragment)
    source = finding["sources"][0]
    assert (source["state"], source["detail"], finding["verdict"], code) == ("live", note, "supported", 0)


SECRET = "hush-hush-42"


@pytest.mark.parametrize("form", [*REPORTERS, "show"])
def test_no_secret_of_an_address_is_in_any_output(desk: Desk, web: Web, form: str) -> None:
    web.add("/moved", html("Report", f"<p>{LONG}</p><p>{FACT}</p>"))
    url = web.add("/report", redirect(301, f"/moved?sig={SECRET}")) + f"?token={SECRET}"
    gone = web.url("/gone") + f"?X-Amz-Signature={SECRET}"
    desk.write(
        "claims.yaml",
        f"language: en\nclaims:\n  - id: a\n    claim: {FACT}\n    source: {url}\n"
        f"  - id: b\n    claim: {FACT}\n    source: {gone}\n",
    )
    network = ("--allow-private", "127.0.0.1")
    for done in (
        [desk.call("show", name, *network) for name in "ab"] if form == "show" else
        [desk.call("verify", "--format", form, *network)]
    ):  # fmt: skip
        assert done.out
        assert SECRET not in done.out + done.err


def test_no_secret_of_an_address_is_in_a_complaint(desk: Desk) -> None:
    desk.write("claims.yaml", f"claims:\n  - It is so.: htps://a.example/?token={SECRET}\n")
    done = desk.call("lint")
    assert done.code == 2
    assert SECRET not in done.out + done.err


@pytest.mark.parametrize(
    ("count", "options", "obeyed"),
    [(2, (), False), (101, (), True), (2, ("--robots",), True), (101, ("--no-robots",), False)],
    ids=["an article", "bulk", "an article that asks for it", "bulk that does not want it"],
)
def test_robots_txt_is_obeyed_in_bulk_or_where_that_is_asked_for(
    desk: Desk, web: Web, count: int, options: tuple[str, ...], obeyed: bool
) -> None:
    web.otherwise = lambda _asked: html("Report", f"<p>{FACT}</p>")
    web.add("/robots.txt", Reply(body=b"User-agent: *\nDisallow: /\n", headers=(("Content-Type", "text/plain"),)))
    claims = "".join(f"  - claim: {FACT}\n    source: {web.url(f'/{n}')}\n" for n in range(count))
    desk.write("claims.yaml", f"language: en\nclaims:\n{claims}")
    fast = ("--allow-private", "127.0.0.1", "--delay", "0", "--max-per-host", "9", "--format", "json")
    findings = json.loads(desk.call("verify", *fast, *options).out)["findings"]
    assert {finding["sources"][0]["state"] for finding in findings} == {"blocked" if obeyed else "live"}
    assert len(web.asked) == (1 if obeyed else count)


def test_what_is_accepted_of_a_signed_address_is_kept_without_its_secret_and_found_again(desk: Desk, web: Web) -> None:
    url = web.add("/report", html("Report", f"<p>{FACT}</p>")) + f"?token={SECRET}"
    desk.write("claims.yaml", f"language: en\nclaims:\n  - claim: {FACT}\n    source: {url}\n")
    network = ("--allow-private", "127.0.0.1")
    assert desk.call("accept", "--yes", "--by", "desk", *network).out.startswith("accepted ")
    lock = (desk.folder / "claims.lock").read_text()
    assert "REDACTED" in lock
    assert SECRET not in lock
    web.add("/report", html("Report", f"<p>{FACT.replace('4,200', '4,300')}</p>"))
    done = desk.call("verify", "--format", "concise", "--no-cache", *network)
    assert "D3" in done.out


needs_browser = pytest.mark.skipif(
    importlib.util.find_spec("playwright") is None or shutil.which("chromium") is None,
    reason="no Chromium, or no Playwright: pip install 'claimcheck-cli[browser]'; apt-get install chromium",
)


@needs_browser
def test_a_page_that_a_script_fills_is_read_with_a_browser_and_not_without(desk: Desk, web: Web) -> None:
    filler = f"document.getElementById('root').innerHTML = '<p>{FACT}</p>'".encode()
    web.add("/app.js", Reply(body=filler, headers=(("Content-Type", "text/javascript"),)))
    url = web.add("/report", html("App", '<div id="root"></div><script src="/app.js"></script>'))
    without, _ = verify(desk, url)
    assert (without["sources"][0]["state"], without["verdict"]) == ("js_required", "unverifiable")
    with_it, code = verify(desk, url, "--browser")
    assert (with_it["sources"][0]["state"], with_it["verdict"], code) == ("live", "supported", 0)


def test_a_browser_that_is_not_there_is_a_usage_error(desk: Desk, web: Web) -> None:
    desk.write("claims.yaml", f"claims:\n  - claim: {FACT}\n    source: {web.url('/')}\n")
    done = desk.run("verify", "--browser", CLAIMCHECK_CHROMIUM="/none")
    assert done.code == 2
    assert "--browser" in done.err
    assert web.asked == []
