"""``check`` for people: score, pillars with the price of each fault, and the findings in their lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from poalint.errors import PoalintError
from poalint.formats.case_told import how_known
from poalint.formats.columns import padded, widest
from poalint.formats.findings_text import findings
from poalint.formats.letter_line import of_letter
from poalint.formats.lines import BLANK, UNBROKEN, Line, line, number
from poalint.formats.provisos import nothing_found, provisos
from poalint.formats.styles import STATUSES, VERDICTS
from poalint.formats.summary import summary
from poalint.formats.tally import Tally
from poalint.formats.writer import About
from poalint.model import PILLARS, Report
from poalint.speech import Lang, Phrase, render, several, translated

_POINTS = 10
"""The columns that a pillar's points take."""


class Writer:
    """Reports as they come, then the summary; errors are told elsewhere."""

    def __init__(self, about: About) -> None:
        self._about = about

    def begin(self) -> Iterator[Line]:
        """Nothing comes before the first report."""
        return iter(())

    def add(self, outcome: Report | PoalintError) -> Iterator[Line]:
        """Make the lines of one report."""
        if isinstance(outcome, Report):
            yield from _report(outcome, self._about.width, self._about.lang)

    def end(self) -> Iterator[Line]:
        """Make the summary, where anything was checked."""
        if self._about.tally.files:
            yield from _summary(self._about.tally, self._about.lang)


def _report(report: Report, width: int, lang: Lang) -> Iterator[Line]:
    yield from _header(report, lang)
    yield from of_letter(report.letter, report.letter_given, lang)
    yield from _pillars(report, lang)
    yield from _case(report, lang)
    yield from _gates(report, lang)
    yield from _provisos(report, lang)
    yield from findings(report, width, lang)
    if not report.findings:
        yield line("  ", render(nothing_found(report), lang))
    yield BLANK


def _header(report: Report, lang: Lang) -> Iterator[Line]:
    style = VERDICTS[report.verdict]
    score = Phrase("{score} of 100, {verdict}", score=report.score, verdict=Phrase(report.verdict))
    yield line((report.draft.path, "strong"), ": ", (render(score, lang), style), wrap=False)


def _pillars(report: Report, lang: Lang) -> Iterator[Line]:
    names = _titles(lang)
    statuses = _statuses(lang)
    costs_at = 2 + names + statuses + _POINTS + 3  # under which they go on
    for pillar in report.pillars:
        if pillar.points is None:
            continue
        costs = _costs(((each.rule, each.points) for each in report.findings if each.pillar == pillar.name), lang)
        points = Phrase("{points} of {most}", points=f"{number(pillar.points):>4}", most=pillar.of)
        yield line(
            "  ",
            padded(translated(pillar.name, lang), names),
            (padded(translated(pillar.status, lang), statuses), STATUSES[pillar.status]),
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
    names = _titles(lang)
    title = padded(translated("case", lang), names)
    if case is not None:
        yield line("  ", title, render(case.title, lang), (render(how_known(case), lang), "dim"), hang=2 + names)
    elif report.rivals:
        said = "not told: the letter speaks of several cases ({titles}); --violation names the one"
        yield line("  ", title, (render(Phrase(said, titles=several(report.rivals)), lang), "dim"), hang=2 + names)
    if report.marketplace is not None:
        yield line("  ", padded(translated("marketplace", lang), names), report.marketplace)


def _gates(report: Report, lang: Lang) -> Iterator[Line]:
    """Say which gates the draft did not pass, where they ask for more than that no error stands."""
    names = _titles(lang)
    for miss in report.misses:
        told = render(Phrase("{gate}: {told}", gate=miss.gate, told=miss.told), lang)
        yield line("  ", padded(translated("gate", lang), names), (told, "error"), hang=2 + names)


def _provisos(report: Report, lang: Lang) -> Iterator[Line]:
    """Say what the score leaves out, so that nobody takes the letter for better than it is."""
    names = _titles(lang)
    for each in provisos(report):
        style = "warning" if each.grave else "dim"
        yield line("  ", padded(render(each.title, lang), names), (render(each.said, lang), style), hang=2 + names)


@cache
def _titles(lang: Lang) -> int:
    """The columns of the titles, so that all values stand under each other."""
    return widest(translated(name, lang) for name in PILLARS) + 2


@cache
def _statuses(lang: Lang) -> int:
    return widest(translated(name, lang) for name in STATUSES) + 2


def _costs(prices: Iterable[tuple[str, float]], lang: Lang) -> list[tuple[str, str]]:
    by_rule: dict[str, list[float]] = {}
    for rule, points in prices:
        if points:
            by_rule.setdefault(rule, []).append(points)
    dearest_first = sorted(by_rule.items(), key=lambda each: -sum(each[1]))
    told = [f"-{number(sum(each))} {rule}" + _times(len(each)) for rule, each in dearest_first]
    comma = translated(", ", lang)
    return [(each + (comma if at < len(told) else ""), UNBROKEN) for at, each in enumerate(told, 1)]


def _times(how_often: int) -> str:
    return f" \u00d7{how_often}" if how_often > 1 else ""


def _summary(tally: Tally, lang: Lang) -> Iterator[Line]:
    yield line(summary(tally, lang))
    if len(tally.packs) > 1:
        packs = ", ".join(" ".join(each) for each in tally.packs)
        yield line(render(Phrase("Rules: {packs}.", packs=packs), lang))
    score = "The score tells how complete a letter is, not whether Amazon will reinstate an account."
    yield line((translated(score, lang), "dim"))
