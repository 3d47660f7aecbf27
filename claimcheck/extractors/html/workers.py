"""Stage 4, extract: a doubtful page is read in a process of its own, which is stopped when it takes too long.

Only such pages pay for it (a fifth of a second); no thread can stop a parser.  The process is a fresh interpreter, as a
fork of a program with threads is not safe.  It may not import from the working directory (``-P``), where a stranger's
files may lie.  It gets the page, and answers with a document, on its standard streams; both are our own pickles.
"""

import os
import pickle
import subprocess
import sys
from pathlib import Path

from claimcheck.errors import UnreadableError
from claimcheck.model import Document, Page

DEADLINE = 20.0
"""Seconds: BeautifulSoup takes 2 to 3 for the worst page of 10 MB that it can take at all."""
_MEMORY = 2_000_000_000


def read_apart(page: Page, media_type: str, *, selector: str = "", deadline: float = DEADLINE) -> Document:
    """Return the text of a page, read where it can be stopped.

    Raises:
        UnreadableError: it was stopped, or the page killed the parser, or the selector picks nothing.
    """
    order = pickle.dumps((page, media_type, selector))
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "claimcheck.extractors.html.workers"],
            input=order,
            capture_output=True,
            timeout=deadline,
            check=False,
            env={**os.environ, "PYTHONPATH": _import_path()},
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(f"the page takes more than {deadline:g} seconds to parse") from error
    if done.returncode != 0:
        raise UnreadableError("the page is built so that it cannot be parsed")
    answer = pickle.loads(done.stdout)  # noqa: S301 - written by our own process
    if isinstance(answer, UnreadableError):
        raise answer
    if not isinstance(answer, Document):
        raise UnreadableError("the page is built so that it cannot be parsed")
    return answer


def _import_path() -> str:
    """Return where this very package lies, so that the process reads with the same code."""
    home = str(Path(__file__).resolve().parents[3])
    return os.pathsep.join([home, *filter(None, [os.environ.get("PYTHONPATH", "")])])


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _answer() -> None:
    from claimcheck.extractors.charsets import decode_body  # noqa: PLC0415 - this module is imported by the reader
    from claimcheck.extractors.html.reader import read_markup  # noqa: PLC0415 - as above
    from claimcheck.extractors.html.trees import SoupTree  # noqa: PLC0415 - as above

    _limit_memory()
    page, media_type, selector = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 - written by our own process
    html = decode_body(page.body, page.charset)
    answer: Document | UnreadableError
    try:
        answer = read_markup(html, page, media_type, SoupTree(html), selector=selector)
    except UnreadableError as error:
        answer = error
    sys.stdout.buffer.write(pickle.dumps(answer))


if __name__ == "__main__":
    _answer()
