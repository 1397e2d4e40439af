"""The files under ``rules/lexicon/``: names, each with its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from poalint.compiling import all_known
from poalint.errors import Mistakes, RuleError
from poalint.yamlfile import load_yaml, spot


@dataclass(frozen=True, slots=True)
class LexiconLists:
    """The entries of every lexicon and the file each stands in. An entry ``@other`` includes a lexicon or an entity."""

    entries: Mapping[str, list[str]]
    paths: Mapping[str, Path]

    def groups(self, forms: set[str]) -> dict[str, frozenset[str]]:
        """The entities that each lexicon includes."""
        return {name: frozenset(_included(entries)) & forms for name, entries in self.entries.items()}

    def without(self, forms: set[str]) -> dict[str, list[str]]:
        """The lexicons without the entities: those are found by their form, not by their words."""
        return {name: [each for each in entries if each[1:] not in forms] for name, entries in self.entries.items()}

    def check(self, forms: set[str]) -> None:
        """Raise RuleError where an included name is not known, or lexicons include each other."""
        mistakes = Mistakes()
        known = {*self.entries, *forms}
        for name, entries in self.entries.items():
            mistakes.told(all_known, self.paths[name], _included(entries), known, "lexicon or entity")
        mistakes.stop()
        for name in self.entries:
            if self._reaches(name, name, set()):
                raise RuleError(spot(self.paths[name], name), f"the lexicon {name!r} includes itself, by way of others")

    def _reaches(self, start: str, wanted: str, seen: set[str]) -> bool:
        for name in _included(self.entries.get(start, [])):
            if name == wanted or (name not in seen and self._reaches(name, wanted, seen | {name})):
                return True
        return False


def lexicon_lists(folder: Path) -> LexiconLists:
    """Every lexicon in a folder. Raises RuleError that lists every mistake in every file."""
    mistakes = Mistakes()
    entries: dict[str, list[str]] = {}
    paths: dict[str, Path] = {}
    for path in sorted(folder.glob("*.yaml")):
        for name, words in (mistakes.told(_lexicons, path) or {}).items():
            if name in paths:
                mistakes.add(RuleError(spot(path, name), f"the lexicon {name!r} stands in {paths[name]} too"))
            entries[name], paths[name] = words, path
    mistakes.stop()
    return LexiconLists(entries, paths)


def _lexicons(path: Path) -> dict[str, list[str]]:
    content = load_yaml(path)
    if not isinstance(content, dict):
        raise RuleError(f"{path}:1:1", "a lexicon file maps names to lists of words", "See parties.yaml for one.")
    return {str(name): _words(path, str(name), entries) for name, entries in content.items()}


def _words(path: Path, name: str, entries: object) -> list[str]:
    """The entries of one lexicon: a text with commas between them, or a YAML list of texts."""
    if isinstance(entries, str):
        entries = [words for each in entries.split(",") if (words := each.strip())]
    wrong = [each for each in entries if not isinstance(each, str)] if isinstance(entries, list) else [entries]
    if wrong or not isinstance(entries, list):
        raise RuleError(spot(path, name), f"{name}: {wrong[0]!r} is not a word", "Put it in quotation marks.")
    empty = next((each for each in entries if not each.strip(' *|"=')), None)
    if empty is not None:
        raise RuleError(spot(path, name), f"{name}: {empty!r} holds no word", "Strike it.")
    return entries


def _included(entries: list[str]) -> list[str]:
    return [each[1:] for each in entries if each.startswith("@")]
