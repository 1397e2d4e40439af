"""The blanks in what a rule says, and what fills them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from poalint import speech
from poalint.speech import Lang, Tellable

_BLANK = re.compile(r"\{\w+\}")
_BRACES = re.compile(r"\{\w+\}|[{}]")
_DOUBLED = str.maketrans({"{": "{{", "}": "}}"})


_OF_THE_DRAFT = "\u2026"
"""What stands for words of the draft where these may not be told."""


def filled(text: str, fill: Mapping[str, Tellable], lang: Lang) -> str:
    """A rule's message or advice with what its check found; what the check does not fill stays as it is."""
    template = _BRACES.sub(lambda found: found[0] if found[0][1:-1] in fill else found[0].translate(_DOUBLED), text)
    return " ".join(speech.filled(template, fill, lang).split())


def filled_openly(text: str, fill: Mapping[str, Tellable], lang: Lang) -> str:
    """The same without a word of the draft; empty where ``text`` has no blanks.

    A check fills in the draft's words as plain text. Numbers that were counted and what the rules know are none.
    """
    if not _BLANK.search(text):
        return ""
    hidden = {name: _OF_THE_DRAFT if isinstance(value, str) else value for name, value in fill.items()}
    return filled(text, hidden, lang)
