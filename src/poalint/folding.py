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
    "\u2010": "-", "\u2011": "-", "\uff0c": ",", "\u3002": ".", "\uff1a": ":", "\uff1b": ";",
    "\uff08": "(", "\uff09": ")",
    "*": " ", "_": " ", "\u00a0": " ", "\u3000": " ",
})  # fmt: skip
_RUNS = re.compile(r"\s+|\S+")
_BLANK_LINE_RUN = re.compile(r"(?<![^\W_])_{2,}(?![^\W_])|\*{4,}")
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
    unmarked = _QUOTE_MARKS.sub(lambda marks: " " * len(marks[0]), source[start:end])
    plain = _fill_in_marks(unmarked).translate(_PLAIN)
    made = _Folding(plain, start, subject)
    entities: list[Entity] = []
    at = 0
    for name, begin, stop, parse_as in _found(plain, forms):
        made.copy(at, begin)
        first = made.length
        if parse_as:
            made.put(parse_as, begin, stop)
        else:
            made.copy(begin, stop)
        entities.append(Entity(name, first, made.length))
        at = stop
    made.copy(at, len(plain))
    return made.done(tuple(entities))


class _Folding:
    """Text in the making, with the draft's place of each character."""

    def __init__(self, plain: str, start: int, subject: str) -> None:
        self._plain = plain
        self._start = start
        self._parts = [subject] if subject else []
        self._offsets = [start] * len(subject)
        self._stop = start

    @property
    def length(self) -> int:
        return len(self._offsets)

    def put(self, words: str, begin: int, stop: int) -> None:
        """Words that stand for what is there from ``begin`` to ``stop``: their last character has its last place."""
        self._parts.append(words)
        self._offsets.extend([self._start + begin] * (len(words) - 1) + [self._start + stop - 1])

    def copy(self, begin: int, stop: int) -> None:
        """What stands from ``begin`` to ``stop``, runs of white space as one space."""
        for run in _RUNS.finditer(self._plain, begin, stop):
            if run[0].isspace():
                if self._parts and not self._parts[-1].endswith(" "):
                    self._parts.append(" ")
                    self._offsets.append(self._start + run.start())
            else:
                self._parts.append(run[0])
                self._offsets.extend(range(self._start + run.start(), self._start + run.end()))
        self._stop = self._start + stop

    def done(self, entities: tuple[Entity, ...]) -> Folded:
        text = "".join(self._parts).rstrip(" ")
        offsets = self._offsets[: len(text)]
        ends_in_entity = bool(entities) and entities[-1].end == len(text)
        last = self._stop if ends_in_entity or not offsets else offsets[-1] + 1
        return Folded(text, (*offsets, last), entities)


def _fill_in_marks(text: str) -> str:
    """Underscores that mark a blank stay one mark; the others are Markdown's."""
    return _BLANK_LINE_RUN.sub(lambda run: "X" * len(run[0]), text)


def _found(plain: str, forms: tuple[EntityForm, ...]) -> Iterator[tuple[str, int, int, str]]:
    """The entities from left to right; where two overlap, the form that stands first in the table wins."""
    taken: list[tuple[int, int, EntityForm]] = []
    for form in forms:
        for match in form.pattern.finditer(plain):
            if match.end() > match.start() and all(match.end() <= a or match.start() >= b for a, b, _ in taken):
                taken.append((match.start(), match.end(), form))
    for begin, stop, form in sorted(taken, key=lambda each: each[0]):
        yield form.name, begin, stop, form.parse_as
