"""Processes of our own, in which work is done that may hang, crash, or fill a processor.

Each is a fresh interpreter, as a fork of a program with threads is not safe.  It may not import from the working
directory (``-P``), where a stranger's files may lie, and it has a session of its own, so that an interrupt at the
terminal reaches only the program; it ends by itself when the program does, for then its orders end.  Orders and answers
are our own pickles on its standard streams, written as they are made, so that no page is held a second time for them.
"""

import contextlib
import gc
import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import IO, Any, TypeAlias

Process: TypeAlias = "subprocess.Popen[bytes]"
BROKEN = (OSError, EOFError, pickle.UnpicklingError)
"""What is raised where a process is there no more."""
_YOUNG = 50_000
"""Objects that are made before the garbage collector looks at them; it is 700 where nobody says otherwise."""


def start(module: str) -> Process:
    """Return a process that runs a module of this package, whose orders are on its standard input.

    Raises:
        OSError: no process can be started.
    """
    return subprocess.Popen(  # noqa: S603 - our own interpreter, and a module of our own
        [sys.executable, "-P", "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": _import_path()},
    )


def send(stream: IO[bytes] | None, value: object) -> None:
    """Write a value.

    Raises:
        OSError, EOFError: nobody reads.
    """
    if stream is None:
        raise EOFError
    pickle.dump(value, stream, pickle.HIGHEST_PROTOCOL)
    stream.flush()


def receive(stream: IO[bytes] | None) -> Any:
    """Return the next value.

    Raises:
        OSError, EOFError, pickle.UnpicklingError: there is none.
    """
    if stream is None:
        raise EOFError
    return pickle.load(stream)  # noqa: S301 - written by our own process


def stop(process: Process) -> None:
    """End a process at once, and close its streams."""
    process.kill()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()
    process.wait()


def collect_seldom() -> None:
    """Let the garbage collector look seldom, and never again at what is loaded by now.

    Reading a page makes tens of thousands of small objects that no circle holds; looking at them, and at all the
    tables of words besides, takes a sixth of the time of a run.
    """
    gc.freeze()
    gc.set_threshold(_YOUNG, 20, 20)


def give_memory_back() -> None:
    """Let the machine have the memory that this process no longer uses, where its library knows how.

    After a large block has come and gone, glibc keeps others like it, and what lies between them, for what may come.
    """
    import ctypes  # noqa: PLC0415 - only after a large page

    with contextlib.suppress(OSError, AttributeError, TypeError):  # another library than glibc, another system
        ctypes.CDLL(None).malloc_trim(0)


def _import_path() -> str:
    """Return where this very package lies, so that the process works with the same code."""
    home = str(Path(__file__).resolve().parents[1])
    return os.pathsep.join([home, *filter(None, [os.environ.get("PYTHONPATH", "")])])
