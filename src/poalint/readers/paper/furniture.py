"""What stands on every page and belongs to none: running headers and footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter

from poalint.readers.paper.lines import Line

_NUMBER = re.compile(
    r"[-\u2013\u2014 ]*(?:(?:page|p\.|seite|\u7b2c)?\s*\d{1,3}\s*(?:(?:of|/|von)\s*\d{1,3}|\u9875|"
    r"\u9875\s*[,\uff0c/]?\s*\u5171\s*\d+\s*\u9875)?)[-\u2013\u2014 ]*",
    re.IGNORECASE,
)
_OF_A_BROWSER = re.compile(
    r"(?:https?|file):\S+(?:\s+\d{1,3}/\d{1,3})?|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d\d.*", re.IGNORECASE
)
"""What browsers print above and below a page: its address, the time."""
_EDGE = 0.09
"""Within this share of a page's height from above or below stand its header and footer."""
_MOST = 3
"""Headers and footers have at most so many lines."""


def without_furniture(pages: list[list[Line]], heights: list[float]) -> list[list[Line]]:
    """The pages' lines without page numbers and without what is repeated at their edges, numbers apart."""
    edges = [_edge(lines) for lines in pages]
    seen = Counter(key for lines in edges for key in {_key(line) for line in lines})
    kept = []
    for lines, edge, height in zip(pages, edges, heights, strict=True):
        outer = {line for line in edge if not _EDGE * height < line.y < (1 - _EDGE) * height}
        drop = {line for line in edge if seen[_key(line)] > 1 and seen[_key(line)] * 2 >= len(pages)}
        drop = {line for line in drop if _alone(line, lines) or line in outer}
        drop |= {line for line in outer if _NUMBER.fullmatch(line.text) or _OF_A_BROWSER.match(line.text)}
        kept.append([line for line in lines if line not in drop])
    return kept


def _edge(lines: list[Line]) -> list[Line]:
    """The lines furthest up and down, wherever in the file they stand."""
    ordered = sorted(lines, key=lambda line: -line.y)
    return [*ordered[:_MOST], *ordered[_MOST:][-_MOST:]]


def _alone(line: Line, lines: list[Line]) -> bool:
    """Whether a line is the first or the last on its page."""
    heights = [each.y for each in lines]
    return line.y in (min(heights), max(heights))


def _key(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text)
