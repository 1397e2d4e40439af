"""Drafts that are judged in different ways, judged together a few at a time, and each in time."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice

from poalint.api import Linter
from poalint.deadline import OverdueError, within
from poalint.errors import OverdueDraftError
from poalint.limits import more
from poalint.settings import Judging, Outcome, Task
from poalint.speech import Phrase

_AT_ONCE = 16
"""So many are read at once: as many as the engine takes together, so that short letters still make full batches."""


def here(tasks: Iterable[Task]) -> Iterator[Outcome]:
    """The outcome for each draft, in order, found in this process. Raises PoalintError."""
    coming = iter(tasks)
    while some := list(islice(coming, _AT_ONCE)):
        yield from judged(some)


def judged(tasks: Sequence[Task]) -> list[Outcome]:
    """The outcome for each of a few drafts, in order; those that are judged alike go through the parser together."""
    places: dict[Judging, list[int]] = {}
    for place, (judging, _) in enumerate(tasks):
        places.setdefault(judging, []).append(place)
    made: dict[int, Outcome] = {}
    for judging, own in places.items():
        linter = Linter.of(judging)
        with _kept():
            linter.load()  # that takes its time, for which no draft is to blame
        made.update(zip(own, _in_time(linter, [tasks[place] for place in own]), strict=True))
    return [made[place] for place in range(len(tasks))]


@contextmanager
def _kept() -> Iterator[None]:
    """What is made in here first stays to the end of the process: nobody looks whether it is still needed."""
    if gc.get_freeze_count():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.freeze()


def _in_time(linter: Linter, tasks: Sequence[Task]) -> list[Outcome]:
    """What comes of drafts that are judged alike. Where all of them take longer than one may, each is judged alone."""
    with suppress(OverdueError):
        most = max(judging.seconds for judging, _ in tasks)
        return within(most, lambda: list(linter.assess_all(draft for _, draft in tasks)))
    return [_alone(linter, task) for task in tasks]


def _alone(linter: Linter, task: Task) -> Outcome:
    judging, draft = task
    try:
        (outcome,) = within(judging.seconds, lambda: list(linter.assess_all([draft])))
    except OverdueError:
        reason = Phrase("judging it took more than {seconds} seconds", seconds=judging.seconds)
        return OverdueDraftError(draft.path, reason, more("seconds"))
    return outcome
