"""``rules`` for people: a list by pillar, in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from poalint.cards import Card
from poalint.formats.lines import BLANK, Line, count, line


def lines(cards: Sequence[Card], packs: Sequence[tuple[str, str]] = ()) -> Iterator[Line]:
    """Make the lines of the list; the cards come in order, the first of the ``packs`` is the built-in one."""
    width = max((len(card.id) for card in cards), default=0)
    for group, members in groupby(cards, key=lambda card: card.group):
        yield line((group, "label"))
        for card in members:
            yield line(
                "  ",
                (f"{card.severity:<9}", card.severity),
                (f"{card.id:<{width + 2}}", "strong"),
                card.title,
                (from_pack(card, packs), "dim"),
                hang=width + 13,
            )
        yield BLANK
    yield line(f"{count(len(cards), 'rule')}. `poalint explain RULE` tells more of one.")


def from_pack(card: Card, packs: Sequence[tuple[str, str]]) -> str:
    """Name the pack that a rule comes from, unless it is built in."""
    return "" if not packs or card.pack == packs[0][0] else f" ({card.pack})"
