"""A stretch of a draft in the form that parses best, with a map back to the draft.

White space is folded, typographic quotes and dashes become plain ones, identifiers and dates become words that the
parser knows. So neither a line wrap nor another date or ASIN changes how a sentence is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from poalint.characters import EMOJI
from poalint.model.reading import Entity

_PLAIN = str.maketrans({
    "\u2018": "'", "\u2019": "'", "\u201b": "'", "\u02bc": "'", "\u00b4": "'", "`": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"', "\u300c": '"', "\u300d": '"',
    "\u2010": "-", "\u2011": "-", "\uff0c": ",", "\u3002": ".", "\uff1a": ":", "\uff1b": ";",
    "\uff08": "(", "\uff09": ")", "\u3001": ",", "\uff01": "!", "\uff1f": "?",
    "*": " ", "_": " ", "\u00a0": " ", "\u3000": " ",
})  # fmt: skip
_WORDS = re.compile(r"\S+")
_BLANK_LINE_RUN = re.compile(r"(?<![^\W_])_{2,}(?![^\W_])|\*{4,}")
_PICTURES = re.compile(rf"{EMOJI}|[\ue000-\uf8ff]")
_QUOTE_MARKS = re.compile(r"(?:\A|(?<=[\r\n]))[ \t]*>+")


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
    """Fold ``source[start:end]``; ``subject`` ("We ") goes before a text that lacks one and has no place of its own."""
    unmarked = _QUOTE_MARKS.sub(_blank, source[start:end])
    unmarked = unmarked if unmarked.isascii() else _PICTURES.sub(_blank, unmarked)
    plain, places = _spaced(_fill_in_marks(unmarked).translate(_PLAIN), start)
    if subject:
        plain = plain[:1].lower() + plain[1:]
    parts, offsets, entities = [subject], [start] * len(subject), []
    at = 0
    for name, begin, stop, parse_as in _found(plain, forms):
        parts.append(plain[at:begin])
        offsets.extend(places[at:begin])
        first = len(offsets)
        parts.append(parse_as or plain[begin:stop])
        # the last character of a stand-in has the place of the last that it stands for
        offsets.extend([places[begin]] * (len(parse_as) - 1) + [places[stop - 1]] if parse_as else places[begin:stop])
        entities.append(Entity(name, first, len(offsets), plain[begin:stop]))
        at = stop
    parts.append(plain[at:])
    offsets.extend(places[at:])
    return Folded("".join(parts), (*offsets, offsets[-1] + 1 if offsets else start), tuple(entities))


def _blank(run: re.Match[str]) -> str:
    return " " * len(run[0])


def _spaced(plain: str, start: int) -> tuple[str, list[int]]:
    """``plain`` with each run of white space as one space, none at its ends, and each character's place."""
    parts: list[str] = []
    places: list[int] = []
    for run in _WORDS.finditer(plain):
        if parts:
            parts.append(" ")
            places.append(start + run.start() - 1)
        parts.append(run[0])
        places.extend(range(start + run.start(), start + run.end()))
    return "".join(parts), places


def _fill_in_marks(text: str) -> str:
    """Underscores that mark a blank stay one mark; the others are Markdown's."""
    return _BLANK_LINE_RUN.sub(lambda run: "X" * len(run[0]), text)


def _found(plain: str, forms: tuple[EntityForm, ...]) -> Iterator[tuple[str, int, int, str]]:
    """The entities from left to right; where two overlap, the form that stands first in the table wins."""
    taken: list[tuple[int, int, EntityForm]] = []
    covered = bytearray(len(plain))
    for form in forms:
        for match in form.pattern.finditer(plain):
            begin, stop = match.span()
            if stop > begin and not any(covered[begin:stop]):
                taken.append((begin, stop, form))
                covered[begin:stop] = b"\1" * (stop - begin)
    for begin, stop, form in sorted(taken, key=lambda each: each[0]):
        yield form.name, begin, stop, form.parse_as
