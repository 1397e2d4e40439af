"""From all that was found in a draft to its report: what does not count is set aside, the rest is priced."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from poalint import fingerprints, score
from poalint.gates import Gate, misses
from poalint.model import SEVERITIES, Assessment, Finding, LeftOut, Report
from poalint.selection import Selection

Aside = Callable[[Assessment, tuple[Finding, ...]], tuple[tuple[Finding, ...], tuple[LeftOut, ...]]]
"""Tells findings that count from those that do not. It may add findings of its own."""


def report(
    found: Assessment, selection: Selection | None = None, asides: Iterable[Aside] = (), gate: Gate | None = None
) -> Report:
    """The report on a draft: of what was found, that which is selected and that nobody set aside, gates applied."""
    selection = selection or Selection()
    rules = tuple(r for r in found.rulebook.rules if found.letter in r.letters and selection.keeps(r))
    kept = fingerprints.marked(found.draft, (each for each in found.findings if selection.keeps(each)))
    left_out: tuple[LeftOut, ...] = ()
    for aside in asides:
        kept, out = aside(found, kept)
        left_out += out
    made = score.report(found.draft, _without_echoes(kept), found.rulebook.scale, found.letter)
    made = replace(made, case=found.case, letter_given=found.letter_given, rules=rules, left_out=left_out)
    gate = gate or Gate()
    return replace(made, misses=misses(made, gate), failing=gate.failing)


def _without_echoes(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, each flag told once at a place: by the worst and dearest, unless others mark another pillar."""
    told: dict[tuple[str | None, int | None, int | None], Finding] = {}
    kept = []
    for finding in sorted(findings, key=_weight):
        first = told.setdefault((finding.flag, finding.start, finding.end), finding)
        echoes = finding is not first and finding.pillar in (None, first.pillar)
        if finding.flag is None or finding.start is None or not echoes:
            kept.append(finding)
    return kept


def _weight(finding: Finding) -> tuple[int, float]:
    return SEVERITIES.index(finding.severity), -finding.points
