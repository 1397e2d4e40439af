"""``unfit``: a remedy or argument that does not fit the letter's case."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from poalint.facts import Facts
from poalint.kinds.common import shortened
from poalint.model.reading import Clause, Hint, Hit, Reading
from poalint.schema.rules import UnfitRemedy
from poalint.speech import Tellable

_NEGATIONS = frozenset({"not", "never", "no", "n't", "without"})


def unfit(fields: UnfitRemedy, facts: Facts) -> Callable[[Reading], Iterator[Hint]]:
    """A finding at the first sentence with each remedy or argument that the profile of the letter's case calls unfit.

    What a clause denies ("we no longer ask for a removal") or does not assert is none.
    """

    def check(reading: Reading) -> Iterator[Hint]:
        if reading.case is None:
            return
        for wrong in facts.profiles[reading.case.violation].unfit:
            if wrong.tag not in reading.heard:
                continue
            for sentence in reading.sentences:
                hit = next((hit for clause in sentence.clauses if (hit := _said(clause, wrong.tag))), None)
                if hit is not None and not reading.blocks[sentence.block].quoted:
                    words = shortened(reading.draft.text[sentence.start : sentence.end], 120)
                    fill: dict[str, Tellable] = {"words": words, "because": wrong.because, "instead": wrong.instead}
                    yield Hint(sentence.start, sentence.end, fill, hit.words)
                    break

    return check


def _said(clause: Clause, tag: str) -> Hit | None:
    """The words of lexicon ``tag`` in a clause that asserts them."""
    if clause.assertion != "asserted":
        return None
    denied = clause.polarity == "negative"
    return next(
        (hit for hit in clause.hits if hit.name == tag and not (denied and _NEGATIONS.isdisjoint(hit.words.split()))),
        None,
    )
