"""Whether a letter is a plan or a dispute, told from its signals and headings.

A wrong "dispute" would hide every fault of a plan, so what speaks for a plan weighs against it, and a letter that is
neither plainly is a plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from poalint.lexicon import Lexicons, cut
from poalint.model import Letter
from poalint.model.reading import Block, Reading, Signal

if TYPE_CHECKING:
    from poalint.schema.tables import LetterFile


def told(blocks: Sequence[Block], signals: Iterable[Signal], table: LetterFile, lexicons: Lexicons) -> Letter:
    """What a letter is by its signals: a dispute where it says so and enough speaks for that, else a plan."""
    sentences: dict[str, set[int]] = {}
    for signal in signals:
        sentences.setdefault(signal.name, set()).add(signal.sentence)
    given = {*sentences, *_titled(blocks, table, lexicons)}
    if given.isdisjoint(table.needs):
        return "plan"
    headed = {block.role for block in blocks if block.kind == "heading" or block.run_in}
    weight = sum(mark for name, mark in table.marks.items() if name in given)
    weight -= sum(mark * min(len(sentences.get(name, ())), table.most) for name, mark in table.plan.items())
    weight -= sum(mark for role, mark in table.parts.items() if role in headed)
    return "dispute" if weight >= table.enough else "plan"


def as_looked_at(reading: Reading, letters: Sequence[Letter]) -> Reading:
    """The reading as a letter that a rule for ``letters`` looks at: what an example of the rule is run as."""
    return reading if reading.letter in letters else replace(reading, letter=letters[0])


def _titled(blocks: Sequence[Block], table: LetterFile, lexicons: Lexicons) -> set[str]:
    """The signals that headings stand for: no sentence is made of a heading, so none is heard there."""
    found: set[str] = set()
    for block in blocks:
        if block.kind == "heading" and not block.quoted:
            words = [(token, token, "") for token in cut(block.text.lower())]
            found |= {match.name for match in lexicons.find(words)}
    return {signal for name, signal in table.titles.items() if name.removeprefix("@") in found}
