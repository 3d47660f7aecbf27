"""Stage 4, extract: a process in which what may hang, crash or fill the memory is read, and which can be killed.

No thread can stop a parser.  Normal pages never come here; PDFs, doubtful HTML and large files do.  The process is
started when the first such page comes and serves the next ones too, so that only the first pays for its start (a tenth
of a second); one that a page has made grow is not kept.
"""

import contextlib
import mmap
import sys
import threading
import weakref
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

from claimcheck.errors import NoSuchPartError, UnreadableError
from claimcheck.model import Document, Page
from claimcheck.processes import BROKEN, Process, receive, send, start, stop

DEADLINE = 20.0
"""Seconds for one page."""
_MEMORY_OF_PDF = 100_000_000
"""Bytes that reading a PDF may take besides the file; the libraries and the text of a thousand pages take half."""
_MEMORY_OF_MARKUP = 120_000_000
"""As many for other pages: the tree of the slow parser takes a kilobyte for every element."""


_GROWN = 40_000_000
"""Bytes that the process may go on holding after a page; where it holds more, another is started for the next one."""
MEMORY_OF_MEMBER = 40_000_000
"""Bytes that reading a page may take where others are read at the same time: most PDFs need less."""


Attempt: TypeAlias = tuple[str, float]
"""The name of a reader, and the seconds that it is given."""


class TooLargeHereError(Exception):
    """A page that takes more memory than it is given here, and may be read where it gets more."""


class TooDoubtfulError(Exception):
    """A page that is to be read in the workshop, by the first of these readers that gets to its end in time."""

    def __init__(self, *readers: Attempt) -> None:
        super().__init__(*readers)
        self.readers = readers
        """Names of readers, each with the seconds that it is given."""


class StoppedError(UnreadableError):
    """A reader took too long or too much memory, or broke down: another one may still read the page."""


class Workshop:
    """Reads pages in a process of its own, one after the other; safe to call from several threads."""

    def __init__(self, memory: int | None = None) -> None:
        """Prepare to read; no process is started yet.

        Args:
            memory: the bytes that reading a page may take, where another workshop gives it more; what a page needs
                where there is no other.
        """
        self._memory = memory
        self._lock = threading.Lock()
        self._processes: list[Process] = []
        weakref.finalize(self, _stop, self._processes)

    def read(
        self, reader: str, page: Page, media_type: str, *, selector: str = "", deadline: float = DEADLINE
    ) -> Document:
        """Return the text of a page.

        Raises:
            StoppedError: the page took longer than the ``deadline`` in seconds, or too much memory, or crashed its
                parser.
            UnreadableError: as the reader says.
            TooDoubtfulError: so too.
            TooLargeHereError: it takes too much memory for this workshop, and another one gives it more.
        """
        with self._lock:
            try:
                process = self._start()
            except OSError as error:
                raise UnreadableError(f"no process can be started to read the page in: {error.strerror}") from error
            expired = threading.Event()
            watch = threading.Timer(deadline, _kill, (process, expired))
            watch.start()
            try:
                answer, grown = _ask(process, (reader, page, media_type, selector, self._memory))
            except BROKEN as error:
                _stop(self._processes)
                if expired.is_set():
                    raise StoppedError(f"the page takes more than {deadline:g} seconds to read") from error
                raise StoppedError("the page is built so that its parser breaks down") from error
            finally:
                watch.cancel()
            if grown:
                _stop(self._processes)
        if isinstance(answer, MemoryError) and self._memory is not None:
            raise TooLargeHereError
        if isinstance(answer, MemoryError):
            raise StoppedError("the page takes too much memory to read")
        if isinstance(answer, UnreadableError | TooDoubtfulError):
            raise answer
        if not isinstance(answer, Document):
            raise UnreadableError(f"the page cannot be read: {answer}")
        return answer

    def close(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            _stop(self._processes)

    def _start(self) -> Process:
        if self._processes and self._processes[0].poll() is None:
            return self._processes[0]
        _stop(self._processes)
        self._processes.append(start("claimcheck.extractors.workshop"))
        return self._processes[0]


def _ask(process: Process, order: object) -> Any:
    send(process.stdin, order)
    return receive(process.stdout)


def _kill(process: Process, expired: threading.Event) -> None:
    expired.set()
    process.kill()


def _stop(processes: list[Process]) -> None:
    while processes:
        stop(processes.pop())


def _limit_memory(more: int | None) -> None:
    """Let this process hold so much more data than now, or as much as it likes; some systems have no such limit."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    allowed = most
    with contextlib.suppress(OSError, ValueError):
        if more is not None and (held := _held()):
            allowed = held + more if most == resource.RLIM_INFINITY else min(held + more, most)
        resource.setrlimit(resource.RLIMIT_DATA, (allowed, most))


def _held() -> int:
    """Return the bytes of data that this process holds; 0 where no ``/proc`` says it."""
    with contextlib.suppress(OSError, ValueError):
        return int(Path("/proc/self/statm").read_text("ascii").split()[5]) * mmap.PAGESIZE
    return 0


def load_reader(name: str) -> Any:
    """Return a reader by its module and function."""
    module, function = name.split(":")
    return getattr(import_module(f"claimcheck.extractors.{module}"), function)


def _serve() -> None:
    """Read pages until the orders end."""
    orders, answers, at_first = sys.stdin.buffer, sys.stdout.buffer, _held()
    while True:
        try:
            reader, page, media_type, selector, memory = receive(orders)
        except EOFError:
            return
        answer: object
        _limit_memory(memory or (_MEMORY_OF_PDF if reader.startswith("pdf.") else _MEMORY_OF_MARKUP))
        try:
            answer = load_reader(reader)(page, media_type, selector=selector)
        except NoSuchPartError as error:
            answer = NoSuchPartError(error.message, hint=error.hint)
        except UnreadableError as error:
            answer = UnreadableError(error.message, hint=error.hint)
        except TooDoubtfulError as doubt:
            answer = TooDoubtfulError(*doubt.readers)
        except MemoryError:
            answer = MemoryError()
        except Exception as error:  # noqa: BLE001 - whatever a parser does to a hostile page is the page's fault here
            answer = f"{type(error).__name__}: {error}"[:300]
        _limit_memory(None)
        del page
        send(answers, (answer, _held() - at_first > _GROWN))
        del answer


if __name__ == "__main__":
    _serve()
