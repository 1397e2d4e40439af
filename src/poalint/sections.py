"""What is told of a rule, section by section: `poalint explain` prints it, the manual makes a page of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from poalint.cards import Card
from poalint.demands import Point, demands, leaves_alone
from poalint.speech import Lang, Phrase, Tellable, render, translated

Kind = Literal["text", "points", "source", "bad", "good", "near", "code"]
"""What a section holds: running text, a list, a source, one of three sorts of example letter, or lines for a file."""

_FILLED = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and under it one text or (of kind ``points``) a list; all in the language of the card."""

    title: str
    kind: Kind
    text: str = ""
    points: tuple[Point, ...] = ()


def sections(card: Card, lang: Lang) -> Iterator[Section]:
    """All that is told of a rule, in the order in which a seller asks."""
    for title, text in (
        ("What it finds", described(card.message)),
        ("Why a reviewer minds", card.why),
        ("What to write", described(card.advice)),
    ):
        yield Section(translated(title, lang), "text", text)
    for title, points in (
        ("What it looks for", demands(card, lang)),
        ("What it does not flag", leaves_alone(card, lang)),
    ):
        if points:
            yield Section(translated(title, lang), "points", points=points)
    yield Section(translated("Source", lang), "source", card.source)
    yield from _examples("bad", card.fires, "It finds this", "It finds this too", lang)
    yield from _examples("good", card.silent, "It has nothing against this", "Nor against this", lang)
    yield from _examples("near", card.near_miss, "It leaves this near miss alone", "And this one", lang)
    said = "In a pack of your own, the file pack.yaml switches the rule off, or makes it cost less:"
    yield Section(translated("How to switch it off", lang), "text", translated(said, lang))
    yield Section("", "code", f"off: [{card.id}]")
    yield Section("", "code", f"change:\n  {card.id}: {{severity: note, points: 0}}")


def effects(card: Card, lang: Lang) -> tuple[str, ...]:
    """How much the rule weighs, part by part: its severity, pillar and what it makes of that, flag, and points."""
    said: list[Tellable] = [Phrase(card.severity)]
    if card.pillar and card.status:
        said.append(Phrase("pillar {pillar} (makes it {status})", pillar=card.pillar, status=Phrase(card.status)))
    elif card.pillar:
        said.append(Phrase("pillar {pillar}", pillar=card.pillar))
    if card.flag:
        said.append(Phrase("flag {flag}", flag=card.flag))
    if card.points:
        points = Phrase("costs {points} points" if card.points != 1 else "costs {points} point", points=card.points)
        said.append(points)
    return tuple(render(each, lang) for each in said)


def described(text: str) -> str:
    """Show a text as it stands in the rule's file, what is filled in later by its name."""
    return " ".join(_FILLED.sub(lambda found: f"<{found[1]}>", text.replace("{closest}", "")).split())


def _examples(kind: Kind, texts: tuple[str, ...], first: str, further: str, lang: Lang) -> Iterator[Section]:
    for number, text in enumerate(texts):
        yield Section(translated(further if number else first, lang), kind, text.strip())
