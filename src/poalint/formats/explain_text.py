"""``explain``: all that a rule's file says to a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from poalint.cards import Card
from poalint.formats.lines import BLANK, Line, line, number, on_one_line

_FILLED = re.compile(r"\{(\w+)\}")


def lines(cards: Iterable[Card]) -> Iterator[Line]:
    """Make the lines that explain each rule."""
    for number_, card in enumerate(cards):
        if number_:
            yield BLANK
        yield line((card.id, "strong"), ": ", card.title)
        yield line("  ", (card.severity, card.severity), *_effects(card), hang=2)
        for title, said in (
            ("What it finds", described(card.message)),
            ("Why a reviewer minds", card.why),
            ("What to write", described(card.advice)),
            ("Source", card.source),
        ):
            yield BLANK
            yield line((title, "label"))
            yield line("  ", said, hang=2)
        yield from _example("It finds this", card.fires[0])
        yield from _example("It has nothing against this", card.silent[0])
        yield from _example("It leaves this near miss alone", card.near_miss[0])


def described(text: str) -> str:
    """Show a text as it stands in the rule's file, what is filled in later by its name."""
    return on_one_line(_FILLED.sub(lambda found: f"<{found[1]}>", text.replace("{closest}", "")))


def _effects(card: Card) -> Iterator[str]:
    if card.pillar:
        yield f", pillar {card.pillar}" + (f" (makes it {card.status})" if card.status else "")
    if card.flag:
        yield f", flag {card.flag}"
    if card.points:
        yield f", costs {number(card.points)} points" if card.points != 1 else ", costs 1 point"


def _example(title: str, text: str) -> Iterator[Line]:
    yield BLANK
    yield line((title, "label"))
    for each in text.strip().splitlines():
        yield line("  ", each, hang=2) if each.strip() else BLANK
