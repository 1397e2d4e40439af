"""``agree``: two statements of one thing must not contradict each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from poalint.kinds.common import loose, quoted, shortened, standing
from poalint.model import Hint, Reading
from poalint.schema.rules import Agree

_NUMBER = r"(?<!\d)(?P<value>\d{1,12}(?:[.,]\d{1,12})?)"


def agree(fields: Agree) -> Callable[[Reading], Iterator[Hint]]:
    """Findings where a quantity has two figures, or where all signals of a group in ``clash`` stand in one draft.

    A quantity is a pattern with ``{value}``; a named group ``what`` in it says which thing is counted.
    """
    patterns = [re.compile(loose(each).replace("{value}", _NUMBER), re.IGNORECASE) for each in fields.quantities]

    def check(reading: Reading) -> Iterator[Hint]:
        text = reading.draft.text
        own = [(b.start, b.end) for b in reading.blocks if b.kind != "quote" and not b.quoted]
        for pattern in patterns:
            first: dict[str, re.Match[str]] = {}
            for match in pattern.finditer(text):
                if not any(start <= match.start() < end for start, end in own):
                    continue
                what = " ".join((match.groupdict().get("what") or "").lower().split()).removesuffix("s")
                earlier = first.setdefault(what, match)
                if earlier["value"].replace(",", "") != match["value"].replace(",", ""):
                    line, _ = reading.draft.position(earlier.start())
                    fill = {"words": shortened(match[0]), "other": shortened(earlier[0]), "line": str(line)}
                    yield Hint(match.start(), match.end(), fill, f"{earlier['value']} / {match['value']}")
        for group in fields.clash:
            found = [standing(reading, [name]) for name in group]
            if all(found):
                last = max((each[0] for each in found), key=lambda signal: signal.start)
                other = min((each[0] for each in found), key=lambda signal: signal.start)
                line, _ = reading.draft.position(other.start)
                fill = {"words": quoted(reading, last, 60), "other": quoted(reading, other, 60), "line": str(line)}
                yield Hint(last.start, last.end, fill, last.cue)

    return check
