"""The configuration of a project: ``poalint.yaml``, ``.poalint.yaml``, or ``[tool.poalint]`` in ``pyproject.toml``.

It is looked for in a folder and those above it, up to the project's root: the first that holds ``.git``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from poalint.errors import RuleError
from poalint.speech import Lang, Phrase, Tellable

FILES = ("poalint.yaml", ".poalint.yaml")
PROJECT = "pyproject.toml"
_TABLE = b"[tool.poalint"


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a project asks for. ``rules`` are packs, folders among them as seen from anywhere; ``path`` is the file."""

    path: Path | None = None
    rules: tuple[str, ...] = ()
    violation: str | None = None
    lang: Lang | None = None


def find(start: Path) -> Configuration:
    """The configuration that holds in the folder ``start``; an empty one where there is none.

    Raises RuleError where a file has a mistake, or a folder holds two configurations.
    """
    for folder in (start, *start.parents):
        files = list(_held(folder))
        if len(files) > 1:
            both = Phrase(
                "there are two configurations in this folder: {files}", files=", ".join(p.name for p in files)
            )
            raise RuleError(str(folder), both, "Keep one of them.")
        if files:
            return _read(files[0])
        if (folder / ".git").exists():
            break
    return Configuration()


def _held(folder: Path) -> Iterator[Path]:
    yield from (path for name in FILES if (path := folder / name).is_file())
    project = folder / PROJECT
    if project.is_file() and _TABLE in project.read_bytes():
        yield project


def _read(path: Path) -> Configuration:
    from poalint.loading.yamlfile import checked, load_yaml
    from poalint.schema.config import ConfigFile

    file = _of_table(path) if path.name == PROJECT else checked(path, ConfigFile, load_yaml(path) or {})
    rules = tuple(_seen_from(path.parent, each) for each in file.rules)
    return Configuration(path, rules, file.violation, file.lang)


def _of_table(path: Path) -> Any:
    """The table in a ``pyproject.toml``, read as if it were YAML: both speak of keys and values alike."""
    import tomllib

    from pydantic import ValidationError

    from poalint.loading.wording import told
    from poalint.schema.config import ConfigFile

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        why = Phrase("this is not TOML ({error})", error=str(error))
        raise RuleError(str(path), why, "Mend the line and run again.") from error
    try:
        return ConfigFile.model_validate(data.get("tool", {}).get("poalint", {}))
    except ValidationError as error:
        raise RuleError.all_of(_mistake(path, each, told) for each in error.errors(include_url=False)) from error


def _mistake(path: Path, error: Any, told: Callable[..., tuple[Tellable, Tellable]]) -> RuleError:
    """One of pydantic's errors; TOML has no marks of places, so the key is named in full."""
    from poalint.schema.config import ConfigFile

    key = ".".join(("tool", "poalint", *map(str, error["loc"])))
    reason, remedy = told(error, error["loc"], None, ConfigFile)
    return RuleError(str(path), Phrase("{key}: {reason}", key=key, reason=reason), remedy)


def _seen_from(folder: Path, rules: str) -> str:
    """A folder as seen from the one that names it; what is no folder there is the name of an installed pack."""
    there = folder / rules
    return os.fspath(there) if there.is_dir() else rules
