"""The rules that ran in a run, in the order in which they were met: known only when the last draft is done."""

from __future__ import annotations

from poalint.model import Finding, Report, RuleInfo


class Ran:
    """Gathers rules; each keeps the number that it got."""

    def __init__(self) -> None:
        self._rules: dict[str, RuleInfo] = {}
        self._numbers: dict[str, int] = {}

    def note(self, report: Report) -> None:
        """Take in the rules that ran on a draft, and those of findings that come from elsewhere."""
        for rule in rules_of(report):
            if rule.id not in self._rules:
                self._numbers[rule.id] = len(self._rules)
                self._rules[rule.id] = rule

    def number(self, rule: str) -> int:
        """The rule's place in the list."""
        return self._numbers[rule]

    def rules(self) -> tuple[RuleInfo, ...]:
        """The list so far."""
        return tuple(self._rules.values())


def rules_of(report: Report) -> tuple[RuleInfo, ...]:
    """The rules that ran on a draft; what found something and is no rule (an allowance without a reason) is last."""
    rules = {rule.id: rule for rule in report.rules}
    for finding in (*report.findings, *(each.finding for each in report.left_out)):
        rules.setdefault(finding.rule, _of_finding(finding))
    return tuple(rules.values())


def _of_finding(finding: Finding) -> RuleInfo:
    title = finding.title or finding.rule
    return RuleInfo(finding.rule, title, finding.pillar, finding.flag, finding.severity, title)
