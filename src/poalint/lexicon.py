"""Named word lists, and their entries found among the words of a parsed text.

An entry is a few words; each stands for a token with that lower-case form or that lemma. ``a|b`` gives alternatives,
``*`` stands for up to three words, and a leading ``=`` asks for the very form ("=checks"). Only the first word must be plain. All
lexicons are looked up in one pass.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

GAP = "*"
_MOST_IN_GAP = 3
_PARTS = re.compile(r"=?[^\W_]+(?:'(?=[^s\W]))?|'s\b|[^\w\s]|_+")


@dataclass(frozen=True, slots=True)
class Match:
    """An entry of lexicon ``name`` over the tokens ``start`` to ``end`` (exclusive)."""

    name: str
    start: int
    end: int


class Lexicons:
    """All lexicons, compiled once.

    Takes a mapping of names to entries; an entry ``@other`` includes the lexicon ``other``.
    Raises KeyError for an included lexicon that does not exist and RecursionError for a circle of inclusions.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self.singles: dict[str, set[str]] = {}
        lists = {name: tuple(entries) for name, entries in lists.items()}
        for name in lists:
            for entry in dict.fromkeys(_entries(name, lists)):
                for words in spelled_out(entry):
                    self._first.setdefault(words[0].lstrip("="), []).append((words, name))
                    if len(words) == 1:
                        self.singles.setdefault(words[0], set()).add(name)

    def find(self, lower: Sequence[str], lemma: Sequence[str]) -> list[Match]:
        """Every entry found, given each token's lower-case form and lemma; of one lexicon the longest at a place."""
        found: list[Match] = []
        for at in range(len(lower)):
            longest: dict[str, int] = {}
            for key in {lower[at], lemma[at]}:
                for words, name in self._first.get(key, ()):
                    end = _matched(words, at, lower, lemma)
                    if end > longest.get(name, at):
                        longest[name] = end
            found.extend(Match(name, at, end) for name, end in longest.items())
        return found


def spelled_out(entry: str) -> Iterator[tuple[str, ...]]:
    """The word sequences that an entry stands for, its alternatives multiplied out."""
    slots: list[list[tuple[str, ...]]] = []
    for part in entry.split():
        slots.append([(GAP,)] if part == GAP else [tuple(_PARTS.findall(word.lower())) for word in part.split("|")])
    for choice in itertools.product(*slots):
        yield tuple(itertools.chain.from_iterable(choice))


def _entries(name: str, lists: Mapping[str, Iterable[str]], depth: int = 0) -> Iterator[str]:
    if depth > 20:
        raise RecursionError(name)
    for entry in lists[name]:
        if entry.startswith("@"):
            yield from _entries(entry[1:], lists, depth + 1)
        else:
            yield entry


def _matched(words: Sequence[str], at: int, lower: Sequence[str], lemma: Sequence[str]) -> int:
    """Where ``words`` end if they start at token ``at``, else -1."""
    for number, word in enumerate(words):
        if word == GAP:
            rest = words[number + 1 :]
            for skip in range(_MOST_IN_GAP + 1):
                if any(lower[i] in ".;!?" for i in range(at, min(at + skip, len(lower)))):
                    return -1
                end = _matched(rest, at + skip, lower, lemma)
                if end > 0:
                    return end
            return -1
        if at >= len(lower):
            return -1
        if word[0] == "=" and len(word) > 1:
            if word[1:] != lower[at]:
                return -1
        elif word not in (lower[at], lemma[at]):
            return -1
        at += 1
    return at
