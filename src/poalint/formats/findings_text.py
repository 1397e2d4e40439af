"""Findings for people: each in its line, what is wrong and what to write; of many of one rule the first few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from poalint.formats.columns import cells
from poalint.formats.lines import BLANK, Line, line
from poalint.formats.telling import shown
from poalint.model import Draft, Finding, Report
from poalint.speech import Lang, Phrase, joined, render, translated

_AT_MOST = 5
"""So many findings of one rule are shown in full."""
_OF_MORE = 3
"""Of more than that, so many are."""


def findings(report: Report, width: int, lang: Lang) -> Iterator[Line]:
    """Make the lines of all findings; those that are like many others are counted, with their places."""
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        by_rule[finding.rule].append(finding)
    told: dict[str, int] = defaultdict(int)
    for finding in report.findings:
        alike = by_rule[finding.rule]
        full = _OF_MORE if len(alike) > _AT_MOST else _AT_MOST
        told[finding.rule] += 1
        if told[finding.rule] > full:
            continue
        yield BLANK
        yield from _finding(finding, report.draft, width, lang)
        if told[finding.rule] == full < len(alike):
            yield _others(finding.rule, alike[full:], report.draft, lang)


def _others(rule: str, left: Sequence[Finding], draft: Draft, lang: Lang) -> Line:
    """Say how many more findings of a rule there are, and where."""
    placed = sorted(each.start for each in left if each.start is not None)
    if not draft.has_lines:
        places = translated("; ", lang).join(dict.fromkeys(render(draft.told(at), lang) for at in placed))
        said = Phrase("and {count} more of {rule}: {places}", count=len(left), rule=rule, places=places)
        return line("  ", (render(said, lang), "strong"), hang=2)
    rows = sorted({draft.position(at)[0] for at in placed})
    where = joined(rows, lang)
    if len(rows) == 1:
        said = Phrase("and {count} more of {rule} in line {lines}", count=len(left), rule=rule, lines=where)
    else:
        said = Phrase("and {count} more of {rule} in lines {lines}", count=len(left), rule=rule, lines=where)
    return line("  ", (render(said, lang), "strong"), hang=2)


def _finding(finding: Finding, draft: Draft, width: int, lang: Lang) -> Iterator[Line]:
    fault = ((translated(finding.severity, lang), finding.severity), " ", (finding.rule, "strong"))
    if finding.start is None or finding.end is None:
        yield line(f"{draft.path}: ", *fault, translated(" (whole letter)", lang), wrap=False)
    else:
        if draft.has_lines:
            row, column = draft.position(finding.start)
            yield line(f"{draft.path}:{row}:{column}: ", *fault, wrap=False)
        else:
            yield line(f"{draft.path}: {render(draft.told(finding.start), lang)}: ", *fault, wrap=False)
        gutter = f"{draft.number(finding.start):>5} | "
        found = shown(finding, draft, width - len(gutter))
        gutter = f"{found.number:>5} | "  # of a long sentence a later line may be shown
        yield line((gutter, "dim"), found.before, found.words, found.after, wrap=False)
        yield line((" " * (len(gutter) - 2) + "| ", "dim"), (found.marker, finding.severity), wrap=False)
    yield line("  ", finding.message, hang=2)
    write, cue = translated("write: ", lang), translated("cue: ", lang)
    yield line("  ", (write, "label"), finding.advice, hang=2 + cells(write))
    if finding.cue:
        yield line("  ", (cue + finding.cue, "dim"), hang=2 + cells(cue))
