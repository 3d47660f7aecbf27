"""A process beside this one that reads sources, as this one sees it.

It has two orders ahead, so that it never waits for this process, and no more: what waits is held twice.  A page
that breaks the process down twice, or holds it up for longer than its claims can take, is one that cannot be read; what
waited behind it is ordered again.  A process that does not even begin is nobody: whoever asked reads for himself.
"""

import contextlib
import queue
import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from subprocess import TimeoutExpired

from claimcheck.crew.recipe import Recipe
from claimcheck.errors import UnreadableError
from claimcheck.looks import Looked
from claimcheck.model import Claim, Fetched
from claimcheck.processes import BROKEN, Process, receive, send, start, stop

AHEAD = 3
"""Orders that a member is given at once: the one it reads, and the next ones."""
PATIENCE = 60.0
"""Seconds for one source, and as many for each claim on it; what is hostile is cut off long before."""
_BEGIN = 60.0
"""Seconds for a process to begin."""
_LEAVE = 10.0
"""Seconds for a process to write what it remembers and end."""
MODULE = "claimcheck.crew"


class NobodyError(Exception):
    """There is no such process, or it has been sent away."""


class ElsewhereError(Exception):
    """Where in another process an error was raised: its traceback."""

    def __str__(self) -> str:
        """Return the traceback, on lines of its own."""
        return f"\n\n{self.args[0]}"


@dataclass(slots=True)
class _Order:
    fetched: Fetched
    claims: tuple[Claim, ...]
    seen_live: bool
    answer: "Future[Looked]" = field(default_factory=Future)
    broke: bool = False
    """Whether the process has broken down over it once."""


class Member:
    """One such process, which is started at once and is given its orders by a thread of its own."""

    def __init__(self, recipe: Recipe, *, module: str = MODULE, patience: float = PATIENCE) -> None:
        self.orders = 0
        """How many it has; counted by whoever gives them."""
        self.gone = False
        """Whether it is there no more."""
        self._recipe = recipe
        self._module = module
        self._patience = patience
        self._process: Process | None = None
        self._given: queue.SimpleQueue[_Order | None] = queue.SimpleQueue()
        self._sent: deque[_Order] = deque()
        self._expired = False
        self._thread = threading.Thread(target=self._work, name="crew", daemon=True)
        self._thread.start()

    @property
    def process(self) -> int | None:
        """The number of the process; none where there is none."""
        return self._process.pid if self._process is not None else None

    def read(self, fetched: Fetched, claims: tuple[Claim, ...], *, seen_live: bool) -> Looked:
        """Return what the process says of a source.

        Raises:
            NobodyError: there is no process.
            UnreadableError: the page breaks it down, or holds it up.
        """
        order = _Order(fetched, claims, seen_live)
        self._given.put(order)
        if self.gone:
            self._refuse_given()
        return _at_source(order.answer.result(), fetched)

    def dismiss(self) -> None:
        """Take no more orders; a process that is at work is ended at once."""
        process, busy = self._process, bool(self._sent)
        self.gone = True
        self._given.put(None)
        if busy and process is not None:
            process.kill()

    def close(self) -> None:
        """Wait until the process has ended."""
        self._thread.join(_LEAVE + 1)

    def _work(self) -> None:
        """Give orders and take answers, until there are none or nobody is there."""
        try:
            with contextlib.suppress(NobodyError):
                self._begin()
                while self._fill():
                    self._take_answer()
        finally:
            self.gone = True
            self._end()
            for order in self._sent:
                _refuse(order)
            self._refuse_given()

    def _begin(self) -> None:
        """Start the process, and order what waits.

        Raises:
            NobodyError: it does not begin.
        """
        try:
            process = self._process = start(self._module)
            with self._watch(process, _BEGIN):
                send(process.stdin, self._recipe)
                receive(process.stdout)
        except BROKEN:
            raise NobodyError from None
        for order in self._sent:
            self._send(order)

    def _fill(self) -> bool:
        """Give as many orders as may be given; return whether an answer is to come."""
        while len(self._sent) < AHEAD:
            try:
                order = self._given.get(block=not self._sent)
            except queue.Empty:
                return True
            if order is None:
                return False
            self._sent.append(order)
            self._send(order)
        return True

    def _send(self, order: _Order) -> None:
        with contextlib.suppress(*BROKEN):  # it shows where the answer should come
            send(self._process.stdin if self._process else None, (order.fetched, order.claims, order.seen_live))

    def _take_answer(self) -> None:
        order, process = self._sent[0], self._process
        if process is None:
            raise NobodyError
        try:
            with self._watch(process, self._patience * (1 + len(order.claims))):
                answer = receive(process.stdout)
        except BROKEN:
            if self.gone:
                raise NobodyError from None
            self._replace(order)
        else:
            self._sent.popleft()
            _settle(order, answer)

    @contextlib.contextmanager
    def _watch(self, process: Process, seconds: float) -> Iterator[None]:
        """End a process that does not answer in time."""
        self._expired = False
        watch = threading.Timer(seconds, self._expire, (process,))
        watch.start()
        try:
            yield
        finally:
            watch.cancel()

    def _expire(self, process: Process) -> None:
        self._expired = True
        process.kill()

    def _replace(self, order: _Order) -> None:
        """Start another process in the place of one that broke down, or was held up, over an order."""
        self._end()
        if self._expired or order.broke:
            self._sent.popleft()
            why = "takes too long to read" if self._expired else "is built so that its parser breaks down"
            order.answer.set_exception(UnreadableError(f"the page {why}"))
        order.broke = True
        self._begin()

    def _end(self) -> None:
        """Let the process end, or end it where it does not."""
        process, self._process = self._process, None
        if process is None:
            return
        if not self._sent and process.stdin is not None:
            with contextlib.suppress(OSError, TimeoutExpired):
                process.stdin.close()
                process.wait(_LEAVE)
        stop(process)

    def _refuse_given(self) -> None:
        """Tell those whose orders nobody took that nobody is there."""
        with contextlib.suppress(queue.Empty):
            while True:
                order = self._given.get_nowait()
                if order is not None:
                    _refuse(order)


def _refuse(order: _Order) -> None:
    if not order.answer.done():
        order.answer.set_exception(NobodyError())


def _settle(order: _Order, answer: Looked | tuple[BaseException, str]) -> None:
    """Hand an answer on; an error in another process is raised here, with where it was raised there."""
    if isinstance(answer, Looked):
        order.answer.set_result(answer)
        return
    error, where = answer
    error.__cause__ = ElsewhereError(where)
    order.answer.set_exception(error)


def _at_source(looked: Looked, fetched: Fetched) -> Looked:
    """Return an answer that holds the very source that was asked about, and no copy of it for each claim."""
    here: dict[int, Fetched] = {}

    def put(outcome: Fetched) -> Fetched:
        return here.setdefault(id(outcome), replace(outcome, source=fetched.source))

    for_claims = {name: (put(outcome), match, drifted) for name, (outcome, match, drifted) in looked.for_claims.items()}
    return replace(looked, fetched=put(looked.fetched), for_claims=for_claims)
