"""What is known at once keeps its place among what takes time to make."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")
Known = TypeVar("Known")

_MOST_WAITING = 256
"""So many that are known wait for one that is still being made; then no more are read ahead."""


def in_order(
    items: Iterable[Item | Known],
    known: Callable[[Item | Known], Known | Made | None],
    make: Callable[[Iterator[Item]], Iterator[Made]],
) -> Iterator[Made | Known]:
    """One outcome for each item, in order: what ``known`` gives for it, or else (None) what ``make`` makes of it.

    ``make`` may read ahead as it likes; it is called only where there is something to make, and again after a long
    stretch of what is known, so that this holds little however many items come.
    """
    coming = iter(items)
    for first in coming:
        if (told := known(first)) is not None:
            yield told
        else:
            yield from _stretch(first, coming, known, make)


def _stretch(
    first: Item | Known,
    coming: Iterator[Item | Known],
    known: Callable[[Item | Known], Known | Made | None],
    make: Callable[[Iterator[Item]], Iterator[Made]],
) -> Iterator[Made | Known]:
    """Outcomes from ``first``, which is to be made, up to where too many known ones would wait."""
    waiting: deque[tuple[int, Made | Known]] = deque()  # each with how many are made before it

    def unknown() -> Iterator[Item]:
        sent = 1
        yield first  # type: ignore[misc] # what is not known is an item
        for each in coming:
            if (told := known(each)) is None:
                sent += 1
                yield each  # type: ignore[misc] # the same
            else:
                waiting.append((sent, told))
                if len(waiting) >= _MOST_WAITING:
                    return

    for number, made in enumerate(make(unknown())):
        while waiting and waiting[0][0] <= number:
            yield waiting.popleft()[1]
        yield made
    yield from (told for _, told in waiting)
