"""Ctrl-C while the program is still being imported: it ends at once, and says nothing."""

from __future__ import annotations

import os
import signal
from types import FrameType

_INTERRUPTED = 130


def quiet() -> None:
    """End with 130 on Ctrl-C from here on, unless whoever started the program has it ignored."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end)


def over() -> None:
    """Let Ctrl-C be an exception again: from here on somebody catches it, and leaves all in good order."""
    if signal.getsignal(signal.SIGINT) is _end:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _end(number: int, frame: FrameType | None) -> None:
    os._exit(_INTERRUPTED)  # nothing is printed, open or begun yet
