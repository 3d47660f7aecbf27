"""Evidence, end to end: kept by a run, written to a file, replayed by others, and judged again from it alone."""

import gzip
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from cli.programs import Desk
from web.behaviours import cut_short
from web.pywb import NO_PYWB, Pywb, find_pywb
from web.server import Reply, Web, page, redirect

SECRET = "hidden-away-4711"
CLAIMS = """\
language: en
claims:
  - id: held
    claim: The harbour of Veldt handled 4,200 containers in March.
    source: {web}/report
    quote: handled 4,200 containers
  - id: moved
    claim: The harbour of Veldt handled 4,200 containers in March.
    source: {web}/old
  - id: wrong
    claim: The harbour of Veldt handled 9,900 containers in March.
    source: {web}/report
  - id: signed
    claim: The harbour of Veldt handled 4,200 containers in March.
    source: {web}/signed?token={secret}
  - id: gone
    claim: The harbour of Veldt handled 4,200 containers in March.
    source: {web}/gone
  - id: walled
    claim: The harbour of Veldt handled 4,200 containers in March.
    source: {web}/walled
  - id: lost
    claim: The harbour of Veldt handled 4,200 containers in March.
    source: {web}/soft/lost.html
  - id: refused
    claim: The harbour of Veldt handled 4,200 containers in March.
    source: http://127.0.0.1:9/
  - id: on-disk
    claim: The workers at Sama earned between $1.32 and $2 per hour.
    source: file:page.html
  - id: passed-over
    claim: The harbour of Veldt is the largest.
    source: {web}/report
    ignore: {{reason: an opinion, until: "2999-01-01"}}
"""
FACT = "The harbour of Veldt handled 4,200 containers in March."
SOFT = "<p>Sorry! Perhaps you would like to look at one of our many other fine pages about ships and the sea today.</p>"


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as served:
        served.add("/report", page(FACT))
        served.add("/old", redirect(301, "/report"))
        served.add("/signed", page(FACT))
        served.add("/gone", Reply(404, body=b"<title>Not found</title>"))
        served.add("/walled", Reply(403, body=b"no", headers=(("cf-mitigated", "challenge"),)))
        for name in ("lost.html", _sibling(served.url("/soft/"))):
            served.add(f"/soft/{name}", Reply(body=f"<title>Veldt</title>{SOFT}".encode()))
        served.add("/", page("The port of Veldt: timetables, tariffs, and the weather on the river. " * 40))
        yield served


def _sibling(folder: str) -> str:
    """Return the name that is asked for beside a page of a folder."""
    host, path = folder.removeprefix("http://").split("/", 1)
    seed = hashlib.sha256(f"{host}/{path.rstrip('/')}".encode()).digest()
    return "".join(chr(ord("a") + byte % 26) for byte in seed[:25]) + ".html"


def keep(desk: Desk, web: Web) -> dict[str, Any]:
    """Run once and keep the evidence; return the report."""
    desk.claims()
    desk.write("claims.yaml", CLAIMS.format(web=web.url("").rstrip("/"), secret=SECRET))
    options = ("--allow-private", "127.0.0.1", "--no-second-pass", "--delay", "0", "--format", "json")
    done = desk.call("verify", "--save-evidence", *options)
    assert done.err == ""
    report: dict[str, Any] = json.loads(done.out)
    return report


def export(desk: Desk, name: str = "evidence.warc.gz") -> Path:
    done = desk.call("export", "--warc", name)
    assert done.code == 0, done.err
    return desk.folder / name


