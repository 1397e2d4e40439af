"""The lines of a draft, and what can be told of each from its marks and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from poalint.characters import EMOJI
from poalint.comments import Comment

BULLET = re.compile(
    r"[ \t\u3000]*(?:(?:[-*+\u2022\u00b7\u25e6\u25aa\u25cf\u25cb\u2192\u27a2\u2713\u2714\u2705\u2013\u2014>]"
    r"|--|->|=>|o(?=[ \t]+\S))[ \t]+|[\u2022\u00b7\u25aa\u25cf\u2192\u2713\u2714](?=\w)|[\u2460-\u2473][ \t]*"
    r"|\(?\d{1,2}(?:\.\d)?[.):][ \t]+|\d{1,2}\)(?=\w)"
    r"|\(?[a-zA-Z][.)][ \t]+|\(?[ivxIVX]{1,4}[.)][ \t]+|(?:Step|step|STEP) \d+[.:)][ \t]+|\[[ xX]\][ \t]+"
    r"|(?:QUESTION|Question|ANSWER|Answer|PART|Part|SECTION|Section|Q|A)[ ]?\d{1,2}[.:)]?[ \t]+"
    rf"(?:[-\u2013\u2014][ \t]+)?|(?:{EMOJI}|[\uf000-\uf0ff])[ \t]*(?=\S))"
)
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_WRAPPED = 40
"""Nobody wraps lines shorter than this many characters."""
_RULER = re.compile(r"[-=_*~#+|\u2014\u2500 \t]{3,}")
_TABLE = re.compile(r"[^|\n]*\|[^\n]*\||[^\t\n]+\t[^\t\n]*\S|\S[^\n]*?\S {3,}\S[^\n]*?\S {3,}\S")
PROMPT = re.compile(r"\s*\[(?:[^\]\s]+\s+){4,80}[^\]\s]+\s*\]\s*")
"""Five words or more in brackets and nothing else: a blank of a form that nobody filled in."""
_NUMBERED = re.compile(r"1|^\W?[aA]+[.)]")
_TITLE_WORDS = 8
TERMINAL = re.compile(r"[.!?;,][\"')\]\u201d\u2019]*[ \t]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its span in the draft and its text, without the line break."""

    start: int
    end: int
    text: str


