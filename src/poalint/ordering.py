"""What is known at once keeps its place among what takes time to make."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

Given = TypeVar("Given")
Item = TypeVar("Item")
Made = TypeVar("Made")

_MOST_WAITING = 256
"""So many that are known wait for one that is still being made; then no more are read ahead."""


@dataclass(frozen=True, slots=True)
class Known(Generic[Made]):
    """An outcome that need not be made."""

    outcome: Made


def in_order(
    items: Iterable[Given],
    look: Callable[[Given], Item | Known[Made]],
    make: Callable[[Iterator[Item]], Iterator[Made]],
) -> Iterator[Made]:
    """One outcome for each item, in order: the known one that ``look`` finds, or what ``make`` makes of what it gives.

    ``make`` may read ahead as it likes; it is called only where there is something to make, and again after a long
    stretch of what is known, so that this holds little however many items come.
    """
    coming = map(look, items)
    for first in coming:
        if isinstance(first, Known):
            yield first.outcome
        else:
            yield from _stretch(first, coming, make)


def _stretch(
    first: Item, coming: Iterator[Item | Known[Made]], make: Callable[[Iterator[Item]], Iterator[Made]]
) -> Iterator[Made]:
    """Outcomes from ``first``, which is to be made, up to where too many known ones would wait."""
    waiting: deque[tuple[int, Made]] = deque()  # each with how many are made before it

    def to_make() -> Iterator[Item]:
        sent = 1
        yield first
        for each in coming:
            if not isinstance(each, Known):
                sent += 1
                yield each
                continue
            waiting.append((sent, each.outcome))
            if len(waiting) >= _MOST_WAITING:
                return

    for number, made in enumerate(make(to_make())):
        while waiting and waiting[0][0] <= number:
            yield waiting.popleft()[1]
        yield made
    yield from (outcome for _, outcome in waiting)
