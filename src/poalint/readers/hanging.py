"""Where something hangs that stands between words: a comment on no words, a deletion, hidden text."""

from __future__ import annotations

import re

_WORD = re.compile(r"\S+")


def hung(text: str, start: int, end: int) -> tuple[int, int]:
    """The words between two places, at most to the end of their line; where there are none, the word before, or after.

    A finding points to words: without any nobody could see it.
    """
    start, end = min(start, len(text)), min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    line = text.find("\n", start, end)
    end = line if line >= 0 else end
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        return start, end
    before = start
    while before > 0 and text[before - 1].isspace():
        before -= 1
    if before:
        begin = before
        while begin > 0 and not text[begin - 1].isspace():
            begin -= 1
        return begin, before
    after = _WORD.search(text, start)
    return after.span() if after else (start, start)