class Lines:
    """All lines of a draft, numbered from 0; those that only ``hidden`` comments stood in are none."""

    def __init__(self, text: str, hidden: tuple[Comment, ...] = ()) -> None:
        found = (Line(m.start(1), m.end(1), m[1]) for m in _LINE.finditer(text))
        self.all = _without(hidden, found) if hidden else list(found)
        self._last = max((number for number, line in enumerate(self.all) if line.text.strip()), default=0)
        self._width = max((len(line.text.rstrip()) for line in self.all), default=0)

    def blank(self, number: int) -> bool:
        """Whether there is nothing on the line, or a mere ruler, or no such line."""
        return not 0 <= number < len(self.all) or is_blank(self.all[number].text)

    def starts_section(self, number: int) -> bool:
        """Whether something stands under this line that it could be the heading of."""
        return number < self._last

    def is_wrapped(self, number: int) -> bool:
        """Whether a line ends where it does for want of room: the next line's first word would not have fitted."""
        if number + 1 >= len(self.all) or len(self.all[number].text) < _WRAPPED:
            return False
        after = self.all[number + 1].text.split(maxsplit=1)
        return bool(after) and len(self.all[number].text.rstrip()) + 1 + len(after[0]) > self._width

    def hangs_on(self, number: int) -> bool:
        """Whether a line goes on with an unfinished line of running text before it (a hard wrap)."""
        if not number or not self.is_wrapped(number - 1):
            return False
        return not re.search(r"[.!?:]\W*$", self.all[number - 1].text.strip())

    def goes_on(self, number: int) -> bool:
        """Whether the next line goes on with this line's sentence (a hard wrap)."""
        after = self._after(number).strip()
        return after[:1].islower() and not BULLET.match(after)

    def runs_on(self, number: int) -> bool:
        """Whether running text, neither marked nor apart, follows on the next line."""
        after = self._after(number)
        return bool(after.strip()) and not BULLET.match(after)

    def in_a_list(self, number: int) -> bool:
        """Whether a marked line has a neighbour (blank lines apart) that is marked in the same way."""
        own = _marker_class(self.all[number].text)
        around = (range(number + 1, len(self.all)), range(number - 1, -1, -1))
        return any(own == _marker_class(self._first_filled(places)) for places in around)

    def titles(self, number: int) -> bool:
        """Whether a numbered line is the title of a part: short, text under it, and not the only such line."""
        own = _marker_class(self.all[number].text)
        if not _NUMBERED.search(own) or not self._like_a_title(number):
            return False
        alike = (at for at, line in enumerate(self.all) if at != number and _marker_class(line.text) == own)
        return any(self._like_a_title(at) for at in alike)

    def _like_a_title(self, number: int) -> bool:
        """Whether a numbered line is short and stops without a stop, and what follows begins anew."""
        words, after = bare(self.all[number].text), self._after(number) or self._after(number + 1)
        if not words or len(words.split()) > _TITLE_WORDS or TERMINAL.search(words) or is_table_row(words):
            return False
        begins = after.strip()[:1]
        return bool(begins) and not begins.islower() and _marker_class(after) != _marker_class(self.all[number].text)

    def _after(self, number: int) -> str:
        """The line that follows, "" after the last."""
        return self.all[number + 1].text if number + 1 < len(self.all) else ""

    def _first_filled(self, places: range) -> str:
        return next((self.all[place].text for place in places if self.all[place].text.strip()), "")

    def last_content(self) -> int:
        """The last line that holds anything."""
        return self._last

    def tail(self) -> int:
        """The line from which on only names, places and the like stand: a signature without a valediction."""
        tail = len(self.all)
        for number in range(len(self.all) - 1, max(len(self.all) - 9, 0), -1):
            text = self.all[number].text.strip()
            if not text:
                continue
            if not _like_a_name(text):
                break
            tail = number
        return tail if tail > 0 and self.blank(tail - 1) else len(self.all)


def _without(hidden: tuple[Comment, ...], lines: Iterable[Line]) -> list[Line]:
    """The lines as they would stand had the comments never been written: of the blank ones around them one is left."""
    kept: list[Line] = []
    gap = False
    for line in lines:
        blank = not line.text.strip()
        if blank and any(each.start <= line.end and line.start < each.end for each in hidden):
            gap = True
            while len(kept) > 1 and not (kept[-1].text.strip() or kept[-2].text.strip()):
                kept.pop()
        elif not (blank and gap and not (kept and kept[-1].text.strip())):
            kept.append(line)
            gap = gap and blank
    return kept


def is_table_row(text: str) -> bool:
    """Whether a line is cut into cells: by bars, tabs or wide gaps."""
    return bool(_TABLE.match(text))


def is_blank(text: str) -> bool:
    """Whether a line holds nothing, or a mere ruler."""
    return not text.strip() or bool(_RULER.fullmatch(text.strip()))


def bare(content: str) -> str:
    """A line without the marks of emphasis and the number that a heading may carry."""
    stripped = content.strip().strip("*_#= ").rstrip()
    marker = BULLET.match(stripped)
    return stripped[marker.end() :] if marker and marker.end() < len(stripped) else stripped


def _marker_class(line: str) -> str:
    """The kind of a line's list marker: digits and letters stand for their kind, "" is no marker."""
    match = BULLET.match(line)
    return re.sub(r"[a-z]", "a", re.sub(r"[A-Z]", "A", re.sub(r"\d+", "1", match[0].strip()))) if match else ""


def _like_a_name(text: str) -> bool:
    """Whether a line could belong to a signature: short, capitalised, no sentence, no item, no date."""
    starts = text[:1].isupper() or text[:1] in "[-\u2013\u2014"
    short = len(text.split()) <= 7 and not re.search(r"[.!?:;]$|\d{1,2} [A-Z]", text)
    item = BULLET.match(text) and not re.match(r"[A-Z]\. [A-Z]\w+$|[-\u2013\u2014] ?[A-Z]\w*(?: [A-Z]\w*){0,3}$", text)
    return starts and short and not item and "|" not in text
