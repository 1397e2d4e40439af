"""Who judges a run's drafts: what is known from before comes out of the cache, the rest goes to one process or many."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from poalint.caching.cache import Cache
from poalint.errors import DraftError, LostDraftError
from poalint.ordering import Known, in_order
from poalint.settings import Judging, Outcome, Task
from poalint.working.jobs import FEW, cores, worth

if TYPE_CHECKING:
    from poalint.working.pool import Pool


class Desk:
    """Judges drafts for one run. To be closed.

    ``jobs`` is how many processes may work, None for as many as pay off; without ``cache`` nothing is kept.
    """

    def __init__(self, jobs: int | None = 1, cache: Cache | None = None) -> None:
        self._jobs, self._cache = jobs, cache
        self._pool: Pool | None = None

    def assess(self, asked: Iterable[Task | DraftError]) -> Iterator[Outcome]:
        """One outcome for each draft, in order; errors among them keep their place. Raises PoalintError."""
        return in_order(asked, self._looked_up, self._made)

    def packs(self, judging: Judging) -> tuple[tuple[str, str], ...]:
        """Name and version of each pack of rules; none where one cannot be found, which the first draft then tells."""
        if self._cache and (there := self._cache.context(judging)):
            return there.packs
        from poalint.api import Linter

        return Linter.of(judging).packs

    def close(self) -> None:
        """End the processes that were started."""
        if self._pool:
            self._pool.close()

    def _looked_up(self, each: Task | DraftError) -> Task | Known[Outcome]:
        if isinstance(each, DraftError):
            return Known(each)
        found = self._cache.find(*each) if self._cache else None
        return each if found is None else Known(found)

    def _made(self, tasks: Iterator[Task]) -> Iterator[Outcome]:
        """What is found in drafts that nothing is known of; it is kept for another time."""
        sent: deque[Task] = deque()

        def noted() -> Iterator[Task]:
            for task in tasks:
                sent.append(task)
                yield task

        for outcome in self._judged(noted()):
            task = sent.popleft()
            if self._cache and not isinstance(outcome, LostDraftError):
                self._cache.keep(*task, outcome)
            yield outcome

    def _judged(self, tasks: Iterator[Task]) -> Iterator[Outcome]:
        if self._pool is None:
            first = list(islice(tasks, self._enough()))
            tasks = chain(first, tasks)
            jobs = worth(self._jobs, len(first))
            if jobs == 1:
                from poalint.working.judging import here

                return here(tasks)
            from poalint.working.pool import Pool

            self._pool = Pool(jobs)
        return self._pool.assess(tasks)

    def _enough(self) -> int:
        """How many drafts tell how many processes are worth it; none are read ahead where one process is wanted."""
        if self._jobs == 1:
            return 0
        return max(FEW + 1, 2 * (cores() if self._jobs is None else self._jobs))
