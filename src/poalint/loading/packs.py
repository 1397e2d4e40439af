"""Packs: folders of rules, each with a ``pack.yaml`` that names it and says what it builds on.

The built-in rules are the pack ``poalint``; every other pack builds on it. A pack is named by its folder, or, if it
is installed as a Python package, by the name of its entry point in the group ``poalint.packs``. No code of a pack is
ever run: of an installed one only the folder is looked up.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from poalint.errors import RuleError, meant
from poalint.loading.yamlfile import load_yaml, mistake, read_file
from poalint.places import pack_file, rules_folder
from poalint.speech import Phrase

BUILT_IN = "poalint"
ENTRY_POINTS = "poalint.packs"


@dataclass(frozen=True)
class Pack:
    """A folder of rules. ``off``, ``change`` and ``lexicons`` say what it does to the packs before it."""

    name: str
    version: str
    folder: Path
    about: str = ""
    languages: tuple[str, ...] = ("en",)
    extends: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    change: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    lexicons: Mapping[str, list[str]] = field(default_factory=dict)

    @cached_property
    def file(self) -> Path:
        """The ``pack.yaml``."""
        return pack_file(self.folder)


def built_in(folder: Path | None = None) -> Pack:
    """The rules that come with the program. Its file is only glanced at: a test sees that it is sound."""
    folder = folder or rules_folder()
    data = load_yaml(pack_file(folder))
    return Pack(data["name"], data["version"], folder, data["about"], tuple(data["languages"]))


def find(wanted: Iterable[str]) -> tuple[Pack, ...]:
    """The built-in pack, then those ``wanted`` (folders or names), each after all that it extends and only once.

    Raises RuleError where there is no such pack, its ``pack.yaml`` has a mistake, packs extend each other in a circle,
    or two of them have one name.
    """
    found = {BUILT_IN: built_in()}
    for each in wanted:
        _gather(each, None, found, ())
    return tuple(found.values())


def _gather(wanted: str, asking: Pack | None, found: dict[str, Pack], way: tuple[Path, ...]) -> None:
    if wanted == BUILT_IN:
        return
    folder = _folder(wanted, asking)
    if folder in way:
        assert asking is not None
        reason = Phrase("packs extend each other in a circle: {packs}", packs=_circle(way, folder))
        raise mistake(asking.file, ("extends",), reason)
    made = _read(folder)
    other = found.get(made.name)
    if other is not None:
        if other.folder.samefile(folder):
            return
        reason = Phrase("the pack in {folder} is called {name!r} too", folder=str(other.folder), name=made.name)
        raise mistake(made.file, ("name",), reason, "Rename one.")
    for each in made.extends:
        _gather(each, made, found, (*way, folder))
    found[made.name] = made


def _circle(way: tuple[Path, ...], folder: Path) -> str:
    return " \u2192 ".join(each.name for each in (*way[way.index(folder) :], folder))


def _read(folder: Path) -> Pack:
    from poalint.schema.packs import PackFile

    path = pack_file(folder)
    file = read_file(path, PackFile)
    change = {rule: each.model_dump(exclude_unset=True) for rule, each in file.change.items()}
    return Pack(
        file.name, file.version, folder, file.about, tuple(file.languages), tuple(file.extends), tuple(file.off),
        change, file.lexicons,
    )  # fmt: skip


def _folder(wanted: str, asking: Pack | None) -> Path:
    """The folder of the pack called so; a path in a ``pack.yaml`` starts from there."""
    path = asking.folder / wanted if asking else Path(wanted)
    if path.is_dir():
        if not pack_file(path).is_file():
            raise RuleError(
                str(path), "this folder holds no pack.yaml, so it is no pack of rules", "`poalint new pack` makes one."
            )
        return path.resolve()
    installed = dict(_installed())
    if wanted in installed:
        return installed[wanted]
    reason = Phrase("there is no folder and no installed pack called {name!r}", name=wanted)
    remedy = meant(os.path.basename(wanted), installed, "Name a folder that holds a pack.yaml.")
    raise mistake(asking.file, ("extends",), reason, remedy, wanted) if asking else RuleError("", reason, remedy)


def _installed() -> Iterator[tuple[str, Path]]:
    """Names and folders of the packs that Python packages bring; importing them is not needed."""
    from importlib.metadata import entry_points
    from importlib.util import find_spec

    for point in entry_points(group=ENTRY_POINTS):
        spec = find_spec(point.module) if "." not in point.module else None
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            if pack_file(Path(folder)).is_file():
                yield point.name, Path(folder).resolve()
