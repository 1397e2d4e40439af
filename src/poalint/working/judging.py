"""Drafts that are judged in different ways, judged together a few at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from poalint.api import Linter
from poalint.settings import Judging, Outcome, Task

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
        outcomes = Linter.of(judging).assess_all(tasks[place][1] for place in own)
        made.update(zip(own, outcomes, strict=True))
    return [made[place] for place in range(len(tasks))]
