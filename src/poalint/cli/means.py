"""The options of ``check`` that say how the work is done, not what comes of it: processes, cache, progress."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from poalint.speech import Lang, Phrase

if TYPE_CHECKING:
    from poalint.working.desk import Desk

Command = TypeVar("Command", bound=Callable[..., Any])
Outcome = TypeVar("Outcome")

_AUTO = "auto"
_MOST_JOBS = 64


@dataclass(frozen=True, slots=True)
class Means:
    """How a run works: ``jobs`` processes, or as many as pay off where that is None; with or without the cache."""

    jobs: int | None = 1
    cache: bool = True

    @contextmanager
    def desk(self, lang: Lang) -> Iterator[Desk]:
        """Who judges the drafts of a run."""
        from poalint.caching.cache import Cache
        from poalint.caching.folder import cache_folder
        from poalint.caching.store import Store
        from poalint.cli.group import complain
        from poalint.working.desk import Desk

        def say(what: Phrase) -> None:
            complain(what, lang)

        store = Store(cache_folder(), say) if self.cache else None
        desk = Desk(self.jobs, Cache(store) if store else None)
        try:
            yield desk
        finally:
            desk.close()
            if store:
                store.close()

    def shown(
        self, outcomes: Iterable[Outcome], paths: Sequence[str], on_screen: bool, lang: Lang
    ) -> Iterable[Outcome]:
        """Pass outcomes on; a bar shows how many there are, where somebody sees it and nothing else scrolls there."""
        from poalint.cli.progress import seen, with_bar

        return with_bar(outcomes, paths, lang) if seen(on_screen) else outcomes


class _Jobs(click.ParamType):  # type: ignore[type-arg] # generic in click's newest versions only
    """A number of processes, or auto."""

    name = "jobs"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | None:
        """None for auto. Raises BadParameter that says both what can be written."""
        if str(value) == _AUTO:
            return None
        try:
            return click.IntRange(1, _MOST_JOBS).convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"'{value}' is neither a number from 1 to {_MOST_JOBS} nor {_AUTO}.", param, ctx)


_OPTIONS = (
    click.option(
        "--jobs", type=_Jobs(), default="1", metavar="N|auto",
        help="How many processes read drafts; auto takes as many as pay off. Without this, one.",
    ),
    click.option("--no-cache", is_flag=True, help="Read every draft anew, and keep nothing of what is found."),
)  # fmt: skip


def has_means(function: Command) -> Command:
    """Give a command these options; it is handed ``means``."""

    @wraps(function)
    def command(*args: Any, jobs: int | None, no_cache: bool, **others: Any) -> Any:
        return function(*args, means=Means(jobs, not no_cache), **others)

    made: Any = command
    for option in reversed(_OPTIONS):
        made = option(made)
    return cast("Command", made)
