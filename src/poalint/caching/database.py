"""The file of what is kept: a table of texts under keys, which several runs may use at once.

It is an SQLite database, so that a run that is killed leaves it whole, and it is its owner's alone to read: findings
quote drafts.
"""

from __future__ import annotations

import os
import sqlite3
import time
import zlib
from contextlib import suppress
from pathlib import Path

FORMAT = 1
"""Changes when an older program could not read what stands there; each format has a file of its own."""
FILE = f"findings-{FORMAT}.sqlite3"
ASIDE = ".damaged"
_BESIDE = ("-wal", "-shm", "-journal")
_PATIENCE = 10.0
_TABLE = """CREATE TABLE IF NOT EXISTS kept
(key BLOB PRIMARY KEY, value TEXT NOT NULL, sum INTEGER NOT NULL, used INTEGER NOT NULL)"""
_DAY = 86_400


TROUBLE = (OSError, sqlite3.Error)
"""What everything here may raise; `damaged` tells which of it no waiting mends."""


class DamagedError(sqlite3.DatabaseError):
    """The file is a database, but not what was written there."""


def damaged(error: Exception) -> bool:
    """Whether the file can never be used again, and not only just now: it is locked, or the disk is full."""
    return isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)


class Database:
    """The open file."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        with suppress(FileExistsError):  # SQLite would make it for everybody to read
            os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        self._identity = _identity(self.path)
        self._today = int(time.time()) // _DAY
        self._stale: list[bytes] = []  # read, and marked as last used on an earlier day
        self._sql = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
        try:
            self._begin()
        except BaseException:
            self._sql.close()
            raise

    def _begin(self) -> None:
        self._patiently("PRAGMA journal_mode=WAL")
        self._sql.execute("PRAGMA synchronous=NORMAL")
        if not self._sql.execute("SELECT 1 FROM sqlite_master WHERE name = 'kept'").fetchone():
            self._patiently(_TABLE)
        columns = {row[1] for row in self._sql.execute("PRAGMA table_info(kept)")}
        if not columns >= {"key", "value", "sum", "used"}:
            raise DamagedError

    def _patiently(self, statement: str) -> None:
        """Do what SQLite refuses at once, instead of waiting, while another run does the same."""
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                self._sql.execute(statement)
                return
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > until:
                    raise
                time.sleep(0.01)

    def find(self, key: bytes) -> str | None:
        """The text under a key, or None."""
        row = self._sql.execute("SELECT value, sum, used FROM kept WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        value, checksum, used = row
        if not isinstance(value, str) or _sum(value) != checksum:
            raise DamagedError
        if used != self._today:
            self._stale.append(key)
        return value

    def keep(self, pairs: list[tuple[bytes, str]]) -> None:
        """Write texts under keys, all or none."""
        stale, self._stale = self._stale, []
        self._sql.execute("BEGIN IMMEDIATE")
        try:
            rows = [(key, value, _sum(value), self._today) for key, value in pairs]
            self._sql.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)
            self._sql.executemany("UPDATE kept SET used = ? WHERE key = ?", [(self._today, key) for key in stale])
            self._sql.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._sql.execute("ROLLBACK")
            raise

    @property
    def has_stale(self) -> bool:
        """Whether something was read that was last used on an earlier day; `keep` notes that it is used."""
        return bool(self._stale)

    def size(self) -> int:
        """How many bytes are taken."""
        (pages,), (free,), (each,) = (
            self._sql.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "freelist_count", "page_size")
        )
        return int((pages - free) * each)

    def drop_oldest(self) -> None:
        """Drop the quarter that was not used for the longest time."""
        self._sql.execute(
            "DELETE FROM kept WHERE rowid IN"
            " (SELECT rowid FROM kept ORDER BY used, rowid LIMIT (SELECT count(*) / 4 + 1 FROM kept))"
        )

    def close(self) -> None:
        """Close it."""
        with suppress(sqlite3.Error):
            self._sql.close()

    def put_aside(self) -> Path:
        """Give a damaged file another name, unless another run has done so already; the name."""
        self.close()
        return put_aside(self.path, self._identity)


def put_aside(path: Path, identity: tuple[int, int] | None = None) -> Path:
    """Give the file another name if it still is the one of that identity; the name. Raises OSError."""
    aside = path.with_name(path.name + ASIDE)
    with suppress(FileNotFoundError):
        if identity is None or _identity(path) == identity:
            os.replace(path, aside)
            for end in _BESIDE:
                path.with_name(path.name + end).unlink(missing_ok=True)
    return aside


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino


def _sum(value: str) -> int:
    return zlib.crc32(value.encode("utf-8", "surrogatepass"))
