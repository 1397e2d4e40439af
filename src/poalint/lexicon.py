"""Named word lists, and their entries found among the words of a parsed text.

An entry is a few words; each stands for a token with that lower-case form or that lemma. ``a|b`` gives alternatives,
``*`` stands for up to three words (not at the start), ``=checks`` asks for the very form, ``list/n`` for the noun and
``list/v`` for the verb. All lexicons are looked up in one pass.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

GAP = "*"
_MOST_IN_GAP = 3
_PARTS = re.compile(r"=?[^\W_]+(?:'(?=[^s\W]))?(?:/[nv]\b)?|'s\b|[^\w\s]|_+")
_KINDS = {"NOUN": "/n", "PROPN": "/n", "VERB": "/v", "AUX": "/v"}
_ENDS = frozenset(".;!?")


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
        lists = {name: tuple(entries) for name, entries in lists.items()}
        for name in lists:
            for entry in dict.fromkeys(_entries(name, lists)):
                for words in spelled_out(entry):
                    self._first.setdefault(words[0], []).append((words, name))
        self._starts = frozenset(self._first)

    def find(self, tokens: Sequence[frozenset[str]]) -> list[Match]:
        """Every entry found, given each token's `forms`; of one lexicon the longest at a place."""
        found: list[Match] = []
        for at, own in enumerate(tokens):
            longest: dict[str, int] = {}
            for key in own & self._starts:
                for words, name in self._first[key]:
                    end = _matched(words, at, tokens) if len(words) > 1 else at + 1
                    if end > longest.get(name, at):
                        longest[name] = end
            found.extend(Match(name, at, end) for name, end in longest.items())
        return found


def forms(lower: str, lemma: str, pos: str) -> frozenset[str]:
    """All that one token answers to: its forms, plain and marked, from its lower-case form, lemma and part of speech."""
    kind = _KINDS.get(pos)
    if kind is None:
        return frozenset((lower, lemma, f"={lower}"))
    return frozenset((lower, lemma, f"={lower}", lower + kind, lemma + kind))


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


def _matched(words: Sequence[str], at: int, tokens: Sequence[frozenset[str]]) -> int:
    """Where ``words`` end if they start at token ``at``, else -1."""
    for number, word in enumerate(words):
        if word == GAP:
            rest = words[number + 1 :]
            for skip in range(_MOST_IN_GAP + 1):
                if skip and (at + skip > len(tokens) or not _ENDS.isdisjoint(tokens[at + skip - 1])):
                    return -1
                end = _matched(rest, at + skip, tokens)
                if end > 0:
                    return end
            return -1
        if at >= len(tokens) or word not in tokens[at]:
            return -1
        at += 1
    return at
