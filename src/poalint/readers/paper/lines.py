"""Scraps of text at places on a page to the lines that a reader sees there."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_NARROW = frozenset("fijlrtI.,;:!'|()[]/ \u2018\u2019\u2022\u00b7")
_WIDE = frozenset("mwMW%@\u2014")
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_SPACED = re.compile(
    r"(?<=[\u2e80-\u9fff\uff00-\uffef]) (?=[\u2e80-\u9fff\uff00-\uffef])|(?<=[\u3008\u300a\u300c\u300e\u3010\uff08]) "
    r"| (?=[\u3001\u3002\u3009\u300b\u300d\u300f\u3011\uff09\uff0c])"
)
"""Spaces that stand only where the font changes: Chinese characters and their marks have none."""
_SAME = 0.35
"""Scraps whose baselines differ by less than this share of their size stand on one line (a raised "th" does)."""
_CELL_GAP = 1.2
"""A gap of so many times the size parts cells: no space between words is that wide."""


@dataclass(frozen=True, slots=True)
class Scrap:
    """What a PDF writes in one go: its text, where it begins (in points from below left), size and font."""

    text: str
    x: float
    y: float
    size: float
    font: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page. ``cells`` are its texts between wide gaps, each with where it begins."""

    text: str
    x: float
    right: float
    y: float
    size: float
    bold: bool
    page: int
    cells: tuple[tuple[float, str], ...] = ()


def width(text: str, size: float) -> float:
    """About how wide a text is in points. No font tells it reliably, and lines are only compared with each other."""
    return size * sum(
        0.28
        if each in _NARROW
        else 0.83
        if each in _WIDE
        else 1.0
        if each > "\u2e80"
        else 0.63
        if each.isupper()
        else 0.5
        for each in text
    )


def lines_of(scraps: list[Scrap], page: int) -> list[Line]:
    """The lines that the scraps of a page make, in the order in which they are written.

    That order is the reading order in what word processors and browsers print, in columns too.
    """
    found: list[Line] = []
    open_: list[Scrap] = []
    for scrap in scraps:
        if not scrap.text.strip():
            if open_ and scrap.text and "\n" not in scrap.text:  # a space that is written alone
                open_[-1] = replace(open_[-1], text=open_[-1].text + " ")
            continue
        if open_ and abs(scrap.y - open_[0].y) > _SAME * max(scrap.size, open_[0].size):
            found.append(_line(open_, page))
            open_ = []
        open_.append(scrap)
    return [*found, _line(open_, page)] if open_ else found


def _line(scraps: list[Scrap], page: int) -> Line:
    scraps = sorted(scraps, key=lambda each: each.x)
    cells: list[tuple[float, str]] = []
    right = 0.0
    for scrap in scraps:
        text = scrap.text.strip("\r\n")
        gap = scrap.x - right
        if not cells or gap > _CELL_GAP * scrap.size:
            cells.append((scrap.x, text.lstrip()))
        else:
            cells[-1] = (cells[-1][0], cells[-1][1] + text)
        right = scrap.x + width(text.strip(), scrap.size)
    main = max(scraps, key=lambda each: len(each.text))
    bold = all(_BOLD.search(each.font) for each in scraps if any(map(str.isalnum, each.text)))
    told = tuple((x, _SPACED.sub("", " ".join(text.split()))) for x, text in cells)
    whole = " ".join(text for _, text in told)
    return Line(whole, scraps[0].x, right, main.y, main.size, bold and bool(main.font), page, told)
