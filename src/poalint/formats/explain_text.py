"""``explain``: all that a rule's file says to a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from poalint.cards import Card
from poalint.formats.columns import with_id
from poalint.formats.lines import BLANK, Line, line, number, on_one_line
from poalint.speech import Lang, Phrase, Tellable, render, translated

_FILLED = re.compile(r"\{(\w+)\}")


def lines(cards: Iterable[Card], lang: Lang = "en") -> Iterator[Line]:
    """Make the lines that explain each rule."""
    for number_, card in enumerate(cards):
        if number_:
            yield BLANK
        yield line((card.id, "strong"), ": ", card.title)
        effects = (render(each, lang) for each in _effects(card, lang))
        yield line("  ", (translated(card.severity, lang), card.severity), *effects, hang=2)
        for title, said in (
            (translated("What it finds", lang), described(card.message)),
            (translated("Why a reviewer minds", lang), card.why),
            (translated("What to write", lang), described(card.advice)),
            (translated("Source", lang), card.source),
        ):
            yield BLANK
            yield line((title, "label"))
            yield line("  ", said, hang=2)
        yield from _example(translated("It finds this", lang), card.fires[0])
        yield from _example(translated("It has nothing against this", lang), card.silent[0])
        yield from _example(translated("It leaves this near miss alone", lang), card.near_miss[0])


def described(text: str) -> str:
    """Show a text as it stands in the rule's file, what is filled in later by its name."""
    return on_one_line(_FILLED.sub(lambda found: f"<{found[1]}>", text.replace("{closest}", "")))


def _effects(card: Card, lang: Lang) -> Iterator[Tellable]:
    if card.pillar:
        yield Phrase(", pillar {pillar}", pillar=with_id(card.pillar, lang))
        if card.status:
            yield Phrase(" (makes it {status})", status=Phrase(card.status))
    if card.flag:
        yield Phrase(", flag {flag}", flag=card.flag)
    if card.points == 1:
        yield Phrase(", costs 1 point")
    elif card.points:
        yield Phrase(", costs {points} points", points=number(card.points))


def _example(title: str, text: str) -> Iterator[Line]:
    yield BLANK
    yield line((title, "label"))
    for each in text.strip().splitlines():
        yield line("  ", each, hang=2) if each.strip() else BLANK
