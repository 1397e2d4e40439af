"""``check`` for people: score, pillars with the price of each fault, and the findings in their lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poalint.errors import PoalintError
from poalint.formats.columns import cells, padded, widest
from poalint.formats.excerpt import excerpt
from poalint.formats.letter_line import of_letter
from poalint.formats.lines import BLANK, Line, count, line, number
from poalint.formats.tally import Tally
from poalint.model import PILLARS, SEVERITIES, Draft, Finding, Report
from poalint.speech import Lang, Phrase, joined, render, several, translated

_VERDICTS = {"ready": "good", "revise": "warning", "not ready": "error"}
_STATUSES = {"pass": "good", "weak": "warning", "fail": "error"}
_POINTS = 10
"""The columns that a pillar's points take."""


def lines(outcomes: Iterable[Report | PoalintError], tally: Tally, width: int, lang: Lang = "en") -> Iterator[Line]:
    """Make the reports' lines as they come, then the summary's; errors are told elsewhere."""
    for outcome in outcomes:
        if isinstance(outcome, Report):
            yield from _header(outcome, tally, lang)
            yield from of_letter(outcome.letter, lang)
            yield from _pillars(outcome, lang)
            yield from _case(outcome, lang)
            for finding in outcome.findings:
                yield BLANK
                yield from _finding(finding, outcome.draft, width, lang)
            if not outcome.findings:
                yield line("  ", translated("Nothing to mend was found.", lang))
            yield BLANK
    if tally.files:
        yield from _summary(tally, lang)


def _header(report: Report, tally: Tally, lang: Lang) -> Iterator[Line]:
    style = _VERDICTS[report.verdict]
    score = Phrase("{score} of 100, {verdict}", score=report.score, verdict=Phrase(report.verdict))
    low = Phrase(" (below the {score} asked for)", score=tally.min_score or 0) if tally.too_low(report) else ""
    yield line(
        (report.draft.path, "strong"), ": ", (render(score, lang), style), (render(low, lang), "error"), wrap=False
    )


def _pillars(report: Report, lang: Lang) -> Iterator[Line]:
    names = widest(translated(name, lang) for name in PILLARS) + 2
    statuses = widest(translated(name, lang) for name in _STATUSES) + 2
    costs_at = 2 + names + statuses + _POINTS + 3  # under which they go on
    for pillar in report.pillars:
        if pillar.points is None:
            continue
        costs = _costs(((each.rule, each.points) for each in report.findings if each.pillar == pillar.name), lang)
        points = Phrase("{points} of {most}", points=f"{number(pillar.points):>4}", most=pillar.of)
        yield line(
            "  ",
            padded(translated(pillar.name, lang), names),
            (padded(translated(pillar.status, lang), statuses), _STATUSES[pillar.status]),
            padded(render(points, lang), _POINTS),
            "   ",
            *costs,
            hang=costs_at,
        )
    if report.deductions:
        lost = sum(points for _, points in report.deductions)
        taken = report.whole - report.score
        capped = lost >= taken + 1
        most = Phrase(" (no more than {points} is taken)", points=number(taken)) if capped else ""
        title = padded(translated("other deductions", lang), names + statuses)
        in_all = padded(f"{'-' + number(taken if capped else lost):>4}", _POINTS)
        costs = _costs(report.deductions, lang)
        yield line("  ", title, in_all, "   ", *costs, render(most, lang), hang=costs_at)


def _case(report: Report, lang: Lang) -> Iterator[Line]:
    """Say which case the letter was judged as, and what told it, so that who knows better can say so."""
    case = report.case
    names = widest(translated(name, lang) for name in PILLARS) + 2
    title = padded(translated("case", lang), names)
    if case is not None:
        why = Phrase(" (as asked)") if case.given else Phrase(" (told from: {words})", words=case.cue)
        if case.instead is not None:
            said = " (as asked; the letter itself speaks of another case, {title}: {words})"
            why = Phrase(said, title=case.instead.title, words=case.instead.cue)
        yield line("  ", title, render(case.title, lang), (render(why, lang), "dim"), hang=2 + names)
    elif report.rivals:
        said = "not told: the letter speaks of several cases ({titles}); --violation names the one"
        yield line("  ", title, (render(Phrase(said, titles=several(report.rivals)), lang), "dim"), hang=2 + names)


def _costs(prices: Iterable[tuple[str, float]], lang: Lang) -> list[str | tuple[str, str]]:
    by_rule: dict[str, list[float]] = {}
    for rule, points in prices:
        if points:
            by_rule.setdefault(rule, []).append(points)
    dearest_first = sorted(by_rule.items(), key=lambda each: -sum(each[1]))
    told = (f"-{number(sum(each))} {rule}" + _times(len(each)) for rule, each in dearest_first)
    return [joined(told, lang)] if by_rule else []


def _times(how_often: int) -> str:
    return f" \u00d7{how_often}" if how_often > 1 else ""


def _finding(finding: Finding, draft: Draft, width: int, lang: Lang) -> Iterator[Line]:
    fault = ((translated(finding.severity, lang), finding.severity), " ", (finding.rule, "strong"))
    if finding.start is None or finding.end is None:
        yield line(f"{draft.path}: ", *fault, translated(" (whole letter)", lang), wrap=False)
    else:
        row, column = draft.position(finding.start)
        yield line(f"{draft.path}:{row}:{column}: ", *fault, wrap=False)
        gutter = f"{row:>5} | "
        found = excerpt(draft, finding.start, finding.end, width - len(gutter))
        yield line((gutter, "dim"), found.before, found.words, found.after, wrap=False)
        yield line((" " * (len(gutter) - 2) + "| ", "dim"), (found.marker, finding.severity), wrap=False)
    yield line("  ", finding.message, hang=2)
    write, cue = translated("write: ", lang), translated("cue: ", lang)
    yield line("  ", (write, "label"), finding.advice, hang=2 + cells(write))
    if finding.cue:
        yield line("  ", (cue + finding.cue, "dim"), hang=2 + cells(cue))


def _summary(tally: Tally, lang: Lang) -> Iterator[Line]:
    verdicts = [
        Phrase("{drafts} {verdict}", drafts=tally.verdicts[name], verdict=Phrase(name))
        for name in _VERDICTS
        if tally.verdicts[name]
    ]
    found = [count(tally.severities[name], name, lang) for name in SEVERITIES if tally.severities[name]]
    failed = Phrase("; {paths} could not be checked", paths=count(tally.errors, "path", lang)) if tally.errors else ""
    said = Phrase(
        "{drafts} checked: {verdicts}; {findings}{failed}.",
        drafts=count(tally.files, "draft", lang),
        verdicts=joined(verdicts, lang),
        findings=joined(found, lang) if found else Phrase("no findings"),
        failed=failed,
    )
    yield line(render(said, lang))
    if len(tally.packs) > 1:
        packs = ", ".join(" ".join(each) for each in tally.packs)
        yield line(render(Phrase("Rules: {packs}.", packs=packs), lang))
    score = "The score tells how complete a letter is, not whether Amazon will reinstate an account."
    yield line((translated(score, lang), "dim"))
