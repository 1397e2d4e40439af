"""``agree``: two statements of one thing must not contradict each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from poalint.facts import Facts
from poalint.kinds.common import loose, quoted, shortened, standing
from poalint.kinds.totals import totals
from poalint.model.reading import Hint, Reading
from poalint.schema.rules import Agree
from poalint.speech import Tellable

_NUMBER = r"(?<!\d)(?P<value>\d{1,12}(?:[.,]\d{1,12})?)"


def agree(fields: Agree, facts: Facts) -> Callable[[Reading], Iterator[Hint]]:
    """Findings where a quantity has two figures, a total does not go with what was counted, or a ``clash`` stands.

    A quantity is a pattern with ``{value}``; a named group ``what`` in it says which thing is counted. A clash is a
    group of signals all of which stand in one draft.
    """
    of_totals = totals(fields.totals) if fields.totals else None
    patterns = [re.compile(loose(each).replace("{value}", _NUMBER), re.IGNORECASE) for each in fields.quantities]

    def check(reading: Reading) -> Iterator[Hint]:
        seen = reading.draft.plain
        own = [(seen.at(b.start), seen.at(b.end)) for b in reading.blocks if b.kind != "quote" and not b.quoted]
        for pattern in patterns:
            first: dict[str, re.Match[str]] = {}
            for match in pattern.finditer(seen.text):
                if not any(start <= match.start() < end for start, end in own):
                    continue
                what = " ".join((match.groupdict().get("what") or "").lower().split()).removesuffix("s")
                earlier = first.setdefault(what, match)
                if earlier["value"].replace(",", "") != match["value"].replace(",", ""):
                    fill = _told(reading, shortened(match[0]), shortened(earlier[0]), seen.span(*earlier.span())[0])
                    yield Hint(*seen.span(*match.span()), fill, f"{earlier['value']} / {match['value']}")
        for clash in of_totals(reading) if of_totals else ():
            total, count = clash.total, clash.count
            words, before = (shortened(seen.text[each.start : each.end]) for each in (total, count))
            fill = _told(reading, words, before, seen.span(count.start, count.end)[0])
            yield Hint(*seen.span(total.start, total.end), fill, f"{count.number} / {total.number}")
        for group in fields.clash:
            found = [standing(reading, [name]) for name in group]
            if all(found):
                last = max((each[0] for each in found), key=lambda signal: signal.start)
                other = min((each[0] for each in found), key=lambda signal: signal.start)
                fill = _told(reading, quoted(reading, last, 60), quoted(reading, other, 60), other.start)
                yield Hint(last.start, last.end, fill, last.cue)

    return check


def _told(reading: Reading, words: str, other: str, at: int) -> dict[str, Tellable]:
    """What fills a message: the later words, the earlier ones, and where these stand."""
    return {"words": words, "other": other, "where": reading.draft.told(at)}
