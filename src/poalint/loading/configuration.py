"""The configuration of a project: ``poalint.yaml``, ``.poalint.yaml``, or ``[tool.poalint]`` in ``pyproject.toml``.

It is looked for in a draft's folder and those above it, up to the project's root: the first that holds ``.git``. Where
none does, all folders above are searched. The nearest file holds alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from poalint.errors import Mistakes, RuleError
from poalint.layers import Layer
from poalint.limits import USUAL, Limits, limits_in
from poalint.places import from_here
from poalint.regular import MOST_OF_YAML, content
from poalint.speech import Phrase

if TYPE_CHECKING:
    from poalint.loading.parsing import Parsed

FILES = ("poalint.yaml", ".poalint.yaml")
PROJECT = "pyproject.toml"
_NAME = b"poalint"


@dataclass(frozen=True, slots=True)
class Override:
    """What else holds for the drafts that one of the patterns means."""

    paths: tuple[str, ...]
    layer: Layer


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a project asks for: for all drafts, and for some. ``path`` is the file; without one nothing is asked.

    ``limiting`` tells whether it says anything of limits: most do not, and all drafts are asked.
    """

    path: Path | None = None
    base: Layer = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    limiting: bool = False

    def limits(self, path: str) -> Limits:
        """How much the draft at ``path`` may hold."""
        return limits_in(self.layers(path)) if self.limiting else USUAL

    def layers(self, path: str) -> Iterator[Layer]:
        """What holds for the draft at ``path``, the farthest first."""
        yield self.base
        if self.path is not None and self.overrides:
            from poalint.globs import matches

            inner = Path(os.path.relpath(os.path.abspath(path), self.path.parent)).as_posix()
            for each in self.overrides:
                if any(matches(pattern, inner) for pattern in each.paths):
                    yield each.layer


class Project:
    """Finds the configuration of each folder, and reads each file once.

    ``file`` is taken in place of what would be found; ``isolated`` finds none.
    """

    def __init__(self, file: Path | None = None, isolated: bool = False) -> None:
        self._file = file
        self._isolated = isolated
        self._found: dict[Path, Path | RuleError | None] = {}
        self._read: dict[Path, Configuration | RuleError] = {}

    def file_for(self, folder: Path) -> Path | None:
        """The file that holds in a folder. Raises RuleError where two of them lie in one."""
        if self._isolated or self._file is not None:
            return self._file
        if folder not in self._found:
            self._found[folder] = self._nearest(Path(os.path.abspath(folder)))
        found = self._found[folder]
        if isinstance(found, RuleError):
            raise found
        return found

    def _nearest(self, folder: Path) -> Path | RuleError | None:
        """The file that holds in a folder, found in it or in one above; what is told where that cannot be said."""
        found: Path | RuleError | None = None
        asked = []
        for each in (folder, *folder.parents):
            if each in self._found:
                found = self._found[each]
                break
            asked.append(each)
            try:
                found = _held(each)
            except RuleError as error:
                found = error
            if found is not None or (each / ".git").exists():
                break
        self._found.update(dict.fromkeys(asked, found))
        return found

    def configuration(self, folder: Path) -> Configuration:
        """What holds in a folder, nothing where there is no file. Raises RuleError that lists all mistakes in it."""
        file = self.file_for(folder)
        if file is None:
            return Configuration()
        if file not in self._read:
            try:
                self._read[file] = read(file)
            except RuleError as error:
                self._read[file] = error
        made = self._read[file]
        if isinstance(made, RuleError):
            raise made
        return made


def find(start: Path) -> Configuration:
    """The configuration that holds in the folder ``start``. Raises RuleError as `Project` does."""
    return Project().configuration(start)


def held_in(folder: Path) -> list[Path]:
    """The configurations that lie in a folder."""
    files = [path for name in FILES if (path := folder / name).is_file()]
    project = folder / PROJECT
    return [*files, project] if project.is_file() and _parsed(project) is not None else files


def read(path: Path) -> Configuration:
    """One file. Raises RuleError that lists every mistake with its place."""
    from poalint.loading import settable
    from poalint.loading.yamlfile import sound
    from poalint.schema.config import ConfigFile

    path = Path(os.path.abspath(path))
    made = _parsed(path)
    if made is None:
        said = Phrase("there is no table [tool.poalint] in this file")
        raise RuleError(from_here(path), said, "Write one, or name another file.")
    file = sound(made, ConfigFile)
    mistakes = Mistakes()
    base = settable.layer(made, file, (), path.parent, mistakes)
    overrides = tuple(
        Override(tuple(each.paths), settable.layer(made, each, ("overrides", number), path.parent, mistakes))
        for number, each in enumerate(file.overrides)
    )
    mistakes.stop()
    limiting = any("limits" in each for each in (base, *(override.layer for override in overrides)))
    return Configuration(path, base, overrides, limiting)


def _held(folder: Path) -> Path | None:
    files = held_in(folder)
    if len(files) > 1:
        both = Phrase("there are two configurations in this folder: {files}", files=", ".join(p.name for p in files))
        raise RuleError(from_here(folder), both, "Keep one of them.")
    return files[0] if files else None


def _parsed(path: Path) -> Parsed | None:
    """What a file holds; None of a project's file that says nothing of this program."""
    try:
        raw = content(path, MOST_OF_YAML)
    except OSError as error:
        reason = Phrase("this cannot be read ({why})", why=Phrase(error.strerror or str(error)))
        if isinstance(error, FileNotFoundError):
            reason = Phrase("this file is missing")
        raise RuleError(from_here(path), reason, "Check the path.") from error
    if path.suffix == ".toml":
        if _NAME not in raw:
            return None
        from poalint.loading.toml import table

        return table(from_here(path), raw, "tool", "poalint")
    from poalint.loading.parsing import parsed

    made = parsed(from_here(path), raw)
    return made if made.data is not None else replace(made, data={})
