"""Notes that people put on the pages of a PDF (sticky notes, marked passages) as extras of the letter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from poalint.model import Extra
from poalint.readers.parts import Part

_NOTES = frozenset(
    ("/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret", "/Stamp", "/Ink", "/Square")
)
_MOST = 500
"""Nobody writes more notes on a page."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a note says, its page, and the height on it at which it is fixed."""

    words: str
    page: int
    y: float


def notes_of(page: Any, number: int) -> list[Note]:
    """The notes on a page of pypdf's: what they say is no part of the letter's text, but is sent with it."""
    listed = page.get("/Annots")
    found = []
    for each in list(listed.get_object() if listed is not None else ())[:_MOST]:
        note = each.get_object()
        words = str(note.get("/Contents") or "").strip()
        if words and note.get("/Subtype") in _NOTES:
            place = [float(value) for value in note.get("/Rect", ())] or [0.0, 0.0, 0.0, 0.0]
            found.append(Note(words, number, (place[1] + place[3]) / 2))
    return found


def with_notes(parts: list[Part], tops: list[tuple[int, float]], notes: list[Note]) -> list[Part]:
    """The parts, each note fixed to the one beside it; ``tops`` are the page and height at which each part begins."""
    for note in notes:
        above = [at for at, top in enumerate(tops) if top[0] == note.page and top[1] > note.y - 12]
        here = [at for at, top in enumerate(tops) if top[0] == note.page]
        at = above[-1] if above else here[0] if here else 0
        if at < len(parts):
            extra = Extra("comment", 0, len(parts[at].text), note.words)
            parts[at] = replace(parts[at], extras=(*parts[at].extras, extra))
    return parts
