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
from functools import lru_cache

GAP = "*"
_MOST_IN_GAP = 3
_PARTS = re.compile(r"n't\b|=?[^\W_]+(?:'(?=[^s\W]))?(?:/[nv]\b)?|'s\b|[^\w\s]|_+")
_NEGATED = re.compile(r"(?<=\bcan)(?=not\b)|(?<=[a-z])(?=n't\b)")
_KINDS = {"NOUN": "/n", "PROPN": "/n", "VERB": "/v", "AUX": "/v"}
_ENDS = frozenset(".;!?")
_REMEMBERED = 20_000
"""Words whose look-up is kept: letters repeat theirs."""

_Entry = tuple[tuple[str, ...], str]
_Looked = tuple[frozenset[str], tuple[str, ...], dict[str, list[_Entry]]]


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
        self._first: dict[str, list[_Entry]] = {}
        lists = {name: tuple(entries) for name, entries in lists.items()}
        for name in lists:
            for entry in dict.fromkeys(_entries(name, lists)):
                for words in spelled_out(entry):
                    self._first.setdefault(words[0], []).append((words, name))
        self._look_up = lru_cache(maxsize=_REMEMBERED)(self._known)

    def find(self, words: Sequence[tuple[str, str, str]]) -> list[Match]:
        """Every entry found among words given as (lower-case form, lemma, part of speech); the longest at a place."""
        looked_up = [self._look_up(*word) for word in words]
        tokens = [found[0] for found in looked_up]
        matches: list[Match] = []
        for at, (_, alone, longer) in enumerate(looked_up):
            longest = dict.fromkeys(alone, at + 1)
            if longer:
                seconds = tokens[at + 1] if at + 1 < len(tokens) else frozenset()
                for second in (*(seconds & longer.keys()), GAP):
                    for entry, name in longer.get(second, ()):
                        end = _matched(entry, at, tokens)
                        if end > longest.get(name, at):
                            longest[name] = end
            matches.extend(Match(name, at, end) for name, end in longest.items())
        return matches

    def _known(self, lower: str, lemma: str, pos: str) -> _Looked:
        """A word's forms, the lexicons that hold it alone, and the longer entries that it begins, by second word."""
        own = forms(lower, lemma, pos)
        entries = [entry for key in own & self._first.keys() for entry in self._first[key]]
        alone = tuple({name for words, name in entries if len(words) == 1})
        longer: dict[str, list[_Entry]] = {}
        for entry in entries:
            if len(entry[0]) > 1:
                longer.setdefault(entry[0][1], []).append(entry)
        return own, alone, longer


def forms(lower: str, lemma: str, pos: str) -> frozenset[str]:
    """All that one token answers to: its lower-case form and lemma, plain and marked with its part of speech.

    A title before a name answers to its form without the dot too: "Mr. Lin".
    """
    kind = _KINDS.get(pos)
    if pos == "PROPN" and lower.endswith("."):
        return frozenset((lower, lemma, lower[:-1], f"={lower}", lower + "/n"))
    if kind is None:
        return frozenset((lower, lemma, f"={lower}"))
    return frozenset((lower, lemma, f"={lower}", lower + kind, lemma + kind))


def spelled_out(entry: str) -> Iterator[tuple[str, ...]]:
    """The word sequences that an entry stands for, its alternatives multiplied out."""
    plain = entry.lower().split()
    if all(map(str.isalpha, plain)) and "cannot" not in plain:  # most are, and there are thousands
        yield tuple(plain)
        return
    slots = [[(GAP,)] if part == GAP else [cut(word.lower()) for word in part.split("|")] for part in entry.split()]
    for choice in itertools.product(*slots):
        yield tuple(itertools.chain.from_iterable(choice))


def cut(text: str) -> tuple[str, ...]:
    """Words as the parser cuts them: contractions and "cannot" are two."""
    return tuple(_PARTS.findall(_NEGATED.sub(" ", text)))


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
