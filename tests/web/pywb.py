"""pywb, the server of many web archives, on loopback: a real one to replay files in, and to ask as an archive.

It has an environment of its own (``python3 dev.py check`` makes it), for it brings a ``brotli`` that is not ours::

    with Pywb(folder, warc) as archive:
        archive.get(f"/c/id_/{url}")
"""

import contextlib
import os
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import httpx

_PROGRAMS = Path(__file__).resolve().parents[2] / ".venv-pywb" / "bin"
_PATIENCE = 60


def find_pywb() -> str:
    """Return the folder with pywb's programs; empty where there is none."""
    named = os.environ.get("CLAIMCHECK_PYWB", "")
    found = shutil.which("wayback", path=named or str(_PROGRAMS))
    return str(Path(found).parent) if found else ""


NO_PYWB = "no pywb in .venv-pywb: 'python3 dev.py check' installs it where it can be had"


@dataclass
class Pywb:
    """A pywb with one collection, ``c``, of these files."""

    folder: Path
    warcs: tuple[Path, ...]
    port: int = 0
    process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._manage("init", "c")
        self._manage("add", "c", *map(str, self.warcs))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process = subprocess.Popen(
            [f"{find_pywb()}/wayback", "-p", str(self.port), "-b", "127.0.0.1"],
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + _PATIENCE
        while True:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return self
            assert self.process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.1)

    def __exit__(self, *_: object) -> None:
        assert self.process is not None
        self.process.terminate()
        self.process.wait(_PATIENCE)

    def get(self, path: str, **headers: str) -> httpx.Response:
        """Return what the server answers."""
        return httpx.get(f"http://127.0.0.1:{self.port}{path}", headers=headers, timeout=_PATIENCE, trust_env=False)

    def index(self) -> str:
        """Return its index of the files."""
        return (self.folder / "collections" / "c" / "indexes" / "index.cdxj").read_text(encoding="utf-8")

    def _manage(self, *arguments: str) -> None:
        subprocess.run(
            [f"{find_pywb()}/wb-manager", *arguments],
            cwd=self.folder,
            check=True,
            capture_output=True,
            timeout=_PATIENCE,
        )
