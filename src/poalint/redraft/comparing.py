"""Two reports compared: what became of the findings, how score and pillars moved, and what was not alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from poalint.redraft.matching import Matched, matched
from poalint.redraft.sides import Seen, Side
from poalint.speech import Phrase, Tellable


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that is told of two reports. ``told`` says what makes them hard to compare."""

    old: Side
    new: Side
    findings: Matched
    told: tuple[Tellable, ...]

    @property
    def gained(self) -> int:
        """How many points the score rose; below 0 where it fell."""
        return self.new.score - self.old.score

    @property
    def worse(self) -> bool:
        """Whether the score fell, or an error is new. A lesser fault may be new because a greater one was mended."""
        return self.gained < 0 or any(each.severity == "error" for each in self.findings.new)

    @property
    def mended(self) -> tuple[Seen, ...]:
        """The old findings that are gone."""
        return tuple(each for each in self.findings.mended if not self._aside(each))

    @property
    def left_out(self) -> tuple[tuple[Seen, str], ...]:
        """The old findings that nobody mended and that do not count any more, each with why: allowed or known."""
        return tuple((each, why) for each in self.findings.mended if (why := self._aside(each)))

    def _aside(self, seen: Seen) -> str:
        return dict(self.new.left_out).get(seen.fingerprint, "")


def compared(old: Side, new: Side) -> Comparison:
    """Compare two reports."""
    return Comparison(old, new, matched(old.findings, new.findings), tuple(_unlike(old, new)))


def _unlike(old: Side, new: Side) -> Iterator[Tellable]:
    if old.letter != new.letter:
        yield Phrase(
            "The old one was judged as a {old}, the new one as a {new}: their scores do not compare.",
            old=Phrase(old.letter), new=Phrase(new.letter),
        )  # fmt: skip
    if old.version != new.version:
        said = "The old report is of poalint {old}, the new one of {new}: rules may have changed."
        yield Phrase(said, old=old.version, new=new.version)
    if old.packs != new.packs:
        said = "Other rules judged: {old} before, {new} now."
        yield Phrase(said, old=_packs(old), new=_packs(new))
    if old.lang and new.lang and old.lang != new.lang:
        yield Phrase("The old report is in another language: what it says is told as it stands.")


def _packs(side: Side) -> str:
    return " + ".join(" ".join(each) for each in side.packs) or "?"
