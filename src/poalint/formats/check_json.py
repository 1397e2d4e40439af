"""``check --format json``; ``docs/json.md`` says what each member means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from poalint.errors import PoalintError
from poalint.formats.jsontext import number, of_outcomes
from poalint.formats.lines import Line
from poalint.formats.tally import Tally
from poalint.model import Draft, Finding, Report
from poalint.speech import Lang


def lines(outcomes: Iterable[Report | PoalintError], tally: Tally, width: int, lang: Lang = "en") -> Iterator[Line]:
    """Make the document's lines, each report's as it comes."""
    return of_outcomes(outcomes, _file, lambda: _summary(tally), tally.packs, lang)


def _summary(tally: Tally) -> dict[str, int]:
    return {
        "files": tally.files,
        "ready": tally.verdicts["ready"],
        "revise": tally.verdicts["revise"],
        "not_ready": tally.verdicts["not ready"],
        "errors": tally.errors,
    }


def _file(report: Report) -> dict[str, Any]:
    case = report.case
    return {
        "path": report.draft.path,
        "letter": report.letter,
        "score": report.score,
        "verdict": report.verdict,
        "pillars": {
            each.name: {
                "status": each.status,
                "points": None if each.points is None else number(each.points),
                "of": each.of,
            }
            for each in report.pillars
        },
        "flags": list(report.flags),
        "case": {"violation": case.violation, "given": case.given, "cue": case.cue or None} if case else None,
        "findings": [_finding(each, report.draft) for each in report.findings],
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
        **_place(finding, draft),
    }


def _place(finding: Finding, draft: Draft) -> dict[str, Any]:
    start, end = finding.start, finding.end
    if start is None or end is None:
        return dict.fromkeys(("start", "end", "line", "column", "end_line", "end_column", "text"))
    line, column = draft.position(start)
    end_line, end_column = draft.position(end)
    return {
        "start": start,
        "end": end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "text": draft.text[start:end],
    }
