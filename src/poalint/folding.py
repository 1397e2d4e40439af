"""A stretch of a draft in the form that parses best, with a map back to the draft.

White space is folded, typographic quotes and dashes become plain ones, identifiers and dates become words that the
parser knows. So neither a line wrap nor another date or ASIN changes how a sentence is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from poalint.model import Entity

_PLAIN = str.maketrans({
    "\u2018": "'", "\u2019": "'", "\u201b": "'", "\u02bc": "'", "\u00b4": "'", "`": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"', "\u300c": '"', "\u300d": '"',
    "\u2010": "-", "\u2011": "-", "\uff0c": ",", "\u3002": ".", "\uff1a": ":", "\uff1b": ";", "\uff08": "(", "\uff09": ")",
    "*": " ", "_": " ", "\u00a0": " ", "\u3000": " ",
})  # fmt: skip
_BLANK_LINE_RUN = re.compile(r"_{2,}|\*{4,}")


@dataclass(frozen=True, slots=True)
class EntityForm:
    """A fixed form: its name, its pattern and what the parser sees in its place ("" leaves it as it stands)."""

    name: str
    pattern: re.Pattern[str]
    parse_as: str


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; ``offsets`` has one entry more than ``text`` has characters (the end)."""

    text: str
    offsets: tuple[int, ...]
    entities: tuple[Entity, ...]


def fold(source: str, start: int, end: int, forms: tuple[EntityForm, ...], subject: str = "") -> Folded:
    """Fold ``source[start:end]``. ``subject`` ("We ") is put before a text that lacks one; it has no place of its own."""
    plain = _fill_in_marks(source[start:end]).translate(_PLAIN)
    chars: list[str] = list(subject)
    offsets: list[int] = [start] * len(subject)
    entities: list[Entity] = []
    at = 0
    for name, stop_before, stop_after, parse_as in _found(plain, forms):
        _copy(plain, at, stop_before, start, chars, offsets)
        begin = len(chars)
        if parse_as:
            chars.extend(parse_as)
            offsets.extend([start + stop_before] * len(parse_as))
        else:
            _copy(plain, stop_before, stop_after, start, chars, offsets)
        entities.append(Entity(name, begin, len(chars)))
        at = stop_after
    _copy(plain, at, len(plain), start, chars, offsets)
    while chars and chars[-1] == " ":
        chars.pop()
        offsets.pop()
    last = offsets[-1] + 1 if offsets else start
    if entities and chars and entities[-1].end == len(chars):
        last = start + at
    return Folded("".join(chars), (*offsets, last), tuple(entities))


def _fill_in_marks(text: str) -> str:
    """Underscores that mark a blank stay one mark; the others are Markdown's."""
    return _BLANK_LINE_RUN.sub(lambda run: "X" * len(run[0]), text)


def _copy(plain: str, begin: int, stop: int, start: int, chars: list[str], offsets: list[int]) -> None:
    for at in range(begin, stop):
        char = plain[at]
        if char.isspace():
            if not chars or chars[-1] == " ":
                continue
            char = " "
        chars.append(char)
        offsets.append(start + at)


def _found(plain: str, forms: tuple[EntityForm, ...]) -> Iterator[tuple[str, int, int, str]]:
    """The entities from left to right; where two overlap, the form that stands first in the table wins."""
    taken: list[tuple[int, int, EntityForm]] = []
    for form in forms:
        for match in form.pattern.finditer(plain):
            if match.end() > match.start() and all(match.end() <= a or match.start() >= b for a, b, _ in taken):
                taken.append((match.start(), match.end(), form))
    for begin, stop, form in sorted(taken, key=lambda each: each[0]):
        yield form.name, begin, stop, form.parse_as
