"""The blanks in what a rule says, and what fills them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from poalint import speech
from poalint.speech import Lang, Tellable

_BRACES = re.compile(r"\{\w+\}|[{}]")
_DOUBLED = str.maketrans({"{": "{{", "}": "}}"})


def filled(text: str, fill: Mapping[str, Tellable], lang: Lang) -> str:
    """A rule's message or advice with what its check found; what the check does not fill stays as it is."""
    template = _BRACES.sub(lambda found: found[0] if found[0][1:-1] in fill else found[0].translate(_DOUBLED), text)
    return " ".join(speech.filled(template, fill, lang).split())