def essence(report: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the findings without what tells only when the page was read, or how often it was looked at before."""
    passing = {"read_at", "strikes", "first_failed", "last_ok"}
    return [
        {**finding, "sources": [{k: v for k, v in s.items() if k not in passing} for s in finding["sources"]]}
        for finding in report["findings"]
    ]


def test_what_was_kept_is_judged_again_without_a_network_to_the_same_findings(desk: Desk, web: Web) -> None:
    first = keep(desk, web)
    assert {f["id"]: f["verdict"] for f in first["findings"]} == {
        "held": "supported",
        "moved": "supported",
        "wrong": "contradicted",
        "signed": "supported",
        "gone": "unverifiable",
        "walled": "unverifiable",
        "lost": "unverifiable",
        "refused": "unverifiable",
        "on-disk": "supported",
        "passed-over": "ignored",
    }
    assert [f["sources"][0]["state"] for f in first["findings"] if f["id"] == "lost"] == ["soft_404"]
    export(desk)
    asked = len(web.asked)
    (desk.folder / "page.html").unlink()
    again = desk.call("verify", "--from", "evidence.warc.gz", "--format", "json")
    assert essence(json.loads(again.out)) == essence(first)
    assert len(web.asked) == asked
    assert all(s["read_at"] for f in json.loads(again.out)["findings"] for s in f["sources"])


def test_the_file_is_sound_for_the_checker_of_warcio(desk: Desk, web: Web) -> None:
    keep(desk, web)
    for name in ("evidence.warc.gz", "evidence.warc"):
        file = export(desk, name)
        done = subprocess.run(
            [Path(sys.executable).with_name("warcio"), "check", "-v", file], check=False, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stdout.count("digest pass") == done.stdout.count("WARC-Record-ID") > 20


def test_the_same_evidence_gives_the_same_bytes(desk: Desk, web: Web) -> None:
    keep(desk, web)
    assert export(desk, "one.warc.gz").read_bytes() == export(desk, "two.warc.gz").read_bytes()


@pytest.mark.skipif(not find_pywb(), reason=NO_PYWB)
def test_pywb_replays_the_answers_and_takes_no_metadata_for_a_page(desk: Desk, web: Web, tmp_path: Path) -> None:
    keep(desk, web)
    archive_folder = tmp_path / "archive"
    archive_folder.mkdir()
    with Pywb(archive_folder, (export(desk),)) as archive:
        held = archive.get(f"/c/id_/{web.url('/report')}")
        assert (held.status_code, FACT in held.text) == (200, True)
        assert "memento-datetime" in held.headers
        moved = archive.get(f"/c/id_/{web.url('/old')}")
        assert (moved.status_code, moved.headers["location"]) == (301, "/report")
        assert archive.get(f"/c/id_/{web.url('/gone')}").status_code == 404
        assert FACT in archive.get(f"/c/mp_/{web.url('/report')}").text
        assert web.url("/report") in archive.get(f"/c/timemap/link/{web.url('/report')}").text
        assert "metadata" not in archive.index()
        assert "warc-fields" not in archive.index()
        assert quote("page.html") in archive.index()


def test_no_secret_is_in_what_is_kept_or_written(desk: Desk, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_READER", f"Authorization: Bearer {SECRET}\nCookie: id={SECRET}")
    web.add(
        "/mine", page(f"{FACT}<p>{'Welcome back. ' * 20}<p>You are {SECRET}.", headers=(("Content-Type", "text/html"),))
    )
    web.add("/echo", page(f"{FACT} <a href='/echo?token={SECRET}'>here</a>"))
    web.add("/to-signed", redirect(302, f"/signed?X-Amz-Signature={SECRET}"))
    cookie = (("Content-Type", "text/html"), ("Set-Cookie", f"session={SECRET}"), ("X-Auth-Token", SECRET))
    web.add("/cookie", page(FACT, headers=cookie))
    lines = ["sources:", f"  mine: {{url: '{web.url('/mine')}', headers_from: CLAIMCHECK_READER}}", "claims:"]
    addresses = ("/echo?token=" + SECRET, "/to-signed", "/cookie", "/signed?sig=" + SECRET)
    lines += [f"  - {{claim: '{FACT}', source: '{web.url(path)}'}}" for path in addresses]
    desk.write("claims.yaml", "\n".join([*lines, f"  - {{claim: '{FACT}', source: mine}}", ""]))
    done = desk.call("verify", "--allow-private", "127.0.0.1", "--save-evidence", "--format", "json")
    assert [f["verdict"] for f in json.loads(done.out)["findings"]] == ["supported"] * 5, done.out
    file = export(desk, "evidence.warc")
    written = file.read_bytes()
    for path in (desk.folder / ".claimcheck" / "evidence").rglob("*.json"):
        written += path.read_bytes()
    assert SECRET.encode() not in written
    assert b"set-cookie" not in written.lower()
    again = json.loads(desk.call("verify", "--from", "evidence.warc", "--format", "json").out)["findings"]
    assert [f["verdict"] for f in again] == ["unverifiable", "supported", "supported", "supported", "unverifiable"]
    assert "repeats a secret of its address" in again[0]["sources"][0]["detail"]
    assert "own credentials" in again[4]["sources"][0]["detail"]


def test_the_passage_of_a_page_that_needs_credentials_stays_at_home(
    desk: Desk, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMCHECK_READER", f"Authorization: Bearer {SECRET}")
    web.add("/mine", page("For subscribers: the harbour of Veldt handled 4,200 containers in March."))
    web.add("/moved", redirect(302, "/mine"))
    head = "sources:\n" + "".join(
        f"  {name}: {{url: '{web.url(f'/{name}')}', headers_from: CLAIMCHECK_READER}}\n" for name in ("mine", "moved")
    )
    claims = "".join(
        f"  - {{id: {n}, claim: '{FACT}', source: [{n}, '{web.url('/report')}']}}\n" for n in ("mine", "moved")
    )
    desk.write("claims.yaml", f"{head}claims:\n{claims}")
    done = desk.call("verify", "--allow-private", "127.0.0.1", "--save-evidence", "--format", "json")
    assert [f["verdict"] for f in json.loads(done.out)["findings"]] == ["supported"] * 2, done.out + done.err
    written = export(desk, "evidence.warc").read_bytes()
    assert b"For subscribers" not in written
    assert written.count(b"verdict: supported") == 4


def test_evidence_survives_pruning_and_clearing_and_its_size_is_told(desk: Desk, web: Web) -> None:
    keep(desk, web)
    before = export(desk, "before.warc.gz").read_bytes()
    for options in (("--prune", "0"), ("--clear",)):
        told = desk.call("cache", *options)
        assert "evidence   " in told.out
        assert "bodies" in told.out
    assert export(desk, "after.warc.gz").read_bytes() == before


def test_a_page_that_changed_is_kept_beside_what_it_was_and_the_newest_is_judged(desk: Desk, web: Web) -> None:
    keep(desk, web)
    keep(desk, web)
    web.add("/report", page(FACT.replace("4,200", "4,300")))
    keep(desk, web)
    file = export(desk, "evidence.warc")
    assert file.read_bytes().count(f"WARC-Type: response\r\nWARC-Target-URI: {web.url('/report')}".encode()) == 2
    again = json.loads(desk.call("verify", "held", "--from", file.name, "--format", "json").out)
    assert again["findings"][0]["verdict"] == "contradicted"


def test_an_export_of_nothing_says_how_to_keep_something(desk: Desk) -> None:
    desk.claims()
    desk.call("verify", "--offline")
    done = desk.call("export", "--warc", "evidence.warc.gz")
    assert done.code == 2
    assert "no evidence is kept on the claims of claims.yaml" in done.err
    assert "claimcheck verify claims.yaml --save-evidence" in done.err
    assert not (desk.folder / "evidence.warc.gz").exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("verify", "--save-evidence", "--offline"), "--save-evidence with --offline"),
        (("verify", "--save-evidence", "--no-cache"), "needs a folder"),
        (("verify", "--from", "none.warc.gz"), "none.warc.gz: no such file or directory"),
        (("verify", "--from", "claims.yaml"), "claims.yaml is no WARC file"),
        (("verify", "--from", "page.html", "--save-evidence"), "--save-evidence with --from"),
        (("export", "--warc", "evidence.zip"), "neither .warc.gz nor .warc"),
        (("export", "--warc", "nowhere/evidence.warc.gz"), "its folder does not exist"),
        (("export",), "missing option '--warc'"),
    ],
)
def test_what_cannot_be_done_is_said_with_a_way_out(desk: Desk, options: tuple[str, ...], words: str) -> None:
    desk.claims("  - {id: pay, claim: Sama paid 2 dollars., source: 'file:page.html'}\n")
    done = desk.call(*options)
    assert done.code == 2
    assert words in done.err
    assert "hint:" in done.err
    assert "Traceback" not in done.err


def test_an_existing_file_stays_when_the_new_one_cannot_be_written_whole(desk: Desk, web: Web) -> None:
    keep(desk, web)
    desk.write("evidence.warc.gz", b"what was there")
    for body in (desk.folder / ".claimcheck" / "evidence" / "bodies").iterdir():
        body.write_bytes(b"damaged")
    done = desk.call("export", "--warc", "evidence.warc.gz")
    assert done.code == 2
    assert "is damaged" in done.err
    assert (desk.folder / "evidence.warc.gz").read_bytes() == b"what was there"
    assert [p.name for p in desk.folder.glob(".*.part")] == []


def test_what_a_killed_run_left_half_written_goes_in_time(desk: Desk, web: Web) -> None:
    keep(desk, web)
    folder = desk.folder / ".claimcheck" / "evidence" / "bodies"
    for name, age in ((".old.gz.1.2.part", 7200), (".new.gz.3.4.part", 0)):
        (folder / name).write_bytes(b"half")
        at = (folder / name).stat().st_mtime - age
        os.utime(folder / name, (at, at))
    keep(desk, web)
    assert [path.name for path in folder.glob(".*.part")] == [".new.gz.3.4.part"]


def one_claim(desk: Desk, address: str, *options: str) -> dict[str, Any]:
    """Verify one claim on an address, and return its finding."""
    desk.write("claims.yaml", f"language: en\nclaims:\n  - {{id: it, claim: '{FACT}', source: '{address}'}}\n")
    network = ("--allow-private", "127.0.0.1", "--no-second-pass", "--format", "json")
    finding: dict[str, Any] = json.loads(desk.call("verify", *network, *options).out)["findings"][0]
    return finding


def test_a_page_that_no_cache_may_hold_is_kept_on_purpose(desk: Desk, web: Web) -> None:
    address = web.add("/live", page(FACT, headers=(("Content-Type", "text/html"), ("Cache-Control", "no-store"))))
    assert one_claim(desk, address, "--save-evidence")["verdict"] == "supported"
    export(desk)
    assert one_claim(desk, address, "--from", "evidence.warc.gz")["verdict"] == "supported"


def test_a_page_that_broke_off_is_judged_again_as_what_it_was(desk: Desk, web: Web) -> None:
    body = f"<p>{FACT}</p><p>The quay is {'long and ' * 40}wide.</p><p>It han".encode()
    first = one_claim(desk, web.add("/cut", cut_short(body, 9000)), "--save-evidence")
    assert (first["verdict"], first["sources"][0]["state"]) == ("supported", "live")
    export(desk)
    again = one_claim(desk, web.url("/cut"), "--from", "evidence.warc.gz")
    assert (again["verdict"], again["sources"][0]["detail"]) == ("supported", first["sources"][0]["detail"])


def test_an_answer_in_a_coding_is_kept_decoded_and_told_as_it_came(desk: Desk, web: Web) -> None:
    packed = gzip.compress(f"<p>{FACT}</p>".encode())
    headers = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"))
    address = web.add("/packed", Reply(body=packed, headers=headers))
    assert one_claim(desk, address, "--save-evidence")["verdict"] == "supported"
    written = export(desk, "evidence.warc").read_bytes()
    assert FACT.encode() in written
    assert b"x-crawler-content-encoding: gzip" in written
    assert b"\r\ncontent-encoding:" not in written
    assert one_claim(desk, address, "--from", "evidence.warc")["verdict"] == "supported"


@pytest.mark.skipif(
    importlib.util.find_spec("playwright") is None or shutil.which("chromium") is None,
    reason="no Chromium, or no Playwright: pip install 'claimcheck-cli[browser]'; apt-get install chromium",
)
def test_a_page_as_a_browser_showed_it_is_judged_again_without_one(desk: Desk, web: Web) -> None:
    filler = f"document.getElementById('root').innerHTML = '<p>{FACT}</p>'".encode()
    web.add("/app.js", Reply(body=filler, headers=(("Content-Type", "text/javascript"),)))
    address = web.add("/report", Reply(body=b"<title>App</title><div id='root'></div><script src='/app.js'></script>"))
    assert one_claim(desk, address, "--save-evidence", "--browser")["verdict"] == "supported"
    export(desk)
    again = one_claim(desk, address, "--from", "evidence.warc.gz")
    assert (again["verdict"], again["sources"][0]["state"]) == ("supported", "live")


def test_a_file_that_does_not_hold_a_source_says_nothing_of_it(desk: Desk, web: Web) -> None:
    one_claim(desk, web.add("/a", page(FACT)), "--save-evidence")
    export(desk)
    finding = one_claim(desk, web.url("/b"), "--from", "evidence.warc.gz")
    assert finding["verdict"] == "unverifiable"
    assert finding["reason"].startswith("the source was not recorded: not in evidence.warc.gz")
