"""Findings to pillars, score and verdict: pure arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from poalint.model import FLAGS, PILLARS, Draft, Finding, Letter, Pillar, Report, Scale, Status

_WORSE: dict[Status | None, int] = {None: 0, "pass": 0, "weak": 1, "fail": 2}
_STATUSES: tuple[Status, ...] = ("pass", "weak", "fail")


def report(draft: Draft, findings: Iterable[Finding], scale: Scale, letter: Letter = "plan") -> Report:
    """A draft's report. Points are taken where findings stand; removing a finding never lowers the score.

    A plan has what its pillars keep, less what other findings cost; a dispute has 100, less what its findings cost.
    """
    ordered = sorted(findings, key=lambda each: (each.start is None, each.start or 0, each.end or 0, each.rule))
    priced = _priced(ordered, scale)
    pillars = _of_plan(priced, scale) if letter == "plan" else _not_judged(scale)
    outside = [(finding.rule, finding.points) for finding in priced if finding.pillar is None and finding.points]
    most = scale.most_deducted if letter == "plan" else scale.most_deducted_of_dispute
    deducted = min(sum(points for _, points in outside), most)
    flags = {finding.flag for finding in priced if finding.flag}
    told = tuple(flag for flag in FLAGS if flag in flags)
    made = Report(draft, 0, "", tuple(pillars), told, tuple(outside), tuple(priced), letter=letter)
    made = replace(made, score=max(0, round(made.whole - deducted)))
    return replace(made, verdict=_verdict(made, scale))


def _of_plan(priced: Sequence[Finding], scale: Scale) -> list[Pillar]:
    """Each pillar as bad as its worst finding, without what its findings cost."""
    pillars = []
    for name in PILLARS:
        own = [finding for finding in priced if finding.pillar == name]
        status = _STATUSES[max((_WORSE[finding.status] for finding in own), default=0)]
        lost = min(sum(finding.points for finding in own), scale.weights[name])
        pillars.append(Pillar(name, status, scale.weights[name] - lost, scale.weights[name]))
    return pillars


def _not_judged(scale: Scale) -> list[Pillar]:
    return [Pillar(name, "not judged", None, scale.weights[name]) for name in PILLARS]


def _priced(findings: Sequence[Finding], scale: Scale) -> list[Finding]:
    """The findings with their points; a rule's first one costs its full price, each further one a little."""
    seen: set[str] = set()
    priced = []
    for finding in findings:
        points = scale.repeat if finding.rule in seen and finding.points else finding.points
        seen.add(finding.rule)
        priced.append(replace(finding, points=points))
    return priced


def _verdict(made: Report, scale: Scale) -> str:
    failed = any(pillar.status == "fail" for pillar in made.pillars)
    if made.score >= scale.ready and not failed and not made.has_error:
        return "ready"
    return "not ready" if made.score < scale.revise else "revise"
