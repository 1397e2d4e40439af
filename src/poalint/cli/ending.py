"""A run that is ended from outside: at once, its files whole or not there, nothing left running."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from types import FrameType, TracebackType
from typing import Any, TypeVar

Outcome = TypeVar("Outcome")

_BY_SIGNAL = 128
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Ending:
    """While it is open, Ctrl-C and a request to end leave all that is open in good order and exit with 128 + signal.

    A second signal is let pass: the first one is being obeyed.
    """

    def __init__(self) -> None:
        self._status = 0
        self._before: dict[signal.Signals, Any] = {}

    def __enter__(self) -> Ending:
        if threading.current_thread() is threading.main_thread():
            self._before = {each: signal.signal(each, self._end) for each in _SIGNALS}
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for each, handler in self._before.items():
            signal.signal(each, handler if not self._status else signal.SIG_IGN)
        self._leave()

    def watch(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Pass outcomes on. What a signal raises is lost where Python calls back by itself: then it is raised here."""
        for outcome in outcomes:
            self._leave()
            yield outcome
        self._leave()

    def _end(self, number: int, frame: FrameType | None) -> None:
        if not self._status:
            self._status = _BY_SIGNAL + number
            sys.exit(self._status)

    def _leave(self) -> None:
        if self._status:
            sys.exit(self._status)
