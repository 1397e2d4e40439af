"""The blanks in what a rule says, and what fills them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from poalint.speech import Lang, Tellable, render

_FIELD = re.compile(r"\{(\w+)\}")


def filled(text: str, fill: Mapping[str, Tellable], lang: Lang) -> str:
    """The text on one line, each ``{name}`` of ``fill`` replaced; other braces stay as they are."""
    told = _FIELD.sub(lambda found: render(fill[found[1]], lang) if found[1] in fill else found[0], text)
    return " ".join(told.split())
