"""``rules`` for people: a list by pillar, in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from poalint.cards import Card
from poalint.formats.columns import listed_under, padded, widest
from poalint.formats.lines import BLANK, Line, line
from poalint.model import SEVERITIES
from poalint.speech import Counted, Lang, Phrase, render, translated


def lines(cards: Sequence[Card], packs: Sequence[tuple[str, str]] = (), lang: Lang = "en") -> Iterator[Line]:
    """Make the lines of the list; the cards come in order, the first of the ``packs`` is the built-in one."""
    width = widest(card.id for card in cards) + 2
    severities = widest(translated(each, lang) for each in SEVERITIES) + 2
    for group, members in groupby(cards, key=lambda card: card.group):
        yield line((listed_under(group, lang), "label"))
        for card in members:
            yield line(
                "  ",
                (padded(translated(card.severity, lang), severities), card.severity),
                (padded(card.id, width), "strong"),
                card.title,
                (from_pack(card, packs), "dim"),
                hang=2 + severities + width,
            )
        yield BLANK
    said = Phrase("{rules}. `poalint explain RULE` tells more of one.", rules=Counted(len(cards), "rule"))
    yield line(render(said, lang))


def from_pack(card: Card, packs: Sequence[tuple[str, str]]) -> str:
    """Name the pack that a rule comes from, unless it is built in."""
    return "" if not packs or card.pack == packs[0][0] else f" ({card.pack})"
