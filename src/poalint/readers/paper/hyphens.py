"""Words that were broken at the end of a line, made whole."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BROKEN = re.compile(r"([A-Za-z\u00c0-\u024f]{2,}) ?([-\u2010\u00ad])$")
"""Browsers write a space before the hyphen that they add."""
_START = re.compile(r"[a-z\u00df-\u024f]+")
_WORD = re.compile(r"[a-z\u00df-\u024f]+(?:-[a-z\u00df-\u024f]+)*")
_OFTEN = (
    "self non anti all well ill ex pre post half long short high low cross follow two three four five six seven eight "
    "nine ten twenty thirty forty fifty sixty seventy eighty ninety"
)
_KEEPS = frozenset(_OFTEN.split())
"""What seldom stands before a hyphen unless it is written with one."""


def joined(before: str, after: str, words: frozenset[str]) -> str:
    """Two lines of one paragraph as one; ``words`` are those of the whole document, in small letters.

    A hyphen at the end of the first line goes where the halves are one word: always when the program that broke
    the line said so by a soft hyphen, and else unless the word is written with its hyphen elsewhere, or both halves
    are words of this document and their whole is not.
    """
    broken, start = _BROKEN.search(before), _START.match(after)
    if not (broken and start):
        return before + after if before.endswith(("-", "/")) or _chinese(before, after) else f"{before} {after}"
    first, second = broken[1].lower(), start[0]
    whole = before[: broken.end(1)] + after
    if broken[2] != "-" or first + second in words:
        return whole
    if before[broken.end(1)] == " ":
        return f"{before} {after}"
    hyphenated = f"{first}-{second}" in words or first in _KEEPS or {first, second} <= words
    return before + after if hyphenated else whole


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """The words of the lines, and those with hyphens in them, in small letters; halves of broken words left out."""
    found: set[str] = set()
    broken = False
    for line in lines:
        words = _WORD.findall(line.lower())
        ends = bool(_BROKEN.search(line))
        found.update(words[broken : len(words) - ends])
        broken = ends
    return frozenset(found)


def _chinese(before: str, after: str) -> bool:
    """Whether a line ends and the next begins with a character of a script that has no spaces."""
    return before[-1:] > "\u2e80" and after[:1] > "\u2e80"
