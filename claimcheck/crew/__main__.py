"""The process itself: it reads the sources that it is given, one after the other, until there are no more.

A thread takes the orders in as they come, so that whoever gives them never waits for this process to take one while it
waits for an answer to be taken itself.
"""

import contextlib
import pickle
import queue
import sys
import threading
import traceback
from typing import IO, Any

from claimcheck.crew.recipe import Recipe, make_tools
from claimcheck.extractors import PageExtractor
from claimcheck.extractors.workshop import MEMORY_OF_MEMBER, Workshop
from claimcheck.looks import Looked
from claimcheck.memory import RememberingReader
from claimcheck.memory.database import Database
from claimcheck.memory.readings import Readings
from claimcheck.processes import BROKEN, collect_seldom, receive, send


def serve(orders: IO[bytes], answers: IO[bytes]) -> None:
    """Read sources until the orders end, or nobody takes the answers."""
    recipe: Recipe = receive(orders)
    # What is wrong with the memory is told by the process that runs the pipeline, which uses it too.
    database = Database(recipe.memory, lambda _: None) if recipe.memory is not None else None
    extractor = PageExtractor(Workshop(MEMORY_OF_MEMBER))
    tools = make_tools(recipe, extractor, Readings(database) if database is not None else None)
    reader = tools.reader(recipe)
    collect_seldom()
    send(answers, "ready")
    waiting: queue.SimpleQueue[Any] = queue.SimpleQueue()
    threading.Thread(target=_take_in, args=(orders, waiting), daemon=True).start()
    with contextlib.suppress(*BROKEN):
        while (order := waiting.get()) is not None:
            send(answers, _answer(reader, order))
    if database is not None:
        database.close()


def _take_in(orders: IO[bytes], waiting: "queue.SimpleQueue[Any]") -> None:
    with contextlib.suppress(*BROKEN):
        while True:
            waiting.put(receive(orders))
    waiting.put(None)


def _answer(reader: RememberingReader, order: Any) -> Looked | tuple[BaseException, str]:
    fetched, claims, seen_live = order
    try:
        return reader.read(fetched, claims, seen_live=seen_live)
    except Exception as error:  # noqa: BLE001 - it is raised again where the order came from
        where = traceback.format_exc()
        try:
            pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
        except Exception:  # noqa: BLE001 - an error that no pipe takes
            return RuntimeError(f"{type(error).__name__}: {error}"), where
        return error, where


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
