"""Each source the way its address says: files below one folder, the web, or nothing when offline."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest
from fetchers.conftest import Fetch
from fetchers.getters import source
from web.bombs import encode
from web.server import Asked, Reply, Web, page

from claimcheck.enums import State, StateClass
from claimcheck.errors import UsageError
from claimcheck.fetchers import FetchSettings, SourceFetcher
from claimcheck.model import Fetched


async def read(root: Path, path: str, **settings: int) -> Fetched:
    fetcher = SourceFetcher(root, FetchSettings(**settings))
    try:
        return await fetcher.fetch(source(f"file:{path}"))
    finally:
        await fetcher.aclose()


async def test_a_file_is_read_with_the_type_that_its_name_says(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.html").write_bytes(b"<p>3,000 people")
    fetched = await read(tmp_path, "sub/a.html")
    assert (fetched.state, fetched.final_url) == (State.LIVE, "file:sub/a.html")
    assert fetched.page is not None
    assert (fetched.page.body, fetched.page.media_type) == (b"<p>3,000 people", "text/html")


async def test_a_file_that_cannot_be_read_is_a_state(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "big.txt").write_bytes(b"x" * 101)
    rows = {
        "nowhere": (State.NOT_FOUND, "there is no such file"),
        "folder": (State.UNREADABLE, "a folder"),
        "pipe": (State.UNREADABLE, "not a regular file"),
        "a\x00b": (State.UNREADABLE, "no file can have this path"),
        "big.txt": (State.TOO_LARGE, "larger than 0.0001 MB"),
    }
    for path, told in rows.items():
        fetched = await read(tmp_path, path, page_bytes=100)
        assert (fetched.state, fetched.detail) == told, path
    assert (await read(tmp_path, "loop")).state is State.UNREADABLE


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
async def test_a_file_that_may_not_be_read_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("x", encoding="utf-8")
    (tmp_path / "secret.txt").chmod(0)
    assert (await read(tmp_path, "secret.txt")).detail == "permission denied"


@pytest.mark.parametrize("path", ["../secret.txt", "sub/../../secret.txt", "link.txt", "linked/secret.txt"])
async def test_no_path_and_no_symbolic_link_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    root = tmp_path / "root"
    (root / "sub").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (root / "link.txt").symlink_to(tmp_path / "secret.txt")
    (root / "linked").symlink_to(tmp_path)
    fetched = await read(root, path)
    assert (fetched.state, fetched.page) == (State.FORBIDDEN_ADDRESS, None)


async def test_an_absolute_path_leads_nowhere_else(tmp_path: Path) -> None:
    assert (await read(tmp_path, "/etc/hostname")).state is State.FORBIDDEN_ADDRESS


async def test_offline_the_web_is_left_alone_and_files_are_read(web: Web, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    fetcher = SourceFetcher(tmp_path, FetchSettings(allow_private=web.hosts), offline=True)
    away = await fetcher.fetch(source(web.add("/", page("a"))))
    here = await fetcher.fetch(source("file:a.txt"))
    await fetcher.aclose()
    assert (away.state.state_class, away.unseen) == (StateClass.CANNOT_TELL, "not looked at")
    assert (away.unreachable, web.asked, here.state) == (False, [], State.LIVE)


def test_a_host_to_allow_that_is_none_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--allow-private"):
        SourceFetcher(tmp_path, FetchSettings(allow_private=("http://x/",)))


async def test_a_page_comes_with_all_that_was_said_of_it(web: Web, fetch: Fetch) -> None:
    headers = (("Content-Type", "Text/HTML; charset=ISO-8859-1"), ("Content-Encoding", "br"), ("X-Robots-Tag", "none"))
    url = web.add("/a?q=1", Reply(body=encode(b"<p>caf\xe9", ["br"]), headers=headers))
    fetched = await fetch(url)
    assert (fetched.state, fetched.http_status, fetched.final_url) == (State.LIVE, 200, url)
    assert fetched.page is not None
    assert (fetched.page.body, fetched.page.media_type, fetched.page.charset) == (
        b"<p>caf\xe9", "text/html", "ISO-8859-1",
    )  # fmt: skip
    assert ("x-robots-tag", "none") in fetched.page.headers
    assert fetched.page.truncated == ""


async def test_a_404_is_confirmed_and_a_slip_of_one_server_forgiven(web: Web, fetch: Fetch) -> None:
    def once(asked: Asked) -> Reply:
        return Reply(404) if web.paths().count(asked.path) == 1 else page("back")

    assert (await fetch(web.add("/slip", once), retries=1)).state is State.LIVE
    assert (await fetch(web.url("/nowhere"), retries=1)).state is State.NOT_FOUND
    assert web.paths().count("/nowhere") == 2


async def test_connections_of_a_host_are_used_again(web: Web, tmp_path: Path) -> None:
    fetcher = SourceFetcher(tmp_path, FetchSettings(allow_private=web.hosts, spacing=0.0))
    for number in range(20):
        assert (await fetcher.fetch(source(web.add(f"/{number}", page("a"))))).state is State.LIVE
    await fetcher.aclose()
    assert web.connections == 1


async def test_the_fetcher_is_polite_as_the_server_sees_it(web: Web, tmp_path: Path) -> None:
    settings = FetchSettings(allow_private=web.hosts, spacing=0.02)
    fetcher = SourceFetcher(tmp_path, settings)
    urls = [web.add(f"/{number}", page("a", after=0.1)) for number in range(8)]
    await asyncio.gather(*(fetcher.fetch(source(url)) for url in urls))
    await fetcher.aclose()
    assert max(web.most_at_once.values()) <= 2


def test_files_and_offline_runs_load_no_network() -> None:
    script = (
        "import asyncio, sys; from pathlib import Path\n"
        "from claimcheck.fetchers import SourceFetcher\n"
        "from claimcheck.model import Location, Source\n"
        "fetcher = SourceFetcher(Path('.'), offline=True)\n"
        "for url in ('file:nowhere', 'https://example.org/'):\n"
        "    asyncio.run(fetcher.fetch(Source(url, Location('c', 1, 1))))\n"
        "print([name for name in ('aiohttp', 'httpx', 'brotli', 'zstandard') if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
