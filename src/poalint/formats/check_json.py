"""``check --format json``; ``docs/json.md`` says what each member means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from poalint.errors import PoalintError
from poalint.formats.entries import place, region
from poalint.formats.jsontext import Outcomes, member, number, packs_member
from poalint.formats.lines import Line
from poalint.formats.tally import Tally
from poalint.formats.writer import About
from poalint.model import Draft, Finding, Report
from poalint.speech import Lang, render

_START = ("start", "end")
_LINES = ("line", "column", "end_line", "end_column")
_PLACES = ("page", "paragraph")


class Writer:
    """The document, each report's part as it comes."""

    def __init__(self, about: About) -> None:
        self._tally, self._lang = about.tally, about.lang
        self._made = Outcomes[Report](lambda report: _file(report, about.lang), about.lang)

    def begin(self) -> Iterator[Line]:
        """Make its beginning."""
        return self._made.begin(packs_member(self._tally.packs), member("lang", self._lang))

    def add(self, outcome: Report | PoalintError) -> Iterator[Line]:
        """Make the lines of a file."""
        return self._made.add(outcome)

    def end(self) -> Iterator[Line]:
        """Make the rest: errors and sums."""
        return self._made.end(_summary(self._tally))


def _summary(tally: Tally) -> dict[str, int]:
    return {
        "files": tally.files,
        "ready": tally.verdicts["ready"],
        "revise": tally.verdicts["revise"],
        "not_ready": tally.verdicts["not ready"],
        "failed": tally.failed,
        "errors": tally.errors,
    }


def _file(report: Report, lang: Lang) -> dict[str, Any]:
    case = report.case
    return {
        "path": report.draft.path,
        "letter": report.letter,
        "score": report.score,
        "score_with_known": report.score_with_known,
        "verdict": report.verdict,
        "passed": report.passed,
        "gates": [{"gate": miss.gate, "message": render(miss.told, lang)} for miss in report.misses],
        "pillars": {
            each.name: {
                "status": each.status,
                "points": None if each.points is None else number(each.points),
                "of": each.of,
            }
            for each in report.pillars
        },
        "rules_run": len(report.rules),
        "rules_known": report.rules_known,
        "flags": list(report.flags),
        "case": {"violation": case.violation, "given": case.given, "cue": case.cue or None} if case else None,
        "marketplace": report.marketplace,
        "remarks": [render(each, lang) for each in report.draft.remarks],
        "findings": [_finding(each, report.draft) for each in report.findings],
        "left_out": [
            {**_finding(each.finding, report.draft), "by": each.by, "reason": each.reason or None}
            for each in report.left_out
        ],
    }


def _finding(finding: Finding, draft: Draft) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "pillar": finding.pillar,
        "flag": finding.flag,
        "severity": finding.severity,
        "message": finding.message,
        "advice": finding.advice,
        "cue": finding.cue or None,
        "points": number(finding.points),
        "fingerprint": finding.fingerprint,
        **_place(finding, draft),
    }


def _place(finding: Finding, draft: Draft) -> dict[str, Any]:
    start, end = finding.start, finding.end
    if start is None or end is None:
        return dict.fromkeys((*_START, *_LINES, *_PLACES, "text"))
    at = region(finding, draft)
    lines = (at.line, at.column, at.end_line, at.end_column) if at else (None,) * len(_LINES)
    return {
        **dict(zip(_START, (start, end), strict=True)),
        **dict(zip(_LINES, lines, strict=True)),
        **dict(zip(_PLACES, (each or None for each in place(finding, draft)), strict=True)),
        "text": draft.text[start:end],
    }
