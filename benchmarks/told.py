"""What is said of the corpus: by the program, by the program with a layer left out, by the peer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from gold import Gold
from poalint.engine import Engine
from poalint.model import Draft, Finding
from poalint.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Judged:
    """What is said of one draft; of one that is refused, nothing."""

    statuses: Mapping[str, str] = field(default_factory=dict)
    flags: frozenset[str] = frozenset()
    score: float = 0.0
    findings: tuple[Finding, ...] = ()
    has_findings: bool = False
    violation: str | None = None

    @property
    def refused(self) -> bool:
        """Tell whether the draft was not judged at all."""
        return not self.statuses

    @property
    def has_error(self) -> bool:
        """Tell whether any finding is an error."""
        return any(finding.severity == "error" for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of letters and pairs (by id), and the signals heard in cases; None for a refused one."""

    letters: Mapping[str, Judged]
    pairs: Mapping[str, Judged]
    cases: Mapping[str, frozenset[str] | None]


@dataclass(frozen=True, slots=True)
class Read:
    """The corpus as it was read, parsed once; None where a text was refused."""

    letters: Mapping[str, Reading | None]
    pairs: Mapping[str, Reading | None]
    cases: Mapping[str, Reading | None]


def read(engine: Engine, gold: Gold) -> Read:
    """Read everything, once."""
    return Read(
        _readings(engine, {each.id: each.draft for each in gold.letters}),
        _readings(engine, {each.id: each.worse for each in gold.pairs}),
        _readings(engine, {each.id: each.draft for each in gold.cases}),
    )


def by_rules(engine: Engine, read: Read, change: Callable[[Reading], Reading] = lambda same: same) -> Told:
    """Judge what was read; ``change`` may take something from a reading before it is judged."""

    def judged(reading: Reading | None) -> Judged:
        if reading is None:
            return Judged()
        report = engine.judge(change(reading))
        statuses = {pillar.name: pillar.status for pillar in report.pillars}
        violation = report.case.violation if report.case else None
        return Judged(statuses, frozenset(report.flags), report.score, report.findings, True, violation)

    return Told(
        {name: judged(reading) for name, reading in read.letters.items()},
        {name: judged(reading) for name, reading in read.pairs.items()},
        {name: None if reading is None else frozenset(change(reading).by_name) for name, reading in read.cases.items()},
    )


def by_peer(judge: Callable[[str], tuple[dict[str, str], frozenset[str], float]], gold: Gold) -> Told:
    """Ask the peer; it knows no signals."""
    return Told(
        {each.id: Judged(*judge(each.draft.text)) for each in gold.letters},
        {each.id: Judged(*judge(each.worse.text)) for each in gold.pairs},
        {},
    )


def _readings(engine: Engine, drafts: Mapping[str, Draft]) -> dict[str, Reading | None]:
    outcomes: Iterable[object] = engine.read_all(drafts.values())
    return {
        name: outcome if isinstance(outcome, Reading) else None for name, outcome in zip(drafts, outcomes, strict=True)
    }
