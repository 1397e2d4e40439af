"""A process that judges drafts for another: a few come in through a pipe, what was found goes out."""

from __future__ import annotations

import gc
import signal
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection

from poalint.errors import PoalintError
from poalint.settings import Task


def serve(pipe: Connection) -> None:
    """Judge what comes until nobody is at the other end.

    For each few drafts the pipe gets a list of outcomes, or what the user can mend, or, for a bug, its traceback.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started this one is told, and ends it
    with suppress(EOFError, OSError):
        while True:
            pipe.send(_answer(pipe.recv()))
    gc.freeze()  # or the interpreter goes through all of spaCy once more before it leaves
    sys.stderr = None  # whoever started this one is gone, or has what it wanted


def _answer(tasks: Sequence[Task]) -> object:
    try:
        from poalint.working.judging import judged

        return judged(tasks)
    except PoalintError as error:
        return error
    except Exception:
        return traceback.format_exc()
