"""How many processes pay off."""

from __future__ import annotations

import os

FEW = 16
"""So many drafts are judged before another process has loaded its language model."""


def cores() -> int:
    """How many processes this machine runs at once, for this program."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def worth(jobs: int | None, drafts: int) -> int:
    """How many processes to start for at least so many drafts: ``jobs``, or what pays off where that is None."""
    if drafts <= FEW and jobs is None:
        return 1
    return max(1, min(cores() if jobs is None else jobs, -(-drafts // 2)))
