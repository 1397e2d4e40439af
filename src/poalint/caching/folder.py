"""Where what is kept lies: the folder that the platform has for such things, or the one that is asked for."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "POALINT_CACHE_DIR"
_OURS_ALONE = 0o700
_MARKS = {
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# Made by poalint: backups may leave it out.\n",
    ".gitignore": "# Findings quote drafts: they belong to no repository.\n*\n",
}
"""What keeps backups and version control away from the folder."""


def cache_folder() -> Path:
    """The folder; it need not be there yet. `POALINT_CACHE_DIR` names another than the platform's."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("poalint", appauthor=False)


def make_folder(folder: Path) -> None:
    """Make the folder, for its owner alone, unless it is there. Raises OSError."""
    if folder.is_dir():
        return
    folder.mkdir(mode=_OURS_ALONE, parents=True, exist_ok=True)
    for name, text in _MARKS.items():
        (folder / name).write_text(text, encoding="utf-8")
