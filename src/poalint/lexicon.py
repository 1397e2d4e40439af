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
_GAP = frozenset((GAP,))
_MOST_IN_GAP = 3
_PARTS = re.compile(r"n't\b|=?[^\W_]+(?:'(?=[^s\W]))?(?:/[nv]\b)?|'s\b|[^\w\s]|_+")
_NEGATED = re.compile(r"(?<=\bcan)(?=not\b)|(?<=[a-z])(?=n't\b)")
_KINDS = {"NOUN": "/n", "PROPN": "/n", "VERB": "/v", "AUX": "/v"}
_ENDS = frozenset(".;!?")
_DEEPEST = 20
"""Lexicons that include each other further than this go in a circle."""
_REMEMBERED = 20_000
"""Words whose look-up is kept: letters repeat theirs."""

Slots = tuple[frozenset[str], ...]
_Entry = tuple[Slots, str]
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
        self._within = _within(lists)
        for name, entries in lists.items():
            for entry in dict.fromkeys(entries):
                for slots in () if entry.startswith("@") else spelled_out(entry):
                    for word in slots[0]:
                        self._first.setdefault(word, []).append((slots, name))
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
        held = [entry for key in own & self._first.keys() for entry in self._first[key]]
        entries = dict.fromkeys((slots, name) for slots, where in held for name in self._within[where])
        alone = tuple({name for slots, name in entries if len(slots) == 1})
        longer: dict[str, list[_Entry]] = {}
        for entry in entries:
            for second in entry[0][1:2]:
                for word in second:
                    longer.setdefault(word, []).append(entry)
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


def spelled_out(entry: str) -> Iterator[Slots]:
    """What an entry stands for: for each token the words that it may be.

    Only alternatives that are several tokens, such as "cannot", make more of it than one.
    """
    plain = entry.lower().split()
    if all(map(str.isalpha, plain)) and "cannot" not in plain:  # most are, and there are thousands
        yield tuple([frozenset((word,)) for word in plain])
        return
    yield from map(_joined, itertools.product(*[list(_choices(part)) for part in entry.split()]))


def _choices(part: str) -> Iterator[Slots]:
    """The alternatives that are one token together, and each longer one by itself."""
    if part == GAP:
        yield (_GAP,)
        return
    cuts = [(word,) if word.isalpha() and word != "cannot" else cut(word) for word in part.lower().split("|")]
    if single := frozenset(words[0] for words in cuts if len(words) == 1):
        yield (single,)
    for words in cuts:
        if len(words) != 1:
            yield tuple(frozenset((word,)) for word in words)


def _joined(parts: Iterable[Slots]) -> Slots:
    return tuple(itertools.chain.from_iterable(parts))


def cut(text: str) -> tuple[str, ...]:
    """Words as the parser cuts them: contractions and "cannot" are two."""
    return tuple(_PARTS.findall(_NEGATED.sub(" ", text)))


def _within(lists: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """The lexicons that each one's entries belong to: itself, and all that include it, by way of others too."""
    including: dict[str, list[str]] = {name: [] for name in lists}
    for name, entries in lists.items():
        for entry in entries:
            if entry.startswith("@"):
                including[entry[1:]].append(name)

    def outwards(name: str, depth: int = 0) -> Iterator[str]:
        if depth > _DEEPEST:
            raise RecursionError(name)
        yield name
        for other in including[name]:
            yield from outwards(other, depth + 1)

    return {name: tuple(dict.fromkeys(outwards(name))) for name in lists}


def _matched(slots: Slots, at: int, tokens: Sequence[frozenset[str]]) -> int:
    """Where ``slots`` end if they start at token ``at``, else -1."""
    for number, words in enumerate(slots):
        if words is _GAP:
            rest = slots[number + 1 :]
            for skip in range(_MOST_IN_GAP + 1):
                if skip and (at + skip > len(tokens) or not _ENDS.isdisjoint(tokens[at + skip - 1])):
                    return -1
                end = _matched(rest, at + skip, tokens)
                if end > 0:
                    return end
            return -1
        if at >= len(tokens) or words.isdisjoint(tokens[at]):
            return -1
        at += 1
    return at
