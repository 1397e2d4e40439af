"""``evidence``: a letter names the papers that Amazon asks for in its case."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from poalint.facts import Facts
from poalint.model import Hint, Reading
from poalint.schema.rules import Evidence
from poalint.speech import Said


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
            papers = Said("; ".join(each.text.en for each in asked), "；".join(each.text.zh for each in asked))
            sources = "; ".join(dict.fromkeys(f"{each.source} ({each.date})" for each in asked))
            yield Hint(fill={"papers": papers, "case": reading.case.title, "source": sources})

    return check
