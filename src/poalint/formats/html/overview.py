"""The head of a draft's part of the page: score and verdict, what they are made of, the case, and the gates missed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from poalint.formats.case_told import how_known
from poalint.formats.html.elements import Child, Markup, tag, together
from poalint.formats.html.figures import bar, trend
from poalint.formats.html.marks import Numbered
from poalint.formats.letter_line import dispute as sentence_of_dispute
from poalint.formats.lines import number
from poalint.formats.provisos import Proviso, provisos
from poalint.model import SEVERITIES, Case, Miss, Pillar, Report
from poalint.speech import Counted, Lang, Phrase, joined, render, translated

VERDICTS = {"ready": "pass", "revise": "weak", "not ready": "fail"}
"""The class of each verdict; pillars' statuses have the same ones."""
SIGNS = {"pass": "\N{CHECK MARK}", "weak": "!", "fail": "\N{MULTIPLICATION SIGN}"}
"""What tells them apart besides their colours."""


def verdict(name: str, lang: Lang) -> Markup:
    """A verdict with its sign."""
    kind = VERDICTS[name]
    return tag("span", _sign(kind), translated(name, lang), class_=f"verdict {kind}")


def overview(
    report: Report, findings: Sequence[Numbered], earlier: Sequence[tuple[str, int]], name: str, lang: Lang
) -> Markup:
    """The head. ``earlier`` are the scores that the draft had before, ``name`` begins every id."""
    return tag(
        "header",
        tag("div", _score(report, lang), _trend(report, earlier, lang), class_="score"),
        tag("div", _pillars(report, findings, name, lang), _facts(report, lang), class_="points"),
        class_="overview",
    )


def sums(report: Report, lang: Lang) -> str:
    """How many findings of each severity there are, in words."""
    found = {name: sum(each.severity == name for each in report.findings) for name in SEVERITIES}
    told = [Counted(many, name) for name, many in found.items() if many]
    return joined(told, lang) if told else translated("no findings", lang)


def _score(report: Report, lang: Lang) -> Markup:
    return together(
        tag("p", tag("b", report.score), " ", tag("span", translated("of 100", lang)), class_="figure"),
        tag("p", verdict(report.verdict, lang)),
        tag("p", sums(report, lang), class_="sums"),
    )


def _trend(report: Report, earlier: Sequence[tuple[str, int]], lang: Lang) -> Markup | None:
    if not earlier:
        return None
    scores = [*earlier, (translated("this report", lang), report.score)]
    said = " \N{RIGHTWARDS ARROW} ".join(str(score) for _, score in scores)
    label = render(Phrase("Scores so far: {scores}", scores=said), lang)
    return tag("div", trend(scores, label), tag("p", said, aria_hidden="true"), class_="so-far")


def _pillars(report: Report, findings: Sequence[Numbered], name: str, lang: Lang) -> Markup | None:
    """Each pillar as a bar with its points, and where they went; for a dispute only where the points went."""
    rows = [
        _row(pillar, [each for each in findings if each.finding.pillar == pillar.name], name, lang)
        for pillar in report.pillars
        if pillar.points is not None
    ]
    others = [each for each in findings if each.finding.pillar is None and each.finding.points]
    if others:
        rows.append(_others(report, others, name, lang))
    caption = tag("caption", translated("Where the points went", lang), class_="unseen")
    return tag("table", caption, tag("tbody", rows), class_="pillars") if rows else None


def _row(pillar: Pillar, findings: Iterable[Numbered], name: str, lang: Lang) -> Markup:
    points, status = pillar.points or 0.0, str(pillar.status)
    said = Phrase("{points} of {most}", points=number(points), most=pillar.of)
    return tag(
        "tr",
        tag("th", translated(pillar.name, lang), scope="row"),
        tag("td", bar(points, pillar.of, status), class_="drawn"),
        tag("td", render(said, lang), class_="number"),
        tag("td", _sign(status), translated(status, lang), class_=f"status {status}"),
        tag("td", _costs(findings, name, lang), class_="costs"),
    )


def _others(report: Report, findings: Sequence[Numbered], name: str, lang: Lang) -> Markup:
    lost = sum(each.finding.points for each in findings)
    taken = report.whole - report.score
    capped = lost >= taken + 1
    most = render(Phrase(" (no more than {points} is taken)", points=number(taken)), lang)
    return tag(
        "tr",
        tag("th", translated("other deductions", lang), scope="row"),
        tag("td"),
        tag("td", f"\N{MINUS SIGN}{number(taken if capped else lost)}", class_="number"),
        tag("td"),
        tag("td", _costs(findings, name, lang), tag("span", most, class_="why") if capped else None, class_="costs"),
    )


def _costs(findings: Iterable[Numbered], name: str, lang: Lang) -> Child:
    """The findings that cost something, the dearest first, each leading to its note."""
    dear = sorted((each for each in findings if each.finding.points), key=lambda each: -each.finding.points)
    return [
        tag(
            "a", f"\N{MINUS SIGN}{number(each.finding.points)}", tag("small", f"\N{NUMERO SIGN}{each.number}"),
            href=f"#{name}-n{each.number}", class_=each.finding.severity, data_n=each.number,
            title=each.finding.title or each.finding.rule,
        )
        for each in dear
    ]  # fmt: skip


def _facts(report: Report, lang: Lang) -> Markup | None:
    said = render(sentence_of_dispute(report.letter_given), lang)
    dispute = tag("p", said) if report.letter == "dispute" else None
    case = _case(report.case, lang) if report.case else None
    site = _marketplace(report.marketplace, lang) if report.marketplace else None
    misses = [_miss(each, lang) for each in report.misses]
    left = [_proviso(each, lang) for each in provisos(report)]
    facts = [each for each in (dispute, case, site, *misses, *left) if each]
    return tag("div", facts, class_="facts") if facts else None


def _case(case: Case, lang: Lang) -> Markup:
    said = tag("span", render(how_known(case), lang), class_="why")
    return tag("p", tag("b", translated("case", lang)), " ", render(case.title, lang), said)


def _marketplace(site: str, lang: Lang) -> Markup:
    return tag("p", tag("b", translated("marketplace", lang)), " ", site)


def _miss(miss: Miss, lang: Lang) -> Markup:
    told = Phrase("{gate}: {told}", gate=miss.gate, told=miss.told)
    return tag("p", tag("b", translated("gate", lang)), " ", render(told, lang), class_="miss")


def _proviso(proviso: Proviso, lang: Lang) -> Markup:
    title, said = render(proviso.title, lang), render(proviso.said, lang)
    return tag("p", tag("b", title), " ", said, class_="miss" if proviso.grave else "left")


def _sign(kind: str) -> Markup | None:
    return tag("span", SIGNS[kind], class_="sign", aria_hidden="true") if kind in SIGNS else None
