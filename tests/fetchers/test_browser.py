"""Pages that a script fills, in a real Chromium: what they show is read, and nothing gets round the fetcher."""

import importlib.util
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from fetchers.conftest import QUICK
from fetchers.getters import source
from web.server import Asked, Reply, Web, page, redirect

from claimcheck.enums import State
from claimcheck.errors import UsageError
from claimcheck.fetchers import FetchSettings, HostSettings, SourceFetcher
from claimcheck.fetchers.browser import find_browser
from claimcheck.model import Fetched

needs_browser = pytest.mark.skipif(
    importlib.util.find_spec("playwright") is None or shutil.which("chromium") is None,
    reason="no Chromium, or no Playwright: pip install 'claimcheck-cli[browser]'; apt-get install chromium",
)
SETTINGS = replace(QUICK, total=10.0, render=15.0)
SHELL = b"<!doctype html><title>App</title><div id=root></div><script src=/app.js></script>"
SHOW = "const show = text => { document.getElementById('root').innerHTML = '<p>' + text + '</p>'; };\n"
FOREIGN = "127.0.0.3"
"""A host that is not allowed."""


def script(text: str) -> Reply:
    return Reply(body=(SHOW + text).encode(), headers=(("Content-Type", "text/javascript"),))


def data(text: str) -> Reply:
    open_to_all = (("Content-Type", "application/json"), ("Access-Control-Allow-Origin", "*"))
    return Reply(body=text.encode(), headers=open_to_all)


async def render(web: Web, folder: Path, text: str, settings: FetchSettings = SETTINGS) -> Fetched:
    web.add("/app.js", script(text))
    fetcher = SourceFetcher(folder, settings)
    try:
        return await fetcher.render(await fetcher.fetch(source(web.add("/", Reply(body=SHELL)))))
    finally:
        await fetcher.aclose()


def text_of(fetched: Fetched) -> str:
    return fetched.page.body.decode() if fetched.page is not None else ""


@needs_browser
async def test_what_a_script_shows_is_read(web: Web, tmp_path: Path) -> None:
    web.add("/data", data('{"n": 4200}'))
    fetched = await render(web, tmp_path, "fetch('/data').then(r => r.json()).then(d => show(d.n + ' containers'))")
    assert "<p>4200 containers</p>" in text_of(fetched)
    assert (fetched.state, fetched.detail) == (State.LIVE, "read as its scripts show it")
    assert {asked.headers["user-agent"].partition("/")[0] for asked in web.asked} == {"claimcheck"}


@needs_browser
@pytest.mark.parametrize(
    "way",
    [
        "fetch('{url}')",
        "fetch('/away')",
        "location.href = '{url}'",
        "document.body.append(Object.assign(document.createElement('iframe'), {{src: '{url}'}}))",
        "document.body.append(Object.assign(document.createElement('script'), {{src: '{url}'}}))",
        "new Image().src = '{url}'",
        "new WebSocket('{url}'.replace('http', 'ws'))",
        "new EventSource('{url}')",
        "navigator.sendBeacon('{url}', 'x')",
        "window.open('{url}')",
    ],
)
async def test_no_script_reaches_an_address_that_is_not_allowed(web: Web, tmp_path: Path, way: str) -> None:
    url = web.url("/inside", host=FOREIGN)
    web.add("/inside", page("inside"))
    web.add("/away", redirect(302, url))
    allowed = replace(SETTINGS, allow_private=("127.0.0.1",))
    await render(web, tmp_path, f"{way.format(url=url)}; show('done')", allowed)
    assert FOREIGN not in {asked.host for asked in web.asked}


@needs_browser
async def test_what_is_allowed_and_set_for_another_host_is_not_for_a_script(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGIN", "ada:s3cr3t")
    hosts = {f"http://{host}:{web.port}": HostSettings(basic_from="LOGIN") for host in ("127.0.0.1", "127.0.0.2")}
    web.add("/inside", data("1"))
    await render(web, tmp_path, f"fetch('{web.url('/inside', host='127.0.0.2')}')", replace(SETTINGS, hosts=hosts))
    assert {asked.host for asked in web.asked} == {"127.0.0.1"}
    assert all("authorization" in asked.headers for asked in web.asked)


@needs_browser
async def test_pictures_and_posts_are_left_out(web: Web, tmp_path: Path) -> None:
    await render(web, tmp_path, "new Image().src = '/a.png'; fetch('/post', {method: 'POST', body: 'x'})")
    assert set(web.paths()) == {"/", "/app.js"}


@needs_browser
async def test_a_script_without_end_is_stopped(web: Web, tmp_path: Path) -> None:
    fetched = await render(web, tmp_path, "while (true) {}", replace(SETTINGS, render=4.0))
    assert fetched.state is State.JS_REQUIRED


@needs_browser
async def test_a_page_asks_for_so_much_and_no_more(web: Web, tmp_path: Path) -> None:
    def counted(_asked: Asked) -> Reply:
        return data("1")

    web.otherwise = counted
    await render(web, tmp_path, "for (let n = 0; n < 400; n++) fetch('/more/' + n).catch(() => 0)")
    assert len(web.asked) <= 152


def test_a_browser_that_is_not_there_is_named_with_the_command_that_brings_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CLAIMCHECK_CHROMIUM", raising=False)
    with pytest.raises(UsageError, match="no Chromium") as caught:
        find_browser(driver="claimcheck", elsewhere=())
    assert "apt-get install chromium" in caught.value.hint
    monkeypatch.setenv("CLAIMCHECK_CHROMIUM", str(tmp_path / "none"))
    with pytest.raises(UsageError, match="CLAIMCHECK_CHROMIUM names"):
        find_browser(driver="claimcheck")


def test_an_extra_that_is_not_there_is_named_with_the_command_that_brings_it() -> None:
    with pytest.raises(UsageError, match="needs Playwright") as caught:
        find_browser(driver="no_such_driver")
    assert caught.value.hint == "pip install 'claimcheck-cli[browser]'"
