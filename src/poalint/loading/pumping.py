"""Texts on which a regular expression would run away if it can: one of its repeats pumped up, and then no match.

They are read from the expression itself: for each repeat what leads to it, and what it repeats.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

_PARSER: Any = import_module("re._parser")
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_LONG = 8
"""A repeat of fewer rounds is no repeat to pump."""
_MOST_VARIANTS = 6
_FAILING = ("\0", "\n\0")
"""What hardly anything matches; a dot matches the first but not the second."""
_MOST_ROUNDS = 100
"""So often a sample repeats what must stand many times."""
_CATEGORIES = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}
_USUAL = "a0 -.,Z\n"


@dataclass(frozen=True, slots=True)
class Pump:
    """A text that can be made as long as one likes: the beginning, what is repeated, the end."""

    lead: str
    again: str
    end: str

    def text(self, rounds: int) -> str:
        """The text with so many rounds."""
        return self.lead + self.again * rounds + self.end


def pumps(pattern: str, flags: int = 0) -> list[Pump]:
    """Every text to try on a regular expression (that compiles); none where nothing in it repeats at length."""
    tree = _PARSER.parse(pattern, flags)
    sets = [node for node in _nodes(tree) if node[0] in ("IN", "LITERAL", "NOT_LITERAL", "ANY")]
    chars = _told_apart(sets)
    found: dict[Pump, None] = {}
    for lead, inner in _repeats(tree, ""):
        own = [node for node in _nodes(inner) if node[0] in ("IN", "LITERAL", "NOT_LITERAL", "ANY")]
        again = [
            *_samples(inner),
            lead[-_MOST_VARIANTS:],
            *(char for char in chars if any(_holds(node, char) for node in own)),
        ]
        for each in dict.fromkeys(again):
            for end in _FAILING if each else ():
                found[Pump(lead, each, end)] = None
    return list(found)


def _items(tree: Any) -> Iterator[tuple[str, Any]]:
    for op, value in tree:
        yield str(op), value


def _nodes(tree: Any) -> Iterator[tuple[str, Any]]:
    """Every node, however deep."""
    for op, value in _items(tree):
        yield op, value
        for part in _parts(op, value):
            yield from _nodes(part)


def _parts(op: str, value: Any) -> list[Any]:
    """What stands inside a node."""
    if op in _REPEATS:
        return [value[2]]
    if op == "BRANCH":
        return list(value[1])
    if op == "SUBPATTERN":
        return [value[3]]
    if op == "ATOMIC_GROUP":
        return [value]
    if op in ("ASSERT", "ASSERT_NOT"):
        return [value[1]]
    if op == "GROUPREF_EXISTS":
        return [part for part in value[1:] if part is not None]
    return []


def _repeats(tree: Any, lead: str) -> Iterator[tuple[str, Any]]:
    """Each long repeat: a text that leads to it, and what it repeats."""
    for op, value in _items(tree):
        if op in _REPEATS and value[1] >= _LONG:
            yield lead, value[2]
        for part in _parts(op, value):
            yield from _repeats(part, lead)
        if op not in ("ASSERT", "ASSERT_NOT"):
            lead += next(iter(_samples([(op, value)])), "")


def _samples(tree: Any) -> list[str]:
    """Short texts that a part matches: one for each of its alternatives, within reason."""
    made = [""]
    for op, value in _items(tree):
        if op in _REPEATS:
            inner = _samples(value[2])
            pieces = [each * min(value[0], _MOST_ROUNDS) for each in inner] if value[0] else ["", *inner[:1]]
        elif op == "BRANCH":
            pieces = [each for part in value[1] for each in _samples(part)]
        elif op in ("SUBPATTERN", "ATOMIC_GROUP"):
            pieces = _samples(_parts(op, value)[0])
        elif op in ("IN", "LITERAL", "NOT_LITERAL", "ANY"):
            pieces = [next((char for char in _candidates([(op, value)]) if _holds((op, value), char)), "a")]
        else:
            continue  # places and look-arounds take no room
        made = list(dict.fromkeys(before + piece for before in made for piece in pieces))[:_MOST_VARIANTS]
    return made


def _told_apart(sets: list[tuple[str, Any]]) -> list[str]:
    """One character for each way of belonging to these sets."""
    kinds: dict[tuple[bool, ...], str] = {}
    for char in _candidates(sets):
        kinds.setdefault(tuple(_holds(node, char) for node in sets), char)
    return list(kinds.values())


def _candidates(sets: Iterable[tuple[str, Any]]) -> Iterator[str]:
    """Characters at the borders of sets, and some that letters are made of."""
    for op, value in sets:
        for each, what in _items(value) if op == "IN" else [(op, value)]:
            if each in ("LITERAL", "NOT_LITERAL"):
                yield chr(what)
            elif each == "RANGE":
                yield from (chr(what[0]), chr(what[1]))
    yield from _USUAL


def _holds(node: tuple[str, Any], char: str) -> bool:
    """Whether a set of characters holds one."""
    op, value = node
    if op == "IN":
        members = list(_items(value))
        negated = bool(members) and members[0][0] == "NEGATE"
        return any(_holds(each, char) for each in members[negated:]) is not negated
    if op == "RANGE":
        return bool(value[0] <= ord(char) <= value[1])
    if op == "CATEGORY":
        return re.match(_CATEGORIES[str(value)], char) is not None
    if op == "ANY":
        return char != "\n"
    return bool(ord(char) == value) is (op == "LITERAL")
