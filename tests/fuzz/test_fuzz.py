"""What reads a stranger's bytes, under a fuzzer for a few seconds each; longer by command: tools/fuzz.py."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FUZZ = ROOT / "tools" / "fuzz.py"
FINDS = Path(__file__).with_name("finds")
TARGETS = ("claims", "headers", "html", "pdf", "warc")


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris has no wheel for this Python")
@pytest.mark.parametrize("target", TARGETS)
def test_no_bytes_bring_out_an_error_that_is_not_meant_for_them(target: str, request: pytest.FixtureRequest) -> None:
    seconds = request.config.getoption("--fuzz-seconds")
    command = [sys.executable, FUZZ, target, "--seconds", str(seconds)]
    done = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, timeout=seconds + 120)
    told = (done.stdout + done.stderr).decode("utf-8", "replace")
    if target == "pdf" and "Uncaught Python exception" not in told and "deadly signal" in told:
        pytest.skip("a PDF brought PDFium down, which is why PDFs are read in a process apart")
    assert done.returncode == 0, told[-4000:]


@pytest.mark.parametrize("find", sorted(FINDS.glob("*/*")), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found_stays_mended(find: Path) -> None:
    command = [sys.executable, FUZZ, find.parent.name, "--replay", find]
    done = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-4000:]
