"""From all that was found in a draft to its report: what does not count is set aside, the rest is priced."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from poalint import fingerprints, score
from poalint.asides.allowances import set_aside
from poalint.asides.written import written
from poalint.gates import Gate, misses, not_asked
from poalint.model import SEVERITIES, Assessment, Finding, LeftOut, Report
from poalint.selection import Selection

Aside = Callable[[Assessment, tuple[Finding, ...]], tuple[tuple[Finding, ...], tuple[LeftOut, ...]]]
"""Tells findings that count from those that do not. It may add findings of its own."""


def report(
    found: Assessment, selection: Selection | None = None, asides: Iterable[Aside] = (), gate: Gate | None = None
) -> Report:
    """The report on a draft: of what was found, that which is selected and that nobody set aside, gates applied."""
    selection = selection or Selection()
    known = [rule for rule in found.rulebook.rules if found.letter in rule.letters]
    rules = tuple(known if selection.is_whole else filter(selection.keeps, known))
    judged = {rule.pillar for rule in rules}
    # echoes go first: one whose louder voice is set aside must not be heard instead
    told = _without_echoes(each for each in found.findings if selection.keeps(each))
    kept, left_out = set_aside(written(found.draft), found, fingerprints.marked(found.draft, told), selection.keeps)
    for aside in asides:
        kept, out = aside(found, kept)
        left_out += out
    made = score.report(found.draft, kept, found.rulebook.scale, found.letter, judged)
    with_known = _with_known(found, kept, left_out, judged)
    made = replace(
        made, case=found.case, letter_given=found.letter_given, rules=rules, left_out=left_out,
        score_with_known=with_known, rivals=found.rivals, rules_known=len(known),
    )  # fmt: skip
    gate = gate or Gate()
    return replace(made, misses=misses(made, gate), not_asked=not_asked(made, gate), failing=gate.failing)


def _with_known(
    found: Assessment, kept: tuple[Finding, ...], left_out: Iterable[LeftOut], judged: Collection[str | None]
) -> int | None:
    """The score if what the baseline knows counted too; None where it knows nothing."""
    known = [each.finding for each in left_out if each.by == "known"]
    if not known:
        return None
    return score.report(found.draft, [*kept, *known], found.rulebook.scale, found.letter, judged).score


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
