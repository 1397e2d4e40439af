"""Where the rules are. Reads nothing, so that whoever asks starts fast."""

from __future__ import annotations

import os
from pathlib import Path

NOT_THEMES = frozenset({"lexicon", "schema", "signals", "violations"})
"""Folders of a pack that hold no rules."""


def from_here(path: Path) -> str:
    """A path as people are told it: from where they are, if it lies there or in a folder above."""
    here = Path.cwd()
    if path.is_relative_to(here):
        return str(path.relative_to(here))
    return os.path.relpath(path, here) if path.parent in here.parents and path.parent != here.parents[-1] else str(path)


def rules_folder() -> Path:
    """The built-in rules: beside the package in a wheel, at the top of a checkout."""
    here = Path(__file__).resolve()
    packaged = here.parent / "rules"
    return packaged if packaged.is_dir() else here.parents[2] / "rules"


def pack_file(folder: Path) -> Path:
    """The file that names a pack."""
    return folder / "pack.yaml"


def rule_files(folder: Path) -> list[Path]:
    """The files ``<theme>/<id>.yaml`` of a pack, sorted; hidden folders are no themes."""
    return sorted(path for path in folder.glob("*/*.yaml") if is_theme(path.parent.name) and path.name[0] != ".")


def is_theme(name: str) -> bool:
    """Whether a folder of that name holds rules."""
    return name not in NOT_THEMES and not name.startswith(".")


def signal_files(folder: Path) -> list[Path]:
    """The files ``signals/<name>.yaml`` of a pack, sorted."""
    return sorted((folder / "signals").glob("*.yaml"))


def lexicon_files(folder: Path) -> list[Path]:
    """The files under ``lexicon/`` of a pack, sorted."""
    return sorted((folder / "lexicon").glob("*.yaml"))


def violation_files(folder: Path) -> list[Path]:
    """The files ``violations/<name>.yaml`` of a pack, sorted."""
    return sorted((folder / "violations").glob("*.yaml"))
