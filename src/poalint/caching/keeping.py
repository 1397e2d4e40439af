"""What lies in the cache folder, and how to remove it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from poalint.errors import PoalintError
from poalint.speech import Phrase

_OURS = "findings-*.sqlite3*"


class CacheError(PoalintError):
    """A cache that cannot be removed."""


def held(folder: Path) -> tuple[int, int]:
    """How many files are ours in the folder, those of other versions and damaged ones too, and their bytes."""
    sizes = [path.stat().st_size for path in _files(folder)]
    return len(sizes), sum(sizes)


def remove(folder: Path) -> None:
    """Remove them, and nothing else. A run that uses them goes on, and keeps nothing. Raises CacheError."""
    for path in _files(folder):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            why = Phrase("this cannot be removed ({why})", why=Phrase(error.strerror or str(error)))
            raise CacheError(str(path), why, "Try again when no other run uses it.") from error


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.glob(_OURS)) if path.is_file())
