"""Packs: folders of rules, each with a ``pack.yaml`` that names it and says what it builds on.

The built-in rules are the pack ``poalint``; every other pack builds on it. A pack is named by its folder, or, if it
is installed as a Python package, by the name of its entry point in the group ``poalint.packs``. No code of a pack is
ever run: of an installed one only the folder is looked up.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from poalint.errors import Mistakes, RuleError, meant, nearest
from poalint.places import pack_file, rules_folder
from poalint.speech import Phrase, Tellable

if TYPE_CHECKING:
    from poalint.loading.source import Loc

BUILT_IN = "poalint"
ENTRY_POINTS = "poalint.packs"


@dataclass(frozen=True)
class Pack:
    """A folder of rules. ``off``, ``change`` and ``lexicons`` say what it does to the packs before it.

    It is not ``certain`` where its file is so wrong that it may extend more than is known here.
    """

    name: str
    version: str
    folder: Path
    about: str = ""
    languages: tuple[str, ...] = ("en",)
    extends: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    change: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    lexicons: Mapping[str, list[str]] = field(default_factory=dict)
    certain: bool = True

    @cached_property
    def file(self) -> Path:
        """The ``pack.yaml``."""
        return pack_file(self.folder)


Read = Callable[[Path | None], Pack]
"""Gives the pack in a folder; without one the built-in pack."""


def built_in(folder: Path | None = None) -> Pack:
    """The rules that come with the program. Its file is only glanced at: a test sees that it is sound."""
    from poalint.loading.yamlfile import load_yaml

    folder = folder or rules_folder()
    data = load_yaml(pack_file(folder))
    return Pack(data["name"], data["version"], folder, data["about"], tuple(data["languages"]))


def find(wanted: Iterable[str], gathered: Mistakes | None = None, reads: Read | None = None) -> tuple[Pack, ...]:
    """The built-in pack, then those ``wanted`` (folders or names), each after all that it extends and only once.

    Raises RuleError where there is no such pack, its ``pack.yaml`` has a mistake, packs extend each other in a circle,
    or two of them have one name. With ``gathered`` the mistakes in a ``pack.yaml`` are put there, and the pack is what
    can be made of its file: so that those of its other files can be told besides. ``reads`` may know what a pack's file
    says without parsing it.
    """
    reads = reads or _read_any
    found = {BUILT_IN: reads(None)}
    mistakes = Mistakes() if gathered is None else gathered
    for each in wanted:
        try:
            _gather(each, None, found, (), lambda folder: mistakes.told(reads, folder) or _guessed(folder))
        except RuleError as error:  # without a whole pack nothing more can be told
            mistakes.add(error)
            mistakes.stop()
    if gathered is None:
        mistakes.stop()
    return tuple(found.values())


def _gather(
    wanted: str, asking: Pack | None, found: dict[str, Pack], way: tuple[Path, ...], reads: Callable[[Path], Pack]
) -> None:
    if wanted == BUILT_IN:
        return
    folder = _folder(wanted, asking)
    if folder in way:
        assert asking is not None
        said = Phrase("packs extend each other in a circle: {circle}", circle=_circle(way, folder))
        raise mistake(asking.file, ("extends",), said, Phrase("Strike one of the lines `extends`."), wanted)
    made = reads(folder)
    other = found.get(made.name)
    if other is not None:
        if other.folder.samefile(folder):
            return
        raise _called_alike(made, other)
    for each in made.extends:
        _gather(each, made, found, (*way, folder), reads)
    twin = found.setdefault(made.name, made)  # among what it extends there may be another of its name
    if twin is not made:
        raise _called_alike(made, twin)


def _called_alike(made: Pack, other: Pack) -> RuleError:
    said = Phrase("the pack in {folder} is called {name!r} too", folder=str(other.folder), name=made.name)
    return mistake(made.file, ("name",), said, Phrase("Rename one of them."))


def mistake(path: Path, loc: Loc, reason: Tellable, remedy: Tellable = "", words: str = "") -> RuleError:
    """As in `poalint.loading.yamlfile`, which is imported only where there is one: a parser of YAML comes with it."""
    from poalint.loading import yamlfile

    return yamlfile.mistake(path, loc, reason, remedy, words)


def _circle(way: tuple[Path, ...], folder: Path) -> str:
    return " \u2192 ".join(str(each) for each in (*way[way.index(folder) :], folder))


def _read_any(folder: Path | None) -> Pack:
    return read(folder) if folder else built_in()


def read(folder: Path) -> Pack:
    """The pack in a folder. Raises RuleError where its ``pack.yaml`` has a mistake."""
    from poalint.loading.yamlfile import read_file
    from poalint.schema.packs import PackFile

    path = pack_file(folder)
    file = read_file(path, PackFile)
    change = {rule: each.model_dump(exclude_unset=True) for rule, each in file.change.items()}
    return Pack(
        file.name, file.version, folder, file.about, tuple(file.languages), tuple(file.extends), tuple(file.off),
        change, file.lexicons,
    )  # fmt: skip


def _guessed(folder: Path) -> Pack:
    """The pack in a folder as far as its broken file tells; what it changes is named there, and nothing is changed."""
    from poalint.loading.yamlfile import content_of
    from poalint.schema.packs import PackFile

    content = content_of(pack_file(folder))
    file: Mapping[str, Any] = content if isinstance(content, Mapping) else {}
    name, extends, off = file.get("name"), _texts(file.get("extends", [])), _texts(file.get("off"))
    change, lexicons = file.get("change"), file.get("lexicons")
    misspelt = any(nearest(key, PackFile.model_fields)[:1] == ["extends"] for key in set(file) - {"extends"})
    return Pack(
        name=name if isinstance(name, str) else str(folder),
        version="",
        folder=folder,
        languages=tuple(_texts(file.get("languages")) or ("en",)),
        extends=tuple(extends or ()),
        off=tuple(off or ()),
        change={name: {} for name in change} if isinstance(change, Mapping) else {},
        lexicons={name: [] for name in lexicons} if isinstance(lexicons, Mapping) else {},
        certain=bool(file) and extends is not None and not misspelt,
    )


def _texts(value: Any) -> list[str] | None:
    """The texts of a list, or of one that lacks its brackets; None where the value is no such thing."""
    texts = [value] if isinstance(value, str) else value
    return texts if isinstance(texts, list) and all(isinstance(each, str) for each in texts) else None


def _folder(wanted: str, asking: Pack | None) -> Path:
    """The folder of the pack called so; a path in a ``pack.yaml`` starts from there."""
    path = asking.folder / wanted if asking else Path(wanted)
    if wanted and path.is_dir():
        if pack_file(path).is_file():
            return path.resolve()
        reason = Phrase("this folder holds no pack.yaml, so it is no pack of rules")
        misnamed = path.joinpath("pack.yml").is_file()
        mend = Phrase("Rename pack.yml to pack.yaml.") if misnamed else Phrase("`poalint new pack` makes one.")
        raise RuleError(str(path), reason, mend)
    if path.name == pack_file(path).name and path.is_file():
        return path.resolve().parent
    known = installed()
    if len(folders := known.get(wanted, ())) == 1:
        return folders[0]
    if folders:
        both = " / ".join(map(str, folders))
        raise RuleError(
            "",
            Phrase("several installed packs are called {name!r}: {folders}", name=wanted, folders=both),
            Phrase("Name the folder of the one that you mean, or uninstall the others."),
        )
    reason = Phrase("there is no folder and no installed pack called {name!r}", name=wanted)
    remedy = meant(os.path.basename(wanted), known, Phrase("Name a folder that holds a pack.yaml."))
    raise mistake(asking.file, ("extends",), reason, remedy, wanted) if asking else RuleError("", reason, remedy)


def installed() -> dict[str, tuple[Path, ...]]:
    """The names of the packs that Python packages bring, each with its folder; more than one where names clash."""
    from importlib.metadata import entry_points

    found: dict[str, dict[Path, None]] = {}
    for point in entry_points(group=ENTRY_POINTS):
        for folder in _folders_of(point.value.partition(":")[0].strip()):
            if pack_file(folder).is_file():
                found.setdefault(point.name, {})[folder.resolve()] = None
    return {name: tuple(folders) for name, folders in found.items()}


def _folders_of(module: str) -> Iterator[Path]:
    """Where an installed package, or one inside it, lies. Only the outermost is looked up: none is imported."""
    from importlib.util import find_spec

    outer, _, inner = module.partition(".")
    try:
        spec = find_spec(outer)
    except (ImportError, ValueError):
        return
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        yield Path(folder, *inner.split(".")) if inner else Path(folder)
