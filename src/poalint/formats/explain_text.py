"""``explain``: all that a rule's file says to a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poalint.cards import Card
from poalint.formats.lines import BLANK, Line, line
from poalint.sections import Section, effects, sections
from poalint.speech import Lang


def lines(cards: Iterable[Card], lang: Lang = "en") -> Iterator[Line]:
    """Make the lines that explain each rule, in one language."""
    for number_, card in enumerate(cards):
        if number_:
            yield BLANK
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
