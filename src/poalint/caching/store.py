"""What is kept, so that nothing that goes wrong with it stops a run: then it is not kept, and that is told once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from poalint.caching.database import FILE, TROUBLE, Database, damaged, put_aside
from poalint.caching.folder import make_folder
from poalint.speech import Phrase

Say = Callable[[Phrase], None]
"""Tells the user something that is no error of the run."""
T = TypeVar("T")

_AT_ONCE = 64
"""So many texts are written together: each writing waits for the disk."""
_MOST_BYTES = 256 * 2**20
"""About 60,000 letters. What was not used for the longest time goes first."""


class Store:
    """Texts under keys, in a folder. It never raises; ``say`` is told, once, why nothing is kept."""

    def __init__(self, folder: Path, say: Say, most_bytes: int = _MOST_BYTES) -> None:
        self._folder, self._say, self._most = folder, say, most_bytes
        self._waiting: dict[bytes, str] = {}
        self._database: Database | None = None
        self._database = self._opened()

    @property
    def works(self) -> bool:
        """Whether anything is kept."""
        return self._database is not None

    def find(self, key: bytes) -> str | None:
        """The text that is kept under a key, or None."""
        if (value := self._waiting.get(key)) is not None:
            return value
        return self._tried(lambda database: database.find(key))

    def keep(self, key: bytes, value: str) -> None:
        """Keep a text under a key; it is written when there are some, or at the end."""
        if self._database is not None:
            self._waiting[key] = value
            if len(self._waiting) >= _AT_ONCE:
                self._write()

    def close(self) -> None:
        """Write what is not written yet, and make room."""
        if self._waiting or (self._database is not None and self._database.has_stale):
            self._write()
        if self._database is not None:
            self._database.close()

    def _write(self) -> None:
        pairs = list(self._waiting.items())
        self._waiting.clear()

        def written(database: Database) -> None:
            database.keep(pairs)
            if database.size() > self._most:
                database.drop_oldest()

        self._tried(written)

    def _tried(self, do: Callable[[Database], T]) -> T | None:
        """Do something with the file; a damaged one is put aside, and one that cannot be used is left alone."""
        if self._database is None:
            return None
        try:
            return do(self._database)
        except TROUBLE as error:
            if damaged(error):
                self._database = self._anew(self._database.put_aside)
            else:
                self._give_up(error)
        return None

    def _opened(self) -> Database | None:
        try:
            make_folder(self._folder)
            return Database(self._folder)
        except TROUBLE as error:
            if damaged(error):
                path = self._folder / FILE
                return self._anew(lambda: put_aside(path))
            self._give_up(error)
        return None

    def _anew(self, aside: Callable[[], Path]) -> Database | None:
        """A new file in place of a damaged one, which ``aside`` gives another name."""
        try:
            self._tell_damaged(aside())
            return Database(self._folder)
        except TROUBLE as error:
            self._give_up(error)
        return None

    def _tell_damaged(self, aside: Path) -> None:
        self._say(Phrase("the cache was damaged; it lies in {path} now, and a new one is made", path=str(aside)))

    def _give_up(self, error: Exception) -> None:
        if self._database is not None:
            self._database.close()
        self._database = None
        self._waiting.clear()
        why = Phrase(getattr(error, "strerror", None) or str(error))
        said = "nothing is cached: {folder} cannot be used ({why}). POALINT_CACHE_DIR names another folder"
        self._say(Phrase(said, folder=str(self._folder), why=why))
