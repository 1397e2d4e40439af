"""``rules`` for people: a list by pillar, in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from poalint.cards import Card
from poalint.formats.lines import BLANK, Line, count, line


def lines(cards: Sequence[Card]) -> Iterator[Line]:
    """Make the lines of the list; the cards come in order."""
    width = max((len(card.id) for card in cards), default=0)
    for group, members in groupby(cards, key=lambda card: card.group):
        yield line((group, "label"))
        for card in members:
            yield line(
                "  ",
                (f"{card.severity:<9}", card.severity),
                (f"{card.id:<{width + 2}}", "strong"),
                card.title,
                hang=width + 13,
            )
        yield BLANK
    yield line(f"{count(len(cards), 'rule')}. `poalint explain RULE` tells more of one.")
