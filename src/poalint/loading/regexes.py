"""Regular expressions that can run away, found out by trying.

Texts are pumped up step by step (`pumping`), and how the time grows is watched. A step is small, and the
next is taken only while the last took no time worth speaking of, so that a trial ends soon whatever the expression is.
Time that grows with the square of the length is put up with: that of most expressions that begin with a repeat does,
when they are searched for, and letters are short.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from time import perf_counter

from poalint.loading.pumping import Pump, pumps

Clock = Callable[[], float]

_LONGEST = 600
"""Texts are made no longer than this: a cubic expression takes its time here, a square one does not."""
_SLOW = 0.01
"""A search that takes longer (in seconds) is looked at twice."""
_TOO_SLOW = 0.3
"""One that takes this long is refused however the time grows: a letter is ten times as long."""
_STEEP = 5.6
"""By so much a time may grow when the length doubles: by 4 if it grows with the square, by 8 with the cube."""
_AGAIN = 3
"""A time is the least of so many: what else the machine does only adds."""
_SHORT = r"(?:{})|\0\0"
"""Of an expression that needs many characters a short text is not even tried; beside this alternative it is."""
_BUDGET = 3.0
"""After so long (in seconds) the trials of one expression end; nothing was found."""


def runaway(pattern: str, flags: int = 0, clock: Clock = perf_counter) -> str | None:
    """The beginning of a text on which a search for ``pattern`` runs away, or None. The pattern must compile."""
    made = re.compile(_SHORT.format(pattern), flags)
    begun = clock()
    for pump in pumps(pattern, flags):
        if _runs_away(made, pump, clock):
            return pump.text(4)[:40].rstrip("\0\n")
        if clock() - begun > _BUDGET:
            return None
    return None


def _runs_away(made: re.Pattern[str], pump: Pump, clock: Clock) -> bool:
    for rounds in _rounds(max(1, _LONGEST // len(pump.again))):
        if _took(made, pump.text(rounds), clock) < _SLOW:
            continue
        took = _least(made, pump.text(rounds), clock)
        if took > _TOO_SLOW:
            return True
        if took >= _SLOW:
            half = _least(made, pump.text(max(1, rounds // 2)), clock)
            if took > _STEEP * half:
                return True
    return False


def _rounds(most: int) -> Iterator[int]:
    """One round more at a time, and from a dozen on a fifth more."""
    rounds = 1
    while rounds <= most:
        yield rounds
        rounds += max(1, rounds // 5)


def _took(made: re.Pattern[str], text: str, clock: Clock) -> float:
    before = clock()
    made.search(text)
    return clock() - before


def _least(made: re.Pattern[str], text: str, clock: Clock) -> float:
    return min(_took(made, text, clock) for _ in range(_AGAIN))
