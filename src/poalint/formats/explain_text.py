"""``explain``: all that a rule's file says to a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from poalint.cards import Card
from poalint.formats.lines import BLANK, Line, line
from poalint.model import PILLARS
from poalint.sections import Section, effects, sections
from poalint.speech import Lang, Phrase, render


def lines(asked: Iterable[tuple[str, Sequence[Card]]], lang: Lang = "en") -> Iterator[Line]:
    """Make the lines that explain the rules of each name that was asked for, in one language.

    Where the name is that of a rule and of a pillar or flag too, the other rules of that follow, and it is said so.
    """
    first = True
    for name, cards in asked:
        for number, card in enumerate(cards):
            if not first:
                yield BLANK
            if number == 1 and cards[0].id == name:
                what = "pillar" if name in PILLARS else "flag"
                said = Phrase("{name} is a {what} too; its other rules:", name=name, what=Phrase(what))
                yield line((render(said, lang), "label"))
                yield BLANK
            first = False
            yield from _rule(card, lang)


def _rule(card: Card, lang: Lang) -> Iterator[Line]:
    """Make the lines of one rule."""
    severity, *others = effects(card, lang)
    yield line((card.id, "strong"), ": ", card.title)
    yield line("  ", (severity, card.severity), *others, hang=2)
    for section in sections(card, lang):
        yield BLANK
        if section.title:
            yield line((section.title, "label"))
        yield from _body(section)


def _body(section: Section) -> Iterator[Line]:
    for point in section.points:
        name = f"{point.signal}: " if point.text and point.signal else point.signal
        yield line("    - " if point.under else "  ", name, point.text, hang=6 if point.under else 2)
    for each in section.text.splitlines():
        yield line("  ", each, hang=2) if each.strip() else BLANK
