"""What a draft must reach to pass. Each draft is asked alone, so that no average hides a bad letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from poalint.model import SEVERITIES, Miss, Report, Severity
from poalint.speech import Counted, Phrase

FailOn = Literal["error", "warning", "note", "never"]
_WORSE = {"pass": 0, "weak": 1, "fail": 2}
_NOTHING = "fail"
"""The status of a pillar that asks for nothing."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What is asked of every draft. ``min_pillars`` names for pillars the worst status that passes."""

    fail_on: FailOn = "error"
    min_score: int | None = None
    min_pillars: Mapping[str, str] = field(default_factory=dict)
    max_warnings: int | None = None

    @property
    def failing(self) -> tuple[Severity, ...]:
        """The severities of which none may stand."""
        return () if self.fail_on == "never" else SEVERITIES[: SEVERITIES.index(self.fail_on) + 1]


def misses(report: Report, gate: Gate) -> tuple[Miss, ...]:
    """The gates that a draft does not pass, each with by how much; none where it passes."""
    return tuple(miss for asked in _ASKED for miss in asked(report, gate))


def not_asked(report: Report, gate: Gate) -> tuple[Miss, ...]:
    """The gates that ask for something that such a letter has not, each with why it is let pass."""
    if report.letter != "dispute" or all(wanted == _NOTHING for wanted in gate.min_pillars.values()):
        return ()
    return (Miss("min-pillar", Phrase("not asked of this letter: a dispute has no pillars")),)


def _fail_on(report: Report, gate: Gate) -> Iterator[Miss]:
    found = sum(finding.severity in gate.failing for finding in report.findings)
    if found:
        worse = "{found}, and none may stand" if len(gate.failing) == 1 else "{found} or worse, and none may stand"
        yield Miss("fail-on", Phrase(worse, found=Counted(found, gate.fail_on)))


def _min_score(report: Report, gate: Gate) -> Iterator[Miss]:
    if gate.min_score is not None and report.score < gate.min_score:
        said = "the score is {score}, {short} below the {wanted} asked for"
        short = gate.min_score - report.score
        yield Miss("min-score", Phrase(said, score=report.score, short=short, wanted=gate.min_score))


def _min_pillars(report: Report, gate: Gate) -> Iterator[Miss]:
    for pillar in report.pillars:
        wanted = gate.min_pillars.get(pillar.name, _NOTHING)
        if pillar.status == "not judged":
            if wanted != _NOTHING and report.letter == "plan":
                unjudged = "{pillar} is not judged, as no rule of it ran, and must be at least {wanted}"
                yield Miss("min-pillar", Phrase(unjudged, pillar=Phrase(pillar.name), wanted=Phrase(wanted)))
        elif _WORSE[pillar.status] > _WORSE[wanted]:
            said = "{pillar} is {status}, and must be at least {wanted}"
            status = Phrase(pillar.status)
            yield Miss("min-pillar", Phrase(said, pillar=Phrase(pillar.name), status=status, wanted=Phrase(wanted)))


def _max_warnings(report: Report, gate: Gate) -> Iterator[Miss]:
    if gate.max_warnings is None:
        return
    found = sum(finding.severity == "warning" for finding in report.findings)
    if found > gate.max_warnings:
        said = "{found}, {over} more than the {most} allowed"
        warnings = Counted(found, "warning")
        yield Miss("max-warnings", Phrase(said, found=warnings, over=found - gate.max_warnings, most=gate.max_warnings))


_ASKED: tuple[Callable[[Report, Gate], Iterator[Miss]], ...] = (_fail_on, _min_score, _min_pillars, _max_warnings)
