"""Who judges a run's drafts: what is known from before is taken from the cache, the rest goes to one process or many."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from poalint.caching.cache import Cache, Outcome
from poalint.errors import DraftError
from poalint.model import Draft
from poalint.ordering import in_order
from poalint.settings import Judging
from poalint.working.jobs import FEW, cores, worth

if TYPE_CHECKING:
    from poalint.api import Linter
    from poalint.working.pool import Pool

class Desk:
    """Judges drafts for one run. To be closed.

    ``jobs`` is how many processes may work, None for as many as pay off; without ``cache`` nothing is kept.
    """

    def __init__(self, jobs: int | None = 1, cache: Cache | None = None) -> None:
        self._jobs, self._cache = jobs, cache
        self._pool: Pool | None = None

    def assess(self, judging: Judging, drafts: Iterable[Draft | DraftError]) -> Iterator[Outcome]:
        """One outcome for each draft, in order; errors among them keep their place. Raises PoalintError."""
        cache = self._cache
        if cache is None:
            return in_order(drafts, _unread, lambda unread: self._judged(judging, unread))
        find = cache.finder(judging)

        def made(unread: Iterator[Draft]) -> Iterator[Outcome]:
            sent: deque[Draft] = deque()

            def noted() -> Iterator[Draft]:
                for draft in unread:
                    sent.append(draft)
                    yield draft

            outcomes = self._judged(judging, noted())
            return cache.keeping(judging, ((sent.popleft(), outcome) for outcome in outcomes))

        return in_order(drafts, lambda each: each if isinstance(each, DraftError) else find(each), made)

    def packs(self, judging: Judging) -> tuple[tuple[str, str], ...] | None:
        """Name and version of each pack of rules; none where one cannot be found, which the first draft then tells."""
        there = self._cache.context(judging) if self._cache else None
        return there.packs if there else _linter(judging).packs

    def close(self) -> None:
        """End the processes that were started."""
        if self._pool:
            self._pool.close()

    def _judged(self, judging: Judging, drafts: Iterator[Draft]) -> Iterator[Outcome]:
        if self._pool is None:
            first = list(islice(drafts, self._enough()))
            jobs = worth(self._jobs, len(first))
            if jobs == 1:
                return _linter(judging).assess_all(chain(first, drafts))
            from poalint.working.pool import Pool

            self._pool = Pool(jobs)
            drafts = chain(first, drafts)
        return self._pool.assess(judging, drafts)

    def _enough(self) -> int:
        """How many drafts tell how many processes are worth it; none are read ahead where one process is wanted."""
        if self._jobs == 1:
            return 0
        return max(FEW + 1, 2 * (cores() if self._jobs is None else self._jobs))


def _linter(judging: Judging) -> Linter:
    from poalint.api import Linter

    return Linter.of(judging)


def _unread(draft: Draft | DraftError) -> DraftError | None:
    return draft if isinstance(draft, DraftError) else None
