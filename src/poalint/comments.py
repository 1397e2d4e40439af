"""Comments to the program in a draft, ``<!-- poalint: ... -->``: where they stand, and the letter without them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from poalint.model import Draft

_OPENS, _CLOSES = "<!--", "-->"
_BEGINS = re.compile(
    r"<!--\s*(?P<name>[A-Za-z]{4,12})(?![\w-])(?P<allows>\s*[:\uff1a]?\s*al{0,2}ow(?![a-z]))?", re.IGNORECASE
)
_NAME = "poalint"
_A_SLIP = 0.85
"""So like the program's name is a word that was meant to be it, where "allow" follows."""
_LINE_END = re.compile(r"[\r\n]|\Z")
_SHOWN = re.compile(r"[^\r\n]")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment to the program: its span in the draft, and that of what it says behind the name.

    ``named`` tells that it calls the program by its right name, ``closed`` that it ends as a comment does.
    """

    start: int
    end: int
    says_from: int
    says_to: int
    named: bool = True
    closed: bool = True


def comments(text: str) -> tuple[Comment, ...]:
    """The comments to the program in a text, in reading order. Other comments are the letter's own."""
    if _OPENS not in text:
        return ()
    found: list[Comment] = []
    for begins in _BEGINS.finditer(text):
        name = begins["name"].lower()
        meant = name == _NAME or (begins["allows"] and _alike(name))
        if meant and not (found and begins.start() < found[-1].end):
            found.append(_comment(text, begins.start(), begins.end("name"), name == _NAME))
    return tuple(found)


def _alike(name: str) -> bool:
    from difflib import SequenceMatcher  # for who made a slip

    return SequenceMatcher(None, name, _NAME).ratio() >= _A_SLIP


def without(text: str, hidden: tuple[Comment, ...]) -> str:
    """The text with spaces in the place of the comments, so that all else keeps its place."""
    for each in hidden:
        blank = _SHOWN.sub(" ", text[each.start : each.end])
        text = text[: each.start] + blank + text[each.end :]
    return text


def letter_of(draft: Draft) -> Draft:
    """The draft without what it says to the program: the draft itself, where that is nothing."""
    hidden = comments(draft.text)
    return replace(draft, text=without(draft.text, hidden)) if hidden else draft


def _comment(text: str, start: int, says_from: int, named: bool) -> Comment:
    """The comment that begins at ``start``; one that nothing closes ends with its line, so that no letter is lost."""
    closes = text.find(_CLOSES, says_from)
    another = text.find(_OPENS, says_from)
    if closes >= 0 and not 0 <= another < closes:
        return Comment(start, closes + len(_CLOSES), says_from, closes, named)
    ends = _LINE_END.search(text, says_from)
    end = ends.start() if ends else len(text)
    return Comment(start, end, says_from, end, named, closed=False)
