"""The files under ``lexicon/``: names, each with its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from poalint.errors import Mistakes, meant, no_such, stands_in_too
from poalint.loading.entries import can_match
from poalint.loading.packs import Pack
from poalint.loading.yamlfile import Loc, all_known, keys_of, mistake, of_key, read_file
from poalint.places import lexicon_files
from poalint.speech import Phrase


@dataclass(frozen=True, slots=True)
class LexiconLists:
    """The entries of every lexicon and the file each stands in. An entry ``@other`` includes a lexicon or an entity.

    ``added`` holds what packs add to lexicons of others, with the place of each addition.
    """

    entries: dict[str, list[str]]
    paths: dict[str, Path]
    added: list[tuple[Path, Loc, list[str]]]

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
        added = [(path, loc, each) for path, loc, entries in self.added for each in _included(entries)]
        for path, loc, each in added:
            mistakes.told(all_known, path, [(loc, each)], known, "lexicon or entity")
        for name, entries in self.entries.items():
            extra = {each for _, loc, each in added if loc[-1] == name}
            wanted = [((name,), each) for each in _included(entries) if each not in extra]
            mistakes.told(all_known, self.paths[name], wanted, known, "lexicon or entity")
        mistakes.stop()
        for name in self.entries:
            if self._reaches(name, name, set()):
                said = Phrase("the lexicon {name!r} includes itself, by way of others", name=name)
                raise mistake(self.paths[name], (name,), said, "Strike one of the inclusions.")

    def _reaches(self, start: str, wanted: str, seen: set[str]) -> bool:
        for name in _included(self.entries.get(start, [])):
            if name == wanted or (name not in seen and self._reaches(name, wanted, seen | {name})):
                return True
        return False


def lexicon_lists(packs: Iterable[Pack], gathered: Mistakes | None = None) -> LexiconLists:
    """Every lexicon of the packs, with what later packs add to it.

    Raises RuleError that lists every mistake; with ``gathered`` they are put there, and the lexicons of broken files
    are empty.
    """
    mistakes = Mistakes() if gathered is None else gathered
    lists = LexiconLists({}, {}, [])
    for pack in packs:
        for path in lexicon_files(pack.folder):
            if mistakes.told(_take, path, lists, mistakes) is None:
                for name in keys_of(path):
                    lists.entries.setdefault(name, [])
                    lists.paths.setdefault(name, path)
        for name, words in pack.lexicons.items():
            if name in lists.entries:
                added = mistakes.told(_words, pack.file, ("lexicons", name), words) or []
                lists.added.append((pack.file, ("lexicons", name), added))
                lists.entries[name] = [*lists.entries[name], *added]
            elif pack.certain:
                remedy = meant(name, lists.entries, "A new one belongs into a file under lexicon/.")
                mistakes.add(of_key(pack.file, ("lexicons", name), no_such("lexicon", name), remedy))
    if gathered is None:
        mistakes.stop()
    return lists


def _take(path: Path, lists: LexiconLists, mistakes: Mistakes) -> bool:
    """Take in the lexicons of one file; true where it could be read."""
    from poalint.schema.packs import LexiconFile

    for name, words in read_file(path, LexiconFile).root.items():
        if name in lists.paths:
            said = stands_in_too("lexicon", name, lists.paths[name])
            mistakes.add(of_key(path, (name,), said, "To add words to it, name it under `lexicons:` in pack.yaml."))
            continue
        lists.entries[name], lists.paths[name] = mistakes.told(_words, path, (name,), words) or [], path
    return True


def _words(path: Path, loc: Loc, entries: list[str]) -> list[str]:
    """The entries of one lexicon. Raises RuleError that lists those that could match nothing."""
    can_match(path, (((*loc, number), each) for number, each in enumerate(entries)))
    return entries


def _included(entries: list[str]) -> list[str]:
    return [each[1:] for each in entries if each.startswith("@")]
