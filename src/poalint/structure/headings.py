"""Whether a line is a heading: by its marks, its words, and what stands around it."""

from __future__ import annotations

import re

from poalint.structure.layout import Layout
from poalint.structure.lines import Lines, bare, is_table_row

_EMPHASISED = re.compile(r"[ \t]*(?:\*\*|__)[^*_]+(?:\*\*|__):?[ \t]*$")
_SENTENCE = re.compile(r"[.!][\"')]?\s*$|[.!] [A-Z]")
_INNER_STOP = re.compile(r"[.:;,!?\u2013\u2014]| -")
_RUN_IN = re.compile(
    r"[ \t*]{0,20}(?P<head>[^:.!?\n]{3,70}?)[ \t*]{0,20}(?P<stop>[:.?\uff1a]|[ \t][\u2013\u2014-])[ \t*]{1,20}(?=\S)"
)
_TELLS = re.compile(r"\b(?:we|i|is|was|were|are|have|has|had|will)\b", re.IGNORECASE)
# Words that make a long line a sentence; headings copied from Amazon ("The steps you have taken") hold none of them.
_STATES = re.compile(r"\b(?:we|i|was|were|that)\b", re.IGNORECASE)
_ASKS = re.compile(r"(?:(?:and|from|as to) )?(?:how|what|why|where)\b", re.IGNORECASE)
_BEGINS_A_SENTENCE = re.compile(
    r"(?:we|i|our|my|already|after|since|on|in|from|for|as|at|to|until|when|because|this|it|there|these|all|\d+)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(r"\b(?:the following|as follows)$", re.IGNORECASE)
_SHORT, _LONG = 6, 9
"""So many words a heading has at most that ends in a full stop, or that its text follows on the same line."""
_MOST_WORDS = 14
"""Longer lines are sentences, unless they end in a colon or question mark and name a section."""


def is_heading(content: str, number: int, lines: Lines, layout: Layout, bulleted: bool, before: str) -> bool:
    """Whether the line ``number`` heads what follows.

    ``content`` is the line without its list marker, ``bulleted`` whether it had one, and ``before`` the open paragraph
    or item that the line may go on with ("" where there is none).
    """
    words = bare(content)
    count = len(words.split())
    stopped = words.endswith(".") and not _INNER_STOP.search(words[:-1])
    if stopped and not before and not lines.hangs_on(number) and _names_a_part(words[:-1], layout, _SHORT):
        return lines.starts_section(number) and not lines.runs_on(number)
    if not count or count > 22 or is_table_row(content) or "|" in words or _SENTENCE.search(words):
        return False
    if lines.goes_on(number) or (not bulleted and lines.hangs_on(number)):
        return False
    if _EMPHASISED.match(content) and count <= _MOST_WORDS:
        return True
    named = bool(layout.role_of(words.rstrip(":\uff1a")))
    closes = words.endswith((":", "\uff1a", "?"))
    capitals = _in_capitals(words)
    says = bool(_STATES.search(words)) and not _ASKS.match(words)
    if bulleted and lines.titles(number):
        return True
    if bulleted:
        heads = closes or capitals or not (lines.in_a_list(number) or (says and lines.is_wrapped(number)))
        return named and heads and count <= _MOST_WORDS and words[-1] not in ";," and lines.starts_section(number)
    alone = lines.blank(number - 1) and not (lines.blank(number + 1) and number + 1 >= len(lines.all))
    if capitals and count <= 12 and (alone or named):
        return True
    if (before and not closes and not named) or (
        not closes and lines.is_wrapped(number) and (not named or says or _BEGINS_A_SENTENCE.match(words))
    ):
        return False
    if closes and named:
        return not before or bool(re.search(r"[.!?;,:]\W*$", before))
    if named and count <= _MOST_WORDS:
        return lines.starts_section(number)
    if alone and count <= 8 and not closes and not re.search(r"[,;]", words):
        return number > 0 and words[:1].isupper() and lines.starts_section(number)
    return alone and words.endswith("?") and count <= 18


def run_in_heading(content: str, layout: Layout) -> int:
    """The length of a heading that its text follows on the same line ("Root cause: ..."), or 0."""
    match = _RUN_IN.match(content)
    if not match or not _names_a_part(match["head"], layout, _SHORT if match["stop"] == "." else _LONG):
        return 0
    return match.end("head")


def _names_a_part(words: str, layout: Layout, at_most: int) -> bool:
    """Whether so few words name a part of the letter, and are no statement of their own."""
    if len(words.split()) > at_most or not layout.role_of(words):
        return False
    return not _TELLS.search(words) or bool(_ASKS.match(words) or _LEADS.search(words))


def _in_capitals(words: str) -> bool:
    letters = [char for char in words if char.isalpha()]
    return len(letters) > 3 and sum(char.isupper() for char in letters) > 0.8 * len(letters)
