"""Two reports compared: what became of the findings, how score and pillars moved, and what was not alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from poalint.redraft.matching import Matched, matched
from poalint.redraft.sides import Seen, Side
from poalint.speech import Phrase, Tellable

_RANKS = {"pass": 0, "weak": 1, "fail": 2}
"""How bad the statuses of pillars are."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that is told of two reports. ``told`` says what makes them hard to compare."""

    old: Side
    new: Side
    findings: Matched
    told: tuple[Tellable, ...]

    @property
    def alike(self) -> bool:
        """Whether both were judged as the same kind of letter: what a dispute costs says nothing of a plan."""
        return self.old.letter == self.new.letter

    @property
    def gained(self) -> int:
        """How many points the score rose; below 0 where it fell."""
        return self.new.score - self.old.score

    @property
    def worse(self) -> bool:
        """Whether the score fell, or an error is new. A lesser fault may be new because a greater one was mended."""
        fell = self.alike and self.gained < 0
        return fell or any(each.severity == "error" for each in self.findings.new)

    @property
    def mended(self) -> tuple[Seen, ...]:
        """The old findings that are gone, and in whose place nothing worse came; none where the two do not compare."""
        if not self.alike:
            return ()
        return tuple(each for each in self.findings.mended if not self._aside(each) and not self._worse(each))

    @property
    def became(self) -> tuple[tuple[Seen, Seen], ...]:
        """The old findings that are gone since their pillar got worse, each with the new one that says so."""
        if not self.alike:
            return ()
        gone = ((each, self._worse(each)) for each in self.findings.mended if not self._aside(each))
        return tuple((was, now) for was, now in gone if now)

    @property
    def left_out(self) -> tuple[tuple[Seen, str], ...]:
        """The old findings that nobody mended and that do not count any more, each with why: allowed or known."""
        return tuple((each, why) for each in self.findings.mended if (why := self._aside(each)))

    def _worse(self, seen: Seen) -> Seen | None:
        """The new finding of the same pillar that costs most, where that pillar got worse."""
        before, after = (dict(side.pillars).get(seen.pillar or "") for side in (self.old, self.new))
        if before is None or after is None or _RANKS.get(after.status, 0) <= _RANKS.get(before.status, 0):
            return None
        own = [each for each in self.findings.new if each.pillar == seen.pillar]
        return max(own, key=lambda each: each.points, default=None)

    def _aside(self, seen: Seen) -> str:
        return dict(self.new.left_out).get(seen.fingerprint, "")


def compared(old: Side, new: Side) -> Comparison:
    """Compare two reports."""
    return Comparison(old, new, matched(old.findings, new.findings), tuple(_unlike(old, new)))


def _unlike(old: Side, new: Side) -> Iterator[Tellable]:
    if old.letter != new.letter:
        yield Phrase(
            "The old one was judged as a {old}, the new one as a {new}: the two do not compare.",
            old=Phrase(old.letter), new=Phrase(new.letter),
        )  # fmt: skip
    if hidden := [each for each in (old, new) if any(seen.hidden for seen in each.findings)]:
        yield Phrase(
            "The words are hidden in {paths}: what has no equal fingerprint is matched by rule and place.",
            paths=", ".join(dict.fromkeys(each.path for each in hidden)),
        )
    if old.version != new.version:
        yield Phrase(
            "The old report is of poalint {old}, the new one of {new}: rules may have changed.",
            old=old.version, new=new.version,
        )  # fmt: skip
    if old.packs != new.packs:
        yield Phrase("Other rules judged: {old} before, {new} now.", old=_packs(old), new=_packs(new))
    if old.lang and new.lang and old.lang != new.lang:
        yield Phrase("The old report is in another language: what it says is told as it stands.")


def _packs(side: Side) -> str:
    return " + ".join(" ".join(each) for each in side.packs) or "?"
