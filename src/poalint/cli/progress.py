"""A bar on standard error, for who waits; nothing of it stays."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from threading import Thread
from typing import TypeVar

from poalint.sources import count
from poalint.speech import Lang, translated

Outcome = TypeVar("Outcome")

_FEW = 8
"""So few drafts are done before anybody looks for a bar."""


def seen(on_screen: bool) -> bool:
    """Whether standard error is a terminal, and a report (``on_screen``) does not scroll through the same one."""
    if sys.stderr is None or not sys.stderr.isatty():
        return False
    return not (on_screen and sys.stdout is not None and sys.stdout.isatty())


def with_bar(outcomes: Iterable[Outcome], paths: Sequence[str], lang: Lang) -> Iterator[Outcome]:
    """Pass outcomes on, and show how many there were, out of how many once the folders are counted."""
    coming = iter(outcomes)
    yield from islice(coming, _FEW)
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True, markup=False, emoji=False, highlight=False)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task(translated("Reading drafts", lang), total=None, completed=_FEW)

        def told_how_many() -> None:
            bar.update(task, total=count(paths))

        Thread(target=told_how_many, daemon=True).start()
        for outcome in coming:
            bar.advance(task)
            yield outcome
