"""``section``: what a heading or a first sentence announces must follow under it, not somewhere else in the letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from poalint.facts import Facts
from poalint.kinds.common import holding, loose, present, shortened
from poalint.model.reading import Block, Hint, Reading, Sentence
from poalint.schema.rules import Section
from poalint.speech import Tellable


def section(fields: Section, facts: Facts) -> Callable[[Reading], Iterator[Hint]]:
    """One finding, at what stands there instead, where sections are announced and none of them holds a signal."""
    announced = re.compile("|".join(f"(?:{loose(each)})" for each in fields.announced), re.IGNORECASE)

    def check(reading: Reading) -> Iterator[Hint]:
        if present(reading, fields.unless):
            return
        found = [each for each in _sections(reading, announced) if each and each[0].role in ("", *fields.roles)]
        held = holding(reading, fields.signals)
        if not found or any(sentence.index in held for each in found for sentence in each):
            return
        first = found[0][0]
        words = reading.draft.text[first.start : first.end]
        fill: dict[str, Tellable] = {"words": shortened(words, 120)}
        yield Hint(first.start, first.end, fill, "")

    return check


def _sections(reading: Reading, announced: re.Pattern[str]) -> Iterator[list[Sentence]]:
    """The sentences of each section: those under a heading, or of a paragraph, that begins with what announces it."""
    under: dict[int, list[Sentence]] = {}
    for sentence in reading.sentences:
        under.setdefault(sentence.block, []).append(sentence)
    for at, block in enumerate(reading.blocks):
        if block.quoted:
            continue
        if block.kind == "heading" and announced.match(block.text):
            yield [each for inside in _below(reading.blocks[at + 1 :]) for each in under.get(inside.index, ())]
        elif block.kind == "paragraph" and announced.match(block.text):
            told = under.get(block.index, [])
            alone = len(told) == 1 and block.text.rstrip().endswith((":", "."))
            follows = reading.blocks[at + 1 : at + 2] if alone and block.text.rstrip().endswith(":") else ()
            yield [*told, *(each for inside in follows for each in under.get(inside.index, ()))]


def _below(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks up to the next heading."""
    for block in blocks:
        if block.kind == "heading":
            return
        yield block
