"""The part of a finding that is shown where all of it does not fit: the words that the cue names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poalint.formats.excerpt import CUT, Excerpt, excerpt
from poalint.model import Draft, Finding

_SHORTEST_STEM = 4
"""A cue may hold a verb as the dictionary has it; so long a one is looked for as the beginning of a word too."""


def shown(finding: Finding, draft: Draft, room: int) -> Excerpt:
    """The line to show of a finding that has a place, in ``room`` columns: with the words that told it, if cut."""
    assert finding.start is not None
    assert finding.end is not None
    start, end = finding.start, finding.end
    whole = excerpt(draft, start, end, room)
    seen = start + len(whole.words.removesuffix(CUT))
    if seen >= end:
        return whole
    places = list(_cue_places(finding.cue, draft.body, start, end))
    if not places or any(stop <= seen for _, stop in places):
        return whole
    return excerpt(draft, *places[0], room)


def _alone(words: str, text: str, length: int) -> tuple[int, int] | None:
    """Where words stand by themselves in a text that lower case left as long as it was: most cues do, and many ask."""
    at = text.find(words) if len(text) == length else -1
    while at >= 0:
        end = at + len(words)
        if not (_in_word(text[max(0, at - 1) : at]) or _in_word(text[end : end + 1])):
            return at, end
        at = text.find(words, at + 1)
    return None


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _cue_places(cue: str, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the words of a cue (after its reason, with commas between them) stand between two places of a text."""
    told = re.split("[:\uff1a] ?", cue)[-1]
    there = text[start:end].lower()
    for words in filter(None, (each.strip() for each in told.split(","))):
        if words.split()[0].lower() not in there:
            continue
        if at := _alone(words.lower(), there, end - start):
            yield start + at[0], start + at[1]
            continue
        spaced = r"\s+".join(map(re.escape, words.split()))
        stem = r"\w*" if len(words) >= _SHORTEST_STEM else ""
        for pattern in (rf"(?<!\w){spaced}(?!\w)", rf"(?<!\w){spaced}{stem}(?!\w)"):
            if found := re.compile(pattern, re.IGNORECASE).search(text, start, end):
                yield found.span()
                break
