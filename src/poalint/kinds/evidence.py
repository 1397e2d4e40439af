"""``evidence``: a letter names the papers that Amazon asks for in its case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from poalint.facts import Facts, Sourced
from poalint.model.reading import Hint, Reading
from poalint.schema.rules import Evidence
from poalint.speech import Phrase, Said, render


def evidence(fields: Evidence, facts: Facts) -> Callable[[Reading], Iterator[Hint]]:
    """One finding without a place where a letter names none of the papers that Amazon asks for in its case.

    One of them is enough: what else goes along depends on more than the kind of case. Nothing is asked of a letter
    whose case is not known.
    """

    def check(reading: Reading) -> Iterator[Hint]:
        if reading.case is None:
            return
        asked = [each for each in facts.profiles[reading.case.violation].evidence if each.asked]
        if asked and not any(paper.tag in reading.heard for each in asked for paper in each.any_of):
            papers = _in_a_row(each.text for each in asked)
            sources = _in_a_row(dict.fromkeys(_dated(each) for each in asked))
            yield Hint(fill={"papers": papers, "case": reading.case.title, "source": sources})

    return check


def _dated(each: Sourced) -> Said:
    """Who says so, with the date behind it."""
    told = Phrase("{source} ({date})", source=each.source, date=each.date)
    return Said(render(told, "en"), render(told, "zh"))


def _in_a_row(texts: Iterable[Said]) -> Said:
    """Texts with semicolons between them."""
    all_ = tuple(texts)
    return Said("; ".join(each.en for each in all_), "；".join(render(each, "zh") for each in all_))
