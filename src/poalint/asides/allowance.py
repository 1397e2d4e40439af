"""An allowance: what a writer lets stand, where, and why; it is the same wherever it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from poalint.fingerprints import normal
from poalint.model import Draft, Finding
from poalint.speech import Tellable

Fault = Literal["malformed", "unknown", "without-reason", "unused"]
"""What can be wrong with an allowance; there is a built-in rule for each."""
FAULTS: tuple[Fault, ...] = get_args(Fault)


@dataclass(frozen=True, slots=True)
class Named:
    """A rule, pillar or flag that an allowance names, with its span in the draft, if that is where it is written."""

    name: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is allowed (``names``) and why, in the whole letter or only in ``scope``, a span of the draft.

    ``words`` (as fingerprints compare them) must stand in what is found, where they are given.
    ``place`` says where the allowance is written, if that is not the draft; otherwise ``start`` and ``end`` do.
    ``malformed`` says what makes it none; nothing else is then asked of it.
    """

    names: tuple[Named, ...] = ()
    reason: str = ""
    whole: bool = True
    scope: tuple[int, int] = (0, 0)
    words: str = ""
    start: int | None = None
    end: int | None = None
    place: str = ""
    malformed: Tellable = ""

    @property
    def holds(self) -> bool:
        """Whether it allows anything at all: without a reason it does not."""
        return not self.malformed and bool(self.reason)

    def covers(self, finding: Finding, draft: Draft) -> bool:
        """Whether a finding stands where the allowance holds."""
        if finding.start is None or finding.end is None:
            return self.whole and not self.words
        if self.words:
            return self.words in normal(draft.words(finding.start, finding.end))
        return self.whole or self.scope[0] <= finding.start < self.scope[1]


def names(name: str, finding: Finding) -> bool:
    """Whether a name means the rule of a finding: by its own name, its pillar's or its flag's."""
    return name in (finding.rule, finding.pillar, finding.flag)
