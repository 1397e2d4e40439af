"""The files under ``lexicon/``: names, each with its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from poalint.errors import Mistakes, meant, no_such
from poalint.loading.packs import Pack
from poalint.loading.yamlfile import Loc, all_known, checked, load_yaml, mistake
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


def lexicon_lists(packs: Iterable[Pack]) -> LexiconLists:
    """Every lexicon of the packs, with what later packs add to it. Raises RuleError that lists every mistake."""
    mistakes = Mistakes()
    lists = LexiconLists({}, {}, [])
    for pack in packs:
        for path in lexicon_files(pack.folder):
            mistakes.told(_take, path, lists, mistakes)
        for name, words in pack.lexicons.items():
            if name in lists.entries:
                added = mistakes.told(_words, pack.file, ("lexicons", name), words) or []
                lists.added.append((pack.file, ("lexicons", name), added))
                lists.entries[name] = [*lists.entries[name], *added]
            else:
                remedy = meant(name, lists.entries, "A new one belongs into a file under lexicon/.")
                mistakes.add(mistake(pack.file, ("lexicons", name), no_such("lexicon", name), remedy, name))
    mistakes.stop()
    return lists


def _take(path: Path, lists: LexiconLists, mistakes: Mistakes) -> None:
    """Take in the lexicons of one file."""
    from poalint.schema.packs import LexiconFile

    content = load_yaml(path)
    if not isinstance(content, dict):
        raise mistake(path, (), "a lexicon file maps names to lists of words", "See parties.yaml for one.")
    for name, words in checked(path, LexiconFile, content).root.items():
        if name in lists.paths:
            said = Phrase("the lexicon {name!r} stands in {other} too", name=name, other=str(lists.paths[name]))
            mistakes.add(mistake(path, (name,), said, "To add words to it, name it under `lexicons:` in pack.yaml."))
            continue
        lists.entries[name], lists.paths[name] = mistakes.told(_words, path, (name,), words) or [], path


def _words(path: Path, loc: Loc, entries: list[str]) -> list[str]:
    """The entries of one lexicon, none of them empty."""
    empty = next((number for number, each in enumerate(entries) if not each.strip(' *|"=')), None)
    if empty is not None:
        reason = Phrase("{key}: {entry!r} holds no word", key=loc[-1], entry=entries[empty])
        raise mistake(path, (*loc, empty), reason, "Strike it.")
    return entries


def _included(entries: list[str]) -> list[str]:
    return [each[1:] for each in entries if each.startswith("@")]
