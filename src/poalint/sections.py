"""What is told of a rule, section by section: `poalint explain` prints it, the manual makes a page of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from poalint.cards import Card
from poalint.demands import Point, demands, leaves_alone, table
from poalint.loading.nodes import as_text
from poalint.loading.packs import BUILT_IN
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
    yield Section(translated("What it finds", lang), "text", described(card.message))
    yield Section(translated("Why a reviewer minds", lang), "text", card.why)
    yield Section(translated("What to write", lang), "text", described(card.advice))
    yield Section(translated("What it looks for", lang), "points", points=demands(card, lang))
    yield Section(translated("What it does not flag", lang), "points", points=leaves_alone(card, lang))
    space = "" if lang == "zh" else " "
    yield Section(translated("What it costs", lang), "text", space.join(render(each, lang) for each in costs(card)))
    yield Section(translated("Source", lang), "source", card.source)
    yield from _examples("bad", card.fires, translated("It finds this", lang))
    yield from _examples("good", card.silent, translated("It has nothing against this", lang))
    yield from _examples("near", card.near_miss, translated("It leaves this near miss alone", lang))
    ignored = Phrase("`--ignore {rule}` leaves it out of one check, and this in poalint.yaml out of all:", rule=card.id)
    yield Section(translated("How to switch it off", lang), "text", render(ignored, lang))
    yield Section("", "code", f"ignore: [{as_text(card.id)}]")
    yield Section("", "text", render(_switch(card), lang))
    yield Section("", "code", f"off: [{as_text(card.id)}]")
    yield Section("", "code", f"change:\n  {card.id}: {{{_cheaper(card)}}}")


def costs(card: Card) -> Iterator[Phrase]:
    """What a finding costs, what each further one of the rule does, and how much all of its kind may cost together."""
    if not card.points:
        yield Phrase("Nothing: it is only told.")
        return
    scale = table(card, "scoring.yaml")
    first, further = _points(card.points), _points(scale.get("repeat", 0))
    yield Phrase(
        "The first finding costs {first}, each further one of this rule {further}.", first=first, further=further
    )
    if card.pillar:
        most = _points(scale.get("weights", {}).get(card.pillar, 0))
        said = "All findings of the pillar {pillar} together cost {most} at most: that is what it can bring."
        yield Phrase(said, pillar=Phrase(card.pillar), most=most)
        return
    if "plan" in card.letters:
        most = _points(scale.get("most_deducted", 0))
        yield Phrase("All findings outside the pillars together cost {most} at most.", most=most)
    if "dispute" in card.letters:
        most = _points(scale.get("most_deducted_of_dispute", 0))
        yield Phrase("In a letter that disputes the finding, all together cost {most} at most.", most=most)


def _points(count: float) -> Phrase:
    return Phrase("{points} point", points=count) if count == 1 else Phrase("{points} points", points=count)


def _switch(card: Card) -> Phrase:
    """Where the rule is switched off: a pack can only do so with rules of the packs before it."""
    if card.pack == BUILT_IN:
        return Phrase("In a pack of your own, the file pack.yaml switches the rule off, or makes it cost less:")
    return Phrase(
        "Its file is {path}: strike the file, or change `severity` and `points` in it. The pack.yaml of another pack, "
        "which extends {pack}, switches the rule off, or makes it cost less:",
        path=str(card.path),
        pack=card.pack,
    )


def _cheaper(card: Card) -> str:
    """Keys by which a pack makes the rule cost less; one that marks its pillar down must cost something."""
    if card.status is None:
        return "severity: note, points: 0"
    return f"severity: warning, points: {'1' if card.points > 1 else f'{card.points / 2:g}'}, status: weak"


def effects(card: Card, lang: Lang) -> tuple[str, ...]:
    """How much the rule weighs: its severity, then, to be put behind it, pillar and status, flag, and points."""
    said: list[Tellable] = [Phrase(card.severity)]
    if card.pillar:
        said.append(Phrase(", pillar {pillar}", pillar=_with_id(card.pillar, lang)))
        if card.status:
            said.append(Phrase(" (makes it {status})", status=Phrase(card.status)))
    if card.flag:
        said.append(Phrase(", flag {flag}", flag=card.flag))
    if card.points == 1:
        said.append(Phrase(", costs 1 point"))
    elif card.points:
        said.append(Phrase(", costs {points} points", points=card.points))
    return tuple(render(each, lang) for each in said)


def _with_id(name: str, lang: Lang) -> Tellable:
    """A name as people of that language say it, with the id where that differs: that is what they must type."""
    own = translated(name, lang)
    return own if own == name else Phrase("{name} ({id})", name=own, id=name)


def described(text: str) -> str:
    """Show a text as it stands in the rule's file, what is filled in later by its name."""
    return " ".join(_FILLED.sub(lambda found: f"<{found[1]}>", text.replace("{closest}", "")).split())


def _examples(kind: Kind, texts: tuple[str, ...], title: str) -> Iterator[Section]:
    """A section for each example; those after the first go under its heading."""
    for number, text in enumerate(texts):
        yield Section("" if number else title, kind, text.strip())
