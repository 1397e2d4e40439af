"""A process that judges drafts for another: chunks come in through a pipe, what was found goes out."""

from __future__ import annotations

import gc
import signal
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection

from poalint.errors import PoalintError
from poalint.model import Draft
from poalint.settings import Judging

Task = tuple[Judging, Sequence[Draft]]


def serve(pipe: Connection) -> None:
    """Judge what comes until there is no more, or nobody at the other end.

    For each task the pipe gets a list of what was found, or what the user can mend, or, for a bug, its traceback.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started this one is told, and ends it
    with suppress(EOFError, OSError):
        while True:
            task: Task | None = pipe.recv()
            if task is None:
                break
            pipe.send(_judged(*task))
    gc.freeze()  # or the interpreter goes through all of spaCy once more before it leaves
    sys.stderr = None  # type: ignore[assignment] # whoever started this one is gone, or has what it wanted


def _judged(judging: Judging, drafts: Sequence[Draft]) -> object:
    from poalint.api import Linter

    try:
        return list(Linter.of(judging).assess_all(drafts))
    except PoalintError as error:
        return error
    except Exception:
        return traceback.format_exc()
