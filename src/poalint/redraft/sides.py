"""What a comparison needs of a report, whether it was made just now or read from a file."""

from __future__ import annotations

from dataclasses import dataclass

from poalint.fingerprints import normal
from poalint.model import Finding, Report
from poalint.speech import Lang


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding as one report has it. ``words`` are those concerned as fingerprints compare them, "" where none are.

    ``start`` is its place in the letter's text, None where it has none. ``line`` is None there too, and where the draft
    is no file of lines: then ``page`` and ``paragraph`` tell the place, each 0 where it is not known. ``hidden`` says
    that it has words and the report leaves them out.
    """

    rule: str
    severity: str
    fingerprint: str
    message: str
    words: str = ""
    text: str = ""
    line: int | None = None
    points: float = 0.0
    pillar: str | None = None
    hidden: bool = False
    start: int | None = None
    page: int = 0
    paragraph: int = 0

    @property
    def placed(self) -> bool:
        """Whether it stands somewhere in the letter, and is not about the whole of it."""
        return self.start is not None or self.line is not None


@dataclass(frozen=True, slots=True)
class PillarSeen:
    """A pillar as one report has it; a dispute's has no points."""

    status: str
    points: float | None
    of: float


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two reports that are compared.

    ``left_out`` holds fingerprints of findings that did not count, with why: allowed or known. ``packs`` are names
    with versions; ``lang`` is None where the report does not say in which language it was made.
    """

    path: str
    letter: str
    score: int
    verdict: str
    pillars: tuple[tuple[str, PillarSeen], ...]
    findings: tuple[Seen, ...]
    left_out: tuple[tuple[str, str], ...]
    version: str
    packs: tuple[tuple[str, str], ...]
    lang: Lang | str | None


def of_report(report: Report, version: str, packs: tuple[tuple[str, str], ...], lang: Lang) -> Side:
    """The side that a report just made is; ``packs`` judged it, with this ``version`` of the program."""
    return Side(
        path=report.draft.path,
        letter=report.letter,
        score=report.score,
        verdict=report.verdict,
        pillars=tuple((each.name, PillarSeen(each.status, each.points, each.of)) for each in report.pillars),
        findings=tuple(_seen(each, report) for each in report.findings),
        left_out=tuple((each.finding.fingerprint, each.by) for each in report.left_out),
        version=version,
        packs=packs,
        lang=lang,
    )


def _seen(finding: Finding, report: Report) -> Seen:
    draft, start = report.draft, finding.start
    text = "" if start is None else draft.text[start : finding.end]
    words = "" if start is None or finding.end is None else draft.words(start, finding.end)
    page, paragraph = (0, 0) if start is None else draft.place(start)
    return Seen(
        rule=finding.rule,
        severity=finding.severity,
        fingerprint=finding.fingerprint,
        message=finding.message,
        words=normal(words),
        text=" ".join(text.split()),
        line=draft.position(start)[0] if start is not None and draft.has_lines else None,
        points=finding.points,
        pillar=finding.pillar,
        start=start,
        page=page,
        paragraph=paragraph,
    )
