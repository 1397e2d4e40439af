"""``one-name``: what the draft calls by a name, it must call by one name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from poalint.facts import Facts
from poalint.kinds.common import loose, present, shortened
from poalint.model.reading import Hint, Reading
from poalint.schema.found import OneName
from poalint.speech import Tellable

_PARTS = re.compile(r"[^\W_]+")


def one_name(fields: OneName, facts: Facts) -> Callable[[Reading], Iterator[Hint]]:
    """A finding at the first name that shares no word with the first one that a pattern of ``called`` finds.

    Words of ``empty`` are no share: any two names may have them. A name that another contains is the same.
    """
    patterns = [re.compile(loose(each)) for each in fields.called]
    empty = frozenset(each.lower() for each in fields.empty)

    def check(reading: Reading) -> Iterator[Hint]:
        if present(reading, fields.unless):
            return
        seen = reading.draft.plain
        quoted = [(seen.at(b.start), seen.at(b.end)) for b in reading.blocks if b.kind == "quote" or b.quoted]
        found = sorted((match for each in patterns for match in each.finditer(seen.text)), key=_place)
        names = [
            (parts, match)
            for match in found
            if (parts := frozenset(_PARTS.findall(match["name"].lower())) - empty)
            and not any(start <= match.start() < end for start, end in quoted)
        ]
        for parts, match in names[1:]:
            first, other = names[0]
            if first.isdisjoint(parts):
                start, end = seen.span(*match.span("name"))
                where = reading.draft.told(seen.span(*other.span("name"))[0])
                fill: dict[str, Tellable] = {
                    "words": shortened(match["name"]),
                    "other": shortened(other["name"]),
                    "where": where,
                }
                yield Hint(start, end, fill, f"{other['name']} / {match['name']}")
                return

    return check


def _place(match: re.Match[str]) -> int:
    return match.start("name")
