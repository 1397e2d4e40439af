"""Bold lines: writers make headings of them in every program."""

from __future__ import annotations

import re

_MOST_WORDS = 14
_SENTENCE = re.compile(r"[.!][\"')\u201d\u2019]?\s*$|[.!] [A-Z]")


def heads(line: str, after: str = "") -> bool:
    """Whether a line that is all in bold type is a heading: few words, no sentence, and none that ``after`` goes on."""
    words = line.split()
    return (
        0 < len(words) <= _MOST_WORDS
        and any(char.isalpha() for char in line)
        and "|" not in line
        and not _SENTENCE.search(line)
        and not after.lstrip()[:1].islower()
    )
