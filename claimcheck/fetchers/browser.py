"""Pages that a script makes, rendered by a real Chromium: a source → the page as a reader's browser shows it.

The browser is one that is on the machine, driven by Playwright (the extra ``browser``), and it reaches the network
through this shelf alone: every request of a page is intercepted and answered by our own getters, so that the address
guard, the pace of hosts, the bounds of time and size and the honest name hold for its scripts as well.  What the
interception does not see has no way out: direct connections lead to a proxy that is none, names resolve to nothing,
sockets, workers in the background and downloads are refused.  Only GET is answered, and no pictures, films or fonts.
A script is a stranger: what the user has for other hosts, secrets and exemptions, is not for it to use.

One page is rendered at a time, in a context of its own without cookies; a browser that hangs is replaced.
"""

import asyncio
import contextlib
import importlib.util
import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from claimcheck.enums import State
from claimcheck.errors import UsageError
from claimcheck.fetchers.outcomes import Answer, Budget, Getter, Request
from claimcheck.fetchers.settings import FetchSettings
from claimcheck.model import Fetched, Source

VARIABLE = "CLAIMCHECK_CHROMIUM"
"""The environment variable that names the browser's program."""
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
_ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)
_ARGUMENTS = (
    "--proxy-server=http://127.0.0.1:9",  # the discard port: whatever is not intercepted goes nowhere
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-background-networking",
    "--js-flags=--max-old-space-size=256",
)
_WANTED = frozenset({"document", "script", "xhr", "fetch", "stylesheet"})
_MOST_REQUESTS = 150
_QUIET = 5.0
"""Seconds that are waited for a page to fall silent; many never do."""
_TO_CLOSE = 3.0
_NOT_PASSED_ON = frozenset({"content-encoding", "content-length", "transfer-encoding", "connection", "set-cookie"})
_OUTER = "limit => document.documentElement.outerHTML.slice(0, limit)"


def find_browser(*, driver: str = "playwright", elsewhere: Sequence[str] = _ELSEWHERE) -> str:
    """Return the program of the browser.

    Args:
        driver: the library that drives it.
        elsewhere: where it may be besides the folders of ``PATH``.

    Raises:
        UsageError: the extra is not installed, or there is no browser; the hint names the command that brings it.
    """
    if importlib.util.find_spec(driver) is None:
        raise UsageError("--browser needs Playwright", hint="pip install 'claimcheck-cli[browser]'")
    named = os.environ.get(VARIABLE)
    if named:
        if not shutil.which(named):
            raise UsageError(f"--browser: {VARIABLE} names {named}, which is no program", hint="correct or unset it")
        return named
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None) or next(filter(shutil.which, elsewhere), None)
    if found is None:
        hint = f"apt-get install chromium; or name one: {VARIABLE}=/path/to/chromium"
        raise UsageError("--browser: no Chromium is on this machine", hint=hint)
    return found


