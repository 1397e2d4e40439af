"""Findings to pillars, score and verdict: pure arithmetic."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from poalint.model import FLAGS, PILLARS, Draft, Finding, Letter, Pillar, Report, Scale, Status

_WORSE: dict[Status | None, int] = {None: 0, "pass": 0, "weak": 1, "fail": 2}
_STATUSES: tuple[Status, ...] = ("pass", "weak", "fail")


def report(
    draft: Draft,
    findings: Iterable[Finding],
    scale: Scale,
    letter: Letter = "plan",
    judged: Collection[str | None] = PILLARS,
) -> Report:
    """A draft's report. Points are taken where findings stand; removing a finding never lowers the score.

    A plan has what its ``judged`` pillars keep, as parts of 100, less what other findings cost; a dispute, and a plan
    of which no pillar is judged, have 100, less what their findings cost.
    """
    ordered = sorted(findings, key=lambda each: (each.start is None, each.start or 0, each.end or 0, each.rule))
    priced = _priced(ordered, scale)
    pillars = _pillars(priced, scale, judged if letter == "plan" else ())
    outside = [(finding.rule, finding.points) for finding in priced if finding.pillar is None and finding.points]
    most = scale.most_deducted if letter == "plan" else scale.most_deducted_of_dispute
    deducted = min(sum(points for _, points in outside), most)
    flags = {finding.flag for finding in priced if finding.flag}
    told = tuple(flag for flag in FLAGS if flag in flags)
    made = Report(draft, 0, "", tuple(pillars), told, tuple(outside), tuple(priced), letter=letter)
    made = replace(made, score=max(0, round(made.whole - deducted)))
    return replace(made, verdict=_verdict(made, scale))


def _pillars(priced: Sequence[Finding], scale: Scale, judged: Collection[str | None]) -> list[Pillar]:
    """Each judged pillar as bad as its worst finding, without what its findings cost."""
    pillars = []
    for name in PILLARS:
        if name not in judged:
            pillars.append(Pillar(name, "not judged", None, scale.weights[name]))
            continue
        own = [finding for finding in priced if finding.pillar == name]
        status = _STATUSES[max((_WORSE[finding.status] for finding in own), default=0)]
        lost = min(sum(finding.points for finding in own), scale.weights[name])
        pillars.append(Pillar(name, status, scale.weights[name] - lost, scale.weights[name]))
    return pillars


def _priced(findings: Sequence[Finding], scale: Scale) -> list[Finding]:
    """The findings with their points; a rule's first one costs its full price, each further one a little."""
    seen: set[str] = set()
    priced = []
    for finding in findings:
        points = scale.repeat if finding.rule in seen and finding.points else finding.points
        seen.add(finding.rule)
        priced.append(finding if points == finding.points else replace(finding, points=points))
    return priced


def _verdict(made: Report, scale: Scale) -> str:
    """The verdict by the scale's bounds; a plan of which some pillar is not judged is never ready."""
    failed = bool(made.unjudged) or any(pillar.status == "fail" for pillar in made.pillars)
    if made.score >= scale.ready and not failed and not made.has_error:
        return "ready"
    return "not ready" if made.score < scale.revise else "revise"
