"""``require``: a signal must stand in the draft. What is missing has no place, but something may come close."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from poalint.facts import Facts
from poalint.kinds.common import applies, holding, quoted, standing
from poalint.model.reading import Hint, Reading
from poalint.schema.rules import Require
from poalint.speech import Phrase, Said


def require(fields: Require, facts: Facts) -> Callable[[Reading], Iterator[Hint]]:
    """One finding without a place where fewer than ``at_least`` of the signals stand (each with one of ``also``)."""

    def check(reading: Reading) -> Iterator[Hint]:
        if not applies(reading, fields.when, fields.unless):
            return
        found = standing(reading, fields.signals, fields.roles)
        if fields.also:
            beside = holding(reading, fields.also)
            found = [signal for signal in found if signal.sentence in beside]
        if len(found) >= fields.at_least:
            return
        for near in fields.closest:
            close = standing(reading, [near.signal], fields.roles) or standing(reading, [near.signal])
            if close:
                said = Phrase(
                    "Closest is {where}: \u201c{words}\u201d, but {because}.",
                    where=reading.draft.told(close[0].start),
                    words=quoted(reading, close[0]),
                    because=Said(near.because, near.zh),
                )
                yield Hint(fill={"closest": said, "found": str(len(found))}, cue=close[0].cue)
                return
        yield Hint(fill={"closest": Phrase("No sentence comes close."), "found": str(len(found))})

    return check