class Browser:
    """Renders pages, one at a time."""

    def __init__(self, getter: Getter, settings: FetchSettings) -> None:
        """Find the browser; it is started when the first page needs it.

        Raises:
            UsageError: there is none.
        """
        self._program = find_browser()
        self._getter = getter
        self._settings = settings
        self._turn = asyncio.Lock()
        self._driver: Any = None
        self._browser: Any = None

    async def render(self, fetched: Fetched) -> Fetched:
        """Return a page as it is once its scripts have run; what was fetched, with the cause, where that fails."""
        from playwright.async_api import Error  # noqa: PLC0415 - only where a page needs it

        async with self._turn:
            try:
                # That the first page starts the browser, on a busy machine, is no fault of the page's.
                browser = await self._open()
                async with asyncio.timeout(self._settings.render):
                    html = await self._render(browser, fetched.source, fetched.final_url)
            except TimeoutError:
                await self._drop()
                return replace(
                    fetched, state=State.JS_REQUIRED, detail=f"its scripts took more than {self._settings.render:g} s"
                )
            except Error as error:
                await self._drop()
                cause = str(error).strip().split("\n")[0][:120]
                return replace(fetched, state=State.JS_REQUIRED, detail=f"the browser could not show it ({cause})")
        if fetched.page is None or not html:
            return fetched
        limit = self._settings.page_bytes
        body = html.encode("utf-8", "replace")[:limit]
        truncated = f"larger than {limit // 1_000_000} MB" if len(body) >= limit else ""
        page = replace(fetched.page, url=fetched.final_url, body=body, media_type="text/html", charset="utf-8")
        page = replace(page, status=200, headers=(), truncated=truncated)
        return replace(fetched, page=page, detail="read as its scripts show it")

    async def aclose(self) -> None:
        """End the browser, if there is one."""
        await self._drop()

    async def _render(self, browser: Any, source: Source, url: str) -> str:
        context = await browser.new_context(service_workers="block", accept_downloads=False)
        try:
            visit = _Visit(self._getter, source, self._settings.page_bytes, self._settings.render)
            await context.route("**/*", visit.answer)
            await context.route_web_socket("**/*", _refuse_socket)
            page = await context.new_page()
            await page.goto(url, wait_until="domcontentloaded", timeout=self._settings.render * 1000)
            with contextlib.suppress(Exception):  # a page that is never silent is read as it is
                await page.wait_for_load_state("networkidle", timeout=_QUIET * 1000)
            html = await page.evaluate(_OUTER, self._settings.page_bytes)
            return html if isinstance(html, str) else ""
        finally:
            async with asyncio.timeout(_TO_CLOSE):
                await context.close()

    async def _open(self) -> Any:
        from playwright.async_api import async_playwright  # noqa: PLC0415 - only where a page needs it

        if self._browser is None:
            self._driver = await async_playwright().start()
            self._browser = await self._driver.chromium.launch(
                executable_path=self._program,
                args=list(_ARGUMENTS),
                # As root, in containers, Chromium has no sandbox and refuses to start with one.
                chromium_sandbox=getattr(os, "geteuid", lambda: 1)() != 0,
                env={name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "TMPDIR"}},
            )
        return self._browser

    async def _drop(self) -> None:
        browser, driver, self._browser, self._driver = self._browser, self._driver, None, None
        with contextlib.suppress(Exception):  # whatever it is, it is to be gone
            async with asyncio.timeout(_TO_CLOSE):
                if browser is not None:
                    await browser.close()
        with contextlib.suppress(Exception):
            async with asyncio.timeout(_TO_CLOSE):
                if driver is not None:
                    await driver.stop()


class _Visit:
    """What one page may ask for."""

    def __init__(self, getter: Getter, source: Source, size: int, seconds: float) -> None:
        self._getter = getter
        self._source = source
        self._left = size
        self._asked = 0
        self._budget = Budget(seconds)

    async def answer(self, route: Any) -> None:
        """Answer a request of the page by our own getter, or refuse it."""
        asked = route.request
        self._asked += 1
        wanted = asked.method == "GET" and asked.resource_type in _WANTED
        if not wanted or urlsplit(asked.url).scheme not in {"http", "https"} or self._asked > _MOST_REQUESTS:
            await _finish(route.abort("blockedbyclient"))
            return
        url = asked.url.partition("#")[0]
        wish = Request(url, self._source, self._budget, patient=False, cited=False, confined=True)
        outcome = await self._getter.get(wish)
        if not isinstance(outcome, Answer) or len(outcome.body) > self._left:
            await _finish(route.abort("failed"))
            return
        self._left -= len(outcome.body)
        headers = {name: value for name, value in outcome.headers if name not in _NOT_PASSED_ON}
        await _finish(route.fulfill(status=outcome.status, headers=headers, body=outcome.body))


async def _finish(doing: Any) -> None:
    # The page may be gone before its answer is there.
    with contextlib.suppress(Exception):
        await doing


async def _refuse_socket(socket: Any) -> None:
    await _finish(socket.close())
