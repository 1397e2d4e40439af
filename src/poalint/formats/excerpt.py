"""The line of a draft that a finding stands in, cut to fit, and how wide its parts are on a screen."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from poalint.formats.columns import cells
from poalint.formats.lines import visible
from poalint.model import Draft

_TAB = "    "
CUT = "\u2026"
"""Stands where something was cut away."""
_LONGEST_WORD = 16
"""A cut is moved to the next space, if that is not farther away than this."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line of a draft, fit to print: what stands before the words concerned, the words, what follows.

    ``number`` is what a writer finds it by in the file: that of a line, or of a paragraph.
    """

    number: int
    before: str
    words: str
    after: str

    @property
    def marker(self) -> str:
        """A ``^`` under each column of the words."""
        return " " * cells(self.before) + "^" * max(1, cells(self.words))


def excerpt(draft: Draft, start: int, end: int, room: int) -> Excerpt:
    """Cut the line of ``draft`` in which ``start`` stands to ``room`` columns around the words up to ``end``.

    Of words that go on over several lines, those on the first line are shown. Nothing farther away than
    ``room`` is looked at, so a line may be as long as it likes.
    """
    text = draft.text
    number = draft.number(start)
    line_start, line_end = draft.row_span(draft.row(start))
    start = min(start, line_end)
    stop = start + len(text[start : max(start, min(end, line_end))].rstrip())
    words = _head(_shown(text[start : min(stop, start + room)]), room - 2, more=stop > start + room)
    before = _shown(text[max(line_start, start - room) : start])
    after = _shown(text[stop : min(line_end, stop + room)]).rstrip()
    spare = room - cells(words)
    # What stands before tells as much as what follows; a side that needs less leaves its part to the other.
    before = _tail(before, max(spare // 2, spare - cells(after)), more=start - room > line_start)
    cut = words.endswith(CUT)  # then nothing that follows can be shown either
    after = "" if cut else _head(after, spare - cells(before), more=stop + room < line_end)
    return Excerpt(number, before, words, after)


def _shown(text: str) -> str:
    return visible(text.replace("\t", _TAB))


def _head(text: str, room: int, more: bool) -> str:
    """Cut ``text`` to ``room`` columns at its end; ``more`` says that it goes on beyond what is given."""
    if cells(text) <= room and not more:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if cells(text[:middle]) < room else (low, middle - 1)
    space = text.rfind(" ", max(0, low - _LONGEST_WORD), low + 1)
    kept = text[: space if space > 0 else low].rstrip()
    while cells(kept + CUT) > room and kept:  # what joins characters can make a part wider than the whole
        kept = kept[:-1]
    return kept + CUT if room > 0 else ""


def _tail(text: str, room: int, more: bool) -> str:
    """Cut ``text`` to ``room`` columns at its start, to begin with a whole character."""
    if cells(text) <= room and not more:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if cells(text[middle:]) < room else (middle + 1, high)
    space = -1 if text[low - 1 : low] == " " else text.find(" ", low, low + _LONGEST_WORD)
    kept = text[space if space >= 0 else low :]
    while kept and (_joins(kept[0]) or cells(CUT + kept) > room):
        kept = kept[1:]
    return CUT + kept if room > 0 else ""


def _joins(char: str) -> bool:
    """Tell whether a character belongs to the one before it."""
    return bool(unicodedata.combining(char)) or char in "\u200d\ufe0f"
