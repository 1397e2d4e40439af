"""What files hold, as a digest; they are read again only where their size or times changed."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

from poalint.caching.store import Store
from poalint.regular import MOST_OF_YAML, content

_SETTLED = 2.0
"""A file that changed less than so many seconds ago may change again without its times telling."""


def of_text(*parts: str) -> str:
    """The digest of texts; where one ends and the next begins counts."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def of_file(path: Path) -> str:
    """The digest of what one file holds. Raises OSError."""
    return hashlib.sha256(content(path, MOST_OF_YAML)).hexdigest()


def of_files(folder: Path, suffixes: tuple[str, ...], store: Store, most: int = MOST_OF_YAML) -> str:
    """The digest of the files in a folder and below whose names end so: of their names and all that they hold.

    Hidden ones are left out. Raises OSError, also where one has more than ``most`` bytes.
    """
    found = sorted(_files(os.fspath(folder), "", suffixes))
    stamp = of_text("files", str(folder.resolve()), json.dumps(found)).encode()
    if (kept := store.find(stamp)) is not None:
        return kept
    made = hashlib.sha256()
    for name, *_ in found:
        held = content(Path(folder, name), most)
        made.update(f"{name}\0{len(held)}\0".encode("utf-8", "surrogatepass"))
        made.update(held)
    newest = max((max(times) for _, _, *times in found), default=0)
    if time.time_ns() - newest > _SETTLED * 1e9:
        store.keep(stamp, made.hexdigest())
    return made.hexdigest()


def _files(folder: str, inside: str, suffixes: tuple[str, ...]) -> Iterator[tuple[str, int, int, int]]:
    """Each file's name inside the folder, its size, and when its content and its entry last changed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=not inside):  # links further down may lead in a circle
                if entry.name != "__pycache__":
                    yield from _files(entry.path, f"{inside}{entry.name}/", suffixes)
            elif entry.name.endswith(suffixes) and entry.is_file():
                status = entry.stat()
                yield inside + entry.name, status.st_size, status.st_mtime_ns, status.st_ctime_ns
