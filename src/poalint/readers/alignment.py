"""Where the words of a Markdown paragraph stand in the file: the parser takes indents, quote marks and bars off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_UNESCAPED_BAR = re.compile(r"(?<!\\)\|")

Lines = Sequence[tuple[int, str]]
"""Each line of a text: where it starts, and its words without the break."""


def places(content: str, lines: Lines, first: int) -> tuple[int, ...] | None:
    """The place of each character of ``content``, which begins in the line ``first``; None where it stands elsewhere.

    A line of it is the end of a line of the text, but for blanks. Breaks have the place where their line ends.
    """
    found: list[int] = []
    for number, part in enumerate(content.split("\n"), first):
        if number > first:
            found.append(found[-1] + 1 if found else 0)
        if number >= len(lines):
            return None
        start, line = lines[number]
        words = part.strip()
        at = line.rstrip().rfind(words) if number == first else len(line.rstrip()) - len(words)
        if line[at : at + len(words)] != words:
            return None
        lead = len(part) - len(part.lstrip())
        found += [max(start, start + at - lead + each) for each in range(len(part))]
    return tuple(found)


def cells(line: str) -> list[tuple[int, int]]:
    """The cells of a row: where their words start and end in the line."""
    bars = [-1, *(found.start() for found in _UNESCAPED_BAR.finditer(line)), len(line)]
    spans = [(a + 1, b) for a, b in pairwise(bars)]
    if spans and not line[slice(*spans[0])].strip():
        spans = spans[1:]
    if spans and not line[slice(*spans[-1])].strip():
        spans = spans[:-1]
    trimmed = []
    for start, end in spans:
        words = line[start:end]
        trimmed.append((start + len(words) - len(words.lstrip()), start + len(words.rstrip())))
    return trimmed
