"""Work that must end in time.

A timer of the system interrupts the main thread wherever it is, in a regular expression or a parser too. There is one
on POSIX, and only in the main thread; elsewhere the work goes on until it is done, and only its size bounds it.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from time import monotonic
from types import FrameType
from typing import Any, TypeVar

Made = TypeVar("Made")

_AGAIN = 0.5
"""What the alarm raises is lost where a library calls Python back and drops it: so it rings again (in seconds)."""
_AT_ONCE = 0.001


class OverdueError(Exception):
    """Work that was not done in time."""


class _Alarm(BaseException):
    """Raised within the work: no error, or what catches all errors would catch it and go on."""


def within(seconds: float, work: Callable[[], Made]) -> Made:
    """What ``work`` gives. Raises OverdueError where it takes longer; a deadline that held before holds on."""
    if not (hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()):
        return work()
    begun = monotonic()
    before: Any = signal.signal(signal.SIGALRM, _ring)
    left, again = signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        try:
            return work()
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    except _Alarm:
        signal.setitimer(signal.ITIMER_REAL, 0)  # it may have rung just before it was stopped
        raise OverdueError from None
    finally:
        signal.signal(signal.SIGALRM, signal.SIG_DFL if before is None else before)
        if left:
            signal.setitimer(signal.ITIMER_REAL, max(left - (monotonic() - begun), _AT_ONCE), again)


def _ring(number: int, frame: FrameType | None) -> None:
    raise _Alarm
