"""``check`` for people: score, pillars with the price of each fault, and the findings in their lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poalint.errors import PoalintError
from poalint.formats.excerpt import excerpt
from poalint.formats.letter_line import of_letter
from poalint.formats.lines import BLANK, Line, count, line, number
from poalint.formats.tally import Tally
from poalint.model import SEVERITIES, Draft, Finding, Report
from poalint.speech import Lang

_VERDICTS = {"ready": "good", "revise": "warning", "not ready": "error"}
_STATUSES = {"pass": "good", "weak": "warning", "fail": "error"}
_COSTS_AT = 41
"""The column in which a pillar's costs begin, and under which they go on."""


def lines(outcomes: Iterable[Report | PoalintError], tally: Tally, width: int, lang: Lang = "en") -> Iterator[Line]:
    """Make the reports' lines as they come, then the summary's; errors are told elsewhere."""
    for outcome in outcomes:
        if isinstance(outcome, Report):
            yield from _header(outcome, tally)
            yield from of_letter(outcome.letter, lang)
            yield from _pillars(outcome)
            for finding in outcome.findings:
                yield BLANK
                yield from _finding(finding, outcome.draft, width)
            if not outcome.findings:
                yield line("  Nothing to mend was found.")
            yield BLANK
    if tally.files:
        yield from _summary(tally)


def _header(report: Report, tally: Tally) -> Iterator[Line]:
    style = _VERDICTS[report.verdict]
    low = f" (below the {tally.min_score} asked for)" if tally.too_low(report) else ""
    yield line(
        (report.draft.path, "strong"),
        ": ",
        (f"{report.score} of 100, {report.verdict}", style),
        (low, "error"),
        wrap=False,
    )


def _pillars(report: Report) -> Iterator[Line]:
    for pillar in report.pillars:
        if pillar.points is None:
            continue
        costs = _costs((each.rule, each.points) for each in report.findings if each.pillar == pillar.name)
        points = f"{number(pillar.points):>4} of {pillar.of:<2}"
        yield line(
            f"  {pillar.name:<20}",
            (f"{pillar.status:<6}", _STATUSES[pillar.status]),
            f"{points}   ",
            *costs,
            hang=_COSTS_AT,
        )
    if report.deductions:
        lost = sum(points for _, points in report.deductions)
        taken = report.whole - report.score
        capped = lost >= taken + 1
        most = f" (no more than {number(taken)} is taken)" if capped else ""
        in_all = f"{'-' + number(taken if capped else lost):>4}"
        yield line(f"  {'other deductions':<26}{in_all}{'':9}", *_costs(report.deductions), most, hang=_COSTS_AT)


def _costs(prices: Iterable[tuple[str, float]]) -> list[str | tuple[str, str]]:
    by_rule: dict[str, list[float]] = {}
    for rule, points in prices:
        if points:
            by_rule.setdefault(rule, []).append(points)
    dearest_first = sorted(by_rule.items(), key=lambda each: -sum(each[1]))
    told = (f"-{number(sum(each))} {rule}" + _times(len(each)) for rule, each in dearest_first)
    return [", ".join(told)] if by_rule else []


def _times(how_often: int) -> str:
    return f" \u00d7{how_often}" if how_often > 1 else ""


def _finding(finding: Finding, draft: Draft, width: int) -> Iterator[Line]:
    if finding.start is None or finding.end is None:
        yield line(
            draft.path,
            ": ",
            (finding.severity, finding.severity),
            " ",
            (finding.rule, "strong"),
            " (whole letter)",
            wrap=False,
        )
    else:
        row, column = draft.position(finding.start)
        yield line(
            f"{draft.path}:{row}:{column}: ",
            (finding.severity, finding.severity),
            " ",
            (finding.rule, "strong"),
            wrap=False,
        )
        gutter = f"{row:>5} | "
        found = excerpt(draft, finding.start, finding.end, width - len(gutter))
        yield line((gutter, "dim"), found.before, found.words, found.after, wrap=False)
        yield line((" " * (len(gutter) - 2) + "| ", "dim"), (found.marker, finding.severity), wrap=False)
    yield line("  ", finding.message, hang=2)
    yield line("  ", ("write: ", "label"), finding.advice, hang=9)
    if finding.cue:
        yield line("  ", (f"cue: {finding.cue}", "dim"), hang=7)


def _summary(tally: Tally) -> Iterator[Line]:
    verdicts = ", ".join(f"{tally.verdicts[name]} {name}" for name in _VERDICTS if tally.verdicts[name])
    found = ", ".join(count(tally.severities[name], name) for name in SEVERITIES if tally.severities[name])
    failed = f"; {count(tally.errors, 'path')} could not be checked" if tally.errors else ""
    yield line(f"{count(tally.files, 'draft')} checked: {verdicts}; {found or 'no findings'}{failed}.")
    yield line(
        (
            "The score tells how complete a letter is, not whether Amazon will reinstate an account.",
            "dim",
        )
    )
