"""``pattern``: each match of a regular expression in the draft, as it reads, is a finding."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from poalint.facts import Facts
from poalint.kinds.common import loose, shortened
from poalint.model.reading import Hint, Reading
from poalint.schema.rules import Pattern
from poalint.speech import Phrase


def pattern(fields: Pattern, facts: Facts) -> Callable[[Reading], Iterator[Hint]]:
    """Findings at each match of ``patterns`` that is not wholly matched by one of ``allow``."""
    wanted = re.compile("|".join(f"(?:{loose(each)})" for each in fields.patterns))
    allowed = re.compile("|".join(f"(?:{each})" for each in fields.allow)) if fields.allow else None

    def check(reading: Reading) -> Iterator[Hint]:
        seen = reading.draft.plain
        for match in wanted.finditer(seen.text):
            if not (allowed and allowed.fullmatch(match[0])):
                cue = Phrase("pattern: {words}", words=match[0][:40])
                yield Hint(*seen.span(*match.span()), {"words": shortened(match[0])}, cue)

    return check
