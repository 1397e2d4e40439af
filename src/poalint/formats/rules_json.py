"""``rules --format json``; ``docs/json.md`` says what each member means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from poalint.cards import Card
from poalint.formats.jsontext import document, member, number, packs_member
from poalint.formats.lines import Line
from poalint.speech import Lang


def lines(cards: Sequence[Card], packs: Sequence[tuple[str, str]] = (), lang: Lang = "en") -> Iterator[Line]:
    """Make the document's lines; ``packs`` are the packs (name and version) that the rules come from."""
    return document(packs_member(packs), member("rules", [_rule(card) for card in cards], last=True))


def _rule(card: Card) -> dict[str, Any]:
    return {
        "id": card.id,
        "title": card.title,
        "theme": card.theme,
        "pack": card.pack,
        "pillar": card.pillar,
        "flag": card.flag,
        "severity": card.severity,
        "status": card.status,
        "points": number(card.points),
        "letters": list(card.letters),
    }
