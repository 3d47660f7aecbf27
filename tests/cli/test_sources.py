"""Sources on real sockets, end to end: what stands at an address, its code, and what becomes of the claim on it."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from cli.programs import Desk
from web.server import Reply, Web, page, redirect

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
    done = desk.run("verify", prefix=WITHOUT_NETWORK)
    assert done.code == 3
    assert done.out.count("network here is down") + done.err.count("network here is down") == 1
    assert "2 unverifiable" in done.out
    report = json.loads(desk.run("verify", "--format", "json", prefix=WITHOUT_NETWORK).out)
    assert report["summary"]["network_down"] is True
    assert {finding["sources"][0]["suspected"] for finding in report["findings"]} == {False}


def test_each_source_is_asked_once_whatever_the_number_of_claims(desk: Desk, web: Web) -> None:
    address = web.add("/report", page(FACT))
    claims = "".join(
        f"  - {{id: c{n}, claim: The harbour handled {n} ships., source: '{address}'}}\n" for n in range(9)
    )
    desk.write("claims.yaml", f"language: en\nclaims:\n{claims}")
    desk.call("verify", "--allow-private", "127.0.0.1")
    assert web.paths() == ["/report"]
