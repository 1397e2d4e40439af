"""``rules --format markdown``: a table for each pillar, for the manual."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from poalint.cards import Card
from poalint.formats.columns import listed_under
from poalint.formats.lines import BLANK, Line, line, number
from poalint.formats.marking import marked
from poalint.formats.rules_table import from_pack
from poalint.speech import Lang, translated


def lines(cards: Sequence[Card], packs: Sequence[tuple[str, str]] = (), lang: Lang = "en") -> Iterator[Line]:
    """Make the tables' lines; the cards come in order, the first of the ``packs`` is the built-in one."""
    for place, (group, members) in enumerate(groupby(cards, key=lambda card: card.group)):
        if place:
            yield BLANK
        yield line(f"## {listed_under(group, lang)}", wrap=False)
        yield BLANK
        yield line(translated("| rule | severity | points | what it finds |", lang), wrap=False)
        yield line("|---|---|---|---|", wrap=False)
        for card in members:
            title = marked(f"{card.title}{from_pack(card, packs)}")
            severity = translated(card.severity, lang)
            yield line(f"| `{card.id}` | {severity} | {number(card.points)} | {title} |", wrap=False)
