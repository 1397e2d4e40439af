"""What was found before in the same words by the same rules."""

from __future__ import annotations

import hashlib

from poalint.caching.contexts import Context, context
from poalint.caching.encoding import of_outcome, of_rulebook, to_outcome, to_rulebook
from poalint.caching.store import Store
from poalint.model import Assessment, Draft, Rulebook
from poalint.settings import Judging, Outcome

_UNREADABLE = (ValueError, TypeError, KeyError, IndexError)


class Cache:
    """Finds and keeps what came of drafts, in a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._contexts: dict[Judging, Context | None] = {}
        self._rulebooks: dict[str, Rulebook] = {}
        self._sure: set[Judging] = set()

    def context(self, judging: Judging) -> Context | None:
        """The context of a way of judging, looked up once a run; None where nothing can be kept."""
        if judging not in self._contexts:
            self._contexts[judging] = context(judging, self._store) if self._store.works else None
        return self._contexts[judging]

    def find(self, judging: Judging, draft: Draft) -> Outcome | None:
        """What came of a draft in the same words that was judged so, or None."""
        there = self.context(judging)
        if there is None or (text := self._store.find(_key(there.key, draft))) is None:
            return None
        try:
            return to_outcome(text, draft, self._rulebook(there.key))
        except _UNREADABLE:
            return None

    def keep(self, judging: Judging, draft: Draft, outcome: Outcome) -> None:
        """Keep what came of a draft."""
        there = self.context(judging)
        if there is None:
            return
        if judging not in self._sure:  # rules may have changed since we looked and before they were loaded
            self._sure.add(judging)
            if there != context(judging, self._store):
                self._contexts[judging] = None
                return
        if isinstance(outcome, Assessment) and there.key not in self._rulebooks:
            self._rulebooks[there.key] = outcome.rulebook
            self._store.keep(_rulebook_key(there.key), of_rulebook(outcome.rulebook))
        self._store.keep(_key(there.key, draft), of_outcome(outcome))

    def _rulebook(self, key: str) -> Rulebook | None:
        if key not in self._rulebooks:
            if (text := self._store.find(_rulebook_key(key))) is None:
                return None
            self._rulebooks[key] = to_rulebook(text)
        return self._rulebooks[key]


def _key(context_key: str, draft: Draft) -> bytes:
    """The key of all that judging depends on: of a draft that is its own text, the text; its path never counts.

    Spots count, for messages tell places. What is told of a file besides its text makes a longer key, so that no text
    can be taken for it.
    """
    key = hashlib.sha256(f"{context_key}\n{draft.text}".encode("utf-8", "surrogatepass")).digest()
    beside = (draft.marks, draft.spots, draft.extras)
    if not any(beside):
        return key
    return key + hashlib.sha256(repr((draft.front, *beside)).encode("utf-8", "surrogatepass")).digest()


def _rulebook_key(context_key: str) -> bytes:
    return f"rulebook {context_key}".encode()
