"""Several processes that judge drafts, a few drafts at a time; what they find comes out in order.

They are spawned, on every platform, though forking would be quicker where there is it: a fork copies the locks of
threads that are not copied with them, macOS and Windows have no safe one, and one way is tried more than two.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from poalint.errors import DraftError, LostDraftError, PoalintError
from poalint.model import Draft, Rulebook
from poalint.settings import Judging, Outcome, Task
from poalint.speech import Phrase
from poalint.working.worker import serve

CHUNK = 8
"""So many drafts fill the parser's batches, and leave each process its share of a short run."""
_AHEAD = 3
"""So many chunks for each process are on their way or wait for their turn: more would only take memory."""


_MOST_DEATHS = CHUNK + 2
"""As many processes may be lost to one chunk: to all of it, twice, then to each draft."""
_REMEDY = Phrase("Memory may have run out: try again with fewer --jobs.")


class _GoneError(Exception):
    """A process that ended before it answered."""


class WorkerError(PoalintError):
    """A process that judged drafts ended before it should."""


class Pool:
    """``jobs`` processes, started when the first draft comes. To be closed."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._workers: dict[Connection, BaseProcess] = {}
        self._rulebooks: dict[Judging, Rulebook] = {}
        self._busy: AbstractSet[Connection] = set()
        self._how = Phrase("")  # the last one that is gone ended
        self._deaths = 0  # one after the other, with no answer between them

    def assess(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """What is found in each draft, in order. Raises what the user can mend, WorkerError among it."""
        self._start()
        whole = False
        try:
            yield from self._answers(tasks)
            whole = True
        finally:
            if not whole:  # answers are still to come that nobody would know
                self.close()

    def _answers(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        coming = iter(tasks)
        order: deque[int] = deque()  # the numbers of chunks that are not yet told
        done: dict[int, list[Outcome]] = {}
        at_work: dict[Connection, tuple[int, list[Task]]] = {}
        self._busy = at_work.keys()
        number, more = 0, True
        while more or order:
            for pipe in self._workers.keys() - at_work.keys():
                if not more or len(order) >= self._jobs * _AHEAD:
                    break
                if chunk := list(islice(coming, CHUNK)):
                    number += 1
                    order.append(number)
                    at_work[pipe] = number, chunk
                    self._send(pipe, chunk)
                else:
                    more = False
            while order and order[0] in done:
                yield from done.pop(order.popleft())
            if order and order[0] not in done:
                answering = wait(list(at_work))  # a process that is gone shows as the end of its pipe
                for pipe in [each for each in at_work if each in answering]:
                    which, chunk = at_work.pop(pipe)
                    done[which] = self._received(pipe, chunk)

    def close(self) -> None:
        """End the processes at once: whatever they still do, nobody waits for it."""
        for process in self._workers.values():
            process.kill()
        for pipe, process in self._workers.items():
            process.join()
            pipe.close()
        self._workers.clear()

    def _start(self) -> None:
        while len(self._workers) < self._jobs:
            self._new()

    def _new(self) -> Connection:
        """One more process, known by our end of its pipe."""
        spawning = get_context("spawn")
        with _undisturbed():
            own, other = spawning.Pipe()
            process = spawning.Process(target=serve, args=(other,), daemon=True)
            process.start()
            self._workers[own] = process
            other.close()
        return own

    def _send(self, pipe: Connection, chunk: list[Task]) -> None:
        with suppress(BrokenPipeError, ConnectionResetError):  # that it is gone shows where its answer is read
            pipe.send(chunk)

    def _received(self, pipe: Connection, chunk: list[Task]) -> list[Outcome]:
        """What came of a chunk. Where its process is gone, it is tried once more, and then draft by draft.

        So the one draft that no process survives is told, and costs none of the others. The rest waits meanwhile: where
        memory ran out, that is what helps.
        """
        with suppress(_GoneError):
            return self._answer(pipe, chunk)
        made = self._alone(chunk) or [each for task in chunk for each in self._alone([task]) or [self._lost(task)]]
        self._start()  # as many as there were
        return made

    def _alone(self, chunk: list[Task]) -> list[Outcome] | None:
        """What comes of a chunk in a process of its own, which then stands in for the one that is gone; or None."""
        pipe = next(iter(self._workers.keys() - self._busy), None) or self._new()
        self._send(pipe, chunk)
        with suppress(_GoneError):
            return self._answer(pipe, chunk)
        return None

    def _answer(self, pipe: Connection, chunk: list[Task]) -> list[Outcome]:
        """What a process answers. Raises _GoneError; WorkerError where so many are gone that no draft is to blame."""
        try:
            answer = pipe.recv()
        except (EOFError, OSError) as error:
            self._how = self._ended(pipe)
            self._deaths += 1
            if self._deaths > _MOST_DEATHS:
                where = Phrase("drafts from {path}", path=chunk[0][1].path)
                raise WorkerError(where, self._gone(), _REMEDY) from error
            raise _GoneError from error
        self._deaths = 0
        if isinstance(answer, PoalintError):
            raise answer
        if isinstance(answer, str):
            raise RuntimeError(f"a process that judges drafts failed:\n{answer}")
        return [self._ours(outcome, *task) for outcome, task in zip(answer, chunk, strict=True)]

    def _ours(self, outcome: Outcome, judging: Judging, draft: Draft) -> Outcome:
        """The outcome with our own draft and one rulebook for all: what came through the pipe is a copy."""
        if isinstance(outcome, DraftError):
            return outcome
        return replace(outcome, draft=draft, rulebook=self._rulebooks.setdefault(judging, outcome.rulebook))

    def _ended(self, pipe: Connection) -> Phrase:
        """How a process ended; it is forgotten."""
        process = self._workers.pop(pipe)
        pipe.close()
        process.join(1)
        process.kill()  # one that only closed its pipe would go on
        code = process.exitcode
        if code and code < 0:
            return Phrase("it was ended by signal {number}", number=-code)
        return Phrase("it ended with status {status}", status=str(code))

    def _gone(self) -> Phrase:
        return Phrase("a process that judged them is gone ({how})", how=self._how)

    def _lost(self, task: Task) -> LostDraftError:
        said = Phrase("every process that reads it is gone before it is done ({how})", how=self._how)
        return LostDraftError(task[1].path, said, _REMEDY)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep Ctrl-C from those that are started here, which inherit what is blocked; it reaches us right after."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
