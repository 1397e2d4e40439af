"""Findings that allowances set aside, and what is wrong with the allowances."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from poalint import fingerprints
from poalint.asides.allowance import FAULTS, Allowance, Fault, Named, names
from poalint.asides.faults import told
from poalint.errors import meant
from poalint.model import Assessment, Finding, LeftOut, RuleInfo
from poalint.speech import Phrase, Tellable

Findings = tuple[Finding, ...]
Keeps = Callable[[Finding | RuleInfo], bool]
"""Tells whether a rule, or what it found, is among those that were asked for."""


def set_aside(
    allowances: Iterable[Allowance], found: Assessment, kept: Findings, keeps: Keeps
) -> tuple[Findings, tuple[LeftOut, ...]]:
    """The findings that count, faults of the allowances among them, and those that are allowed."""
    asked = tuple(allowances)
    if not asked:
        return kept, ()
    own = {rule.rule for _, rule in found.rulebook.of_allowances}
    reasons: dict[int, str] = {}
    # the closest reason is told: that of a block before that of the whole letter
    for each in sorted(asked, key=lambda each: each.whole):
        for number, finding in enumerate(kept):
            if each.holds and finding.rule not in own and _allows(each, finding, found):
                reasons.setdefault(number, each.reason)
    out = tuple(LeftOut(finding, "allowed", reasons[n]) for n, finding in enumerate(kept) if n in reasons)
    rest = tuple(finding for n, finding in enumerate(kept) if n not in reasons)
    faults = tuple(_Faults(found, kept, keeps).of_all(asked))
    return (*rest, *fingerprints.marked(found.draft, faults)), out


def _allows(allowance: Allowance, finding: Finding, found: Assessment) -> bool:
    return any(names(each.name, finding) for each in allowance.names) and allowance.covers(finding, found.draft)


@dataclass(frozen=True, slots=True)
class _Faults:
    """Tells what is wrong with allowances, by the findings that they could have allowed."""

    found: Assessment
    findings: Findings
    keeps: Keeps

    def of_all(self, allowances: Iterable[Allowance]) -> Iterator[Finding]:
        """A finding for each fault whose rule is among those that judge, and asked for."""
        rules = {fault: template for fault, template in _templates(self.found) if self.keeps(template)}
        for allowance in allowances:
            for fault, named, fill in self._of(allowance):
                if fault in rules:
                    yield self._finding(rules[fault], fault, allowance, named, fill)

    def _of(self, allowance: Allowance) -> Iterator[tuple[Fault, Named | None, dict[str, Tellable]]]:
        if allowance.malformed:
            yield "malformed", None, {"why": allowance.malformed}
            return
        if not allowance.reason:
            yield "without-reason", None, {"name": ", ".join(each.name for each in allowance.names)}
        for named in allowance.names:
            yield from self._of_name(allowance, named)

    def _of_name(self, allowance: Allowance, named: Named) -> Iterator[tuple[Fault, Named | None, dict[str, Tellable]]]:
        rulebook = self.found.rulebook
        if any(rule.rule == named.name for _, rule in rulebook.of_allowances):
            why = Phrase("{name} is about allowances, and cannot be allowed", name=named.name)
            yield "malformed", named, {"why": why}
            return
        meaning = [rule for rule in rulebook.rules if named.name in (rule.id, rule.pillar, rule.flag)]
        if not meaning:
            known = {name for rule in rulebook.rules for name in (rule.id, rule.pillar, rule.flag) if name}
            yield "unknown", named, {"name": named.name, "near": meant(named.name, known)}
        elif allowance.reason and any(map(self.keeps, meaning)):
            alike = [each for each in self.findings if names(named.name, each)]
            if not any(allowance.covers(each, self.found.draft) for each in alike):
                yield "unused", named, {"name": named.name, "why": _why_unused(allowance, alike)}

    def _finding(
        self,
        template: Finding,
        fault: Fault,
        allowance: Allowance,
        named: Named | None,
        fill: dict[str, Tellable],
    ) -> Finding:
        at: Named | Allowance = named if named is not None and named.start is not None else allowance
        made = told(template, fault, fill, allowance.place, self.found.rulebook.lang)
        return replace(made, start=at.start, end=at.end)


def _templates(found: Assessment) -> Iterator[tuple[Fault, Finding]]:
    for what, template in found.rulebook.of_allowances:
        yield from ((fault, template) for fault in FAULTS if fault == what)


def _why_unused(allowance: Allowance, alike: Iterable[Finding]) -> Tellable:
    """Where the rule found something, if not where the allowance holds."""
    places = {each.start is None for each in alike}
    if True in places and not allowance.words:
        return Phrase("What is found is about the whole letter: `allow-in-letter` would allow it.")
    return Phrase("What is found stands elsewhere.") if places else Phrase("Nothing of it is found.")
