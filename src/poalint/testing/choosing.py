"""What is to be tested: packs, files or ids as they are named on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from poalint.errors import RuleError, meant, no_such
from poalint.loader import found
from poalint.loading.packs import BUILT_IN, Pack, built_in, installed
from poalint.places import pack_file, rule_files, signal_files
from poalint.speech import Phrase


@dataclass(frozen=True, slots=True)
class Choice:
    """A pack to test on top of all that it extends: ``packs``, itself the last. Without ``files`` all of its own."""

    packs: tuple[Pack, ...]
    files: frozenset[Path] = frozenset()

    @property
    def pack(self) -> Pack:
        """The pack to test."""
        return self.packs[-1]

    def wants(self, path: Path) -> bool:
        """Whether the examples in a file are asked for, a file of this pack or of one that it extends."""
        return path in self.files if self.files else path.is_relative_to(self.pack.folder)


def choices(paths: Sequence[str], packs: Sequence[str] = ()) -> list[Choice | RuleError]:
    """The packs that ``paths`` name, each once: folders, files or ids of rules and signals, or installed packs.

    Ids are looked for in the built-in pack and in ``packs``. Without ``paths``, these are tested, or the built-in one.
    What leads nowhere is told at the end.
    """
    made: dict[Path, Choice] = {}
    errors: dict[str, RuleError] = {}
    for path in paths or packs or (BUILT_IN,):
        try:
            _add(made, _choice(path, packs) if paths else Choice(found([path])))
        except RuleError as error:
            errors[str(error)] = error
    return [*made.values(), *errors.values()]


def _add(made: dict[Path, Choice], new: Choice) -> None:
    old = made.setdefault(new.pack.folder, new)
    if old is not new:  # a whole pack takes in all of its files
        files = old.files | new.files if old.files and new.files else frozenset[Path]()
        made[new.pack.folder] = replace(old, files=files)


def _choice(path: str, packs: Sequence[str]) -> Choice:
    there = Path(path)
    if path and there.exists():
        return _on_disk(there.resolve())
    if path == BUILT_IN or path in installed():
        return Choice(found([path]))
    return _called(path, packs)


def _on_disk(path: Path) -> Choice:
    folder = next((each for each in (path, *path.parents) if pack_file(each).is_file()), None)
    if folder is None:
        reason = Phrase("this is in no pack: neither it nor a folder above it holds a pack.yaml")
        raise RuleError(str(path), reason, Phrase("`poalint new pack` makes one."))
    packs = _of_folder(folder)
    if path in (folder, pack_file(folder)):
        return Choice(packs)
    files = frozenset(each for each in _files(folder) if each.is_relative_to(path))
    if not files:
        reason = Phrase("this holds no rule and no signal, so there are no examples to test")
        raise RuleError(str(path), reason, Phrase("Name a folder, or a file <theme>/<id>.yaml or signals/<name>.yaml."))
    return Choice(packs, files)


def _called(name: str, packs: Sequence[str]) -> Choice:
    known: dict[str, Path] = {}
    for pack in found(packs):
        files = [each for each in _files(pack.folder) if each.stem == name]
        if files:
            return Choice(_of_folder(pack.folder), frozenset(files))
        known |= {each.stem: each for each in _files(pack.folder)}
    otherwise = Phrase("Rules of a pack are known once it is named with --rules.")
    remedy = meant(name, {*known, *installed()}, otherwise)
    raise RuleError("", no_such("file, pack, rule or signal", name), remedy)


def _of_folder(folder: Path) -> tuple[Pack, ...]:
    base = built_in()
    return (base,) if base.folder.samefile(folder) else found([str(folder)])


def _files(folder: Path) -> list[Path]:
    return [*rule_files(folder), *signal_files(folder)]
