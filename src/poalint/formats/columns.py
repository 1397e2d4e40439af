"""Columns of text in which a Chinese character takes two, and names beside the ids that they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from poalint.model import PILLARS
from poalint.speech import Lang, Phrase, render, translated

_NO_PILLAR = " (no pillar)"
_NARROW = re.compile("[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027]*")
"""What takes a column each, and is most of what is not ASCII in letters: accents, quotation marks, dashes."""


def cells(text: str) -> int:
    """Count the columns that ``text`` takes on a screen: wide characters take two, combining ones none."""
    if text.isascii() or _NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def padded(text: str, width: int) -> str:
    """``text`` with spaces up to ``width`` columns."""
    return text + " " * (width - cells(text))


def widest(texts: Iterable[str]) -> int:
    """The columns of the widest of the texts, 0 where there is none."""
    return max(map(cells, texts), default=0)


def with_id(name: str, lang: Lang) -> str:
    """A name as people of that language say it, with the id where that differs: that is what they must type."""
    own = translated(name, lang)
    return own if own == name else render(Phrase("{name} ({id})", name=own, id=name), lang)


def listed_under(group: str, lang: Lang) -> str:
    """The heading of a group of rules: a pillar, or else a theme."""
    if group in PILLARS or not group.endswith(_NO_PILLAR):
        return with_id(group, lang)
    return render(Phrase("{theme} (no pillar)", theme=with_id(group.removesuffix(_NO_PILLAR), lang)), lang)
