"""What there is to tell of an outcome, one entry each: what formats that are lists have in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from poalint.errors import DraftError, PoalintError
from poalint.model import Draft, Finding, Report, Severity
from poalint.speech import Lang, Phrase, Tellable, render

Kind = Literal["finding", "gate", "allowed", "known", "failed", "remark"]
NOT_CHECKED = "not-checked"
"""What stands in a rule's place where a draft could not be checked."""
HOW_READ = "how-read"
"""What stands in a rule's place where something is to be known of how a draft was read."""


@dataclass(frozen=True, slots=True)
class Region:
    """Where a finding stands: lines and columns count from 1, columns in characters; the end is the first beyond."""

    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def last_line(self) -> int:
        """The last line of which something is marked: none of one at whose beginning the end stands."""
        return max(self.line, self.end_line - (self.end_column == 1))


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to tell: a finding, a gate that was missed, a finding that does not count, or what could not be done.

    A ``remark`` is none of these: it tells how the draft was read.

    ``name`` is the rule's or gate's. ``region`` is None where nothing in the draft is marked, or its file has no lines;
    ``page`` and ``paragraph`` are 0 where they are not known. ``where`` tells people the place, "" where there is none.
    """

    kind: Kind
    path: str
    severity: Severity
    name: str
    title: str
    message: str
    advice: str = ""
    cue: str = ""
    text: str = ""
    pillar: str | None = None
    flag: str | None = None
    points: float = 0.0
    fingerprint: str = ""
    reason: str = ""
    region: Region | None = None
    page: int = 0
    paragraph: int = 0
    where: Tellable = ""

    def said_apart(self, lang: Lang) -> str:
        """The same with its place before it, for readers that show none where there is no file."""
        if not self.where:
            return self.said(lang)
        return render(Phrase("{title}: {text}", title=self.where, text=self.said(lang)), lang)

    def said_beside(self, lang: Lang) -> str:
        """The same for readers that show the line that it stands in: its place comes first where there is no line."""
        return self.said(lang) if self.region else self.said_apart(lang)

    def said(self, lang: Lang) -> str:
        """The message, and what to write instead."""
        told = Phrase("{message} {advice}", message=self.message, advice=self.advice)
        return render(told, lang) if self.advice else self.message


def entries(outcome: Report | PoalintError, lang: Lang) -> Iterator[Entry]:
    """The entries of one outcome: findings, gates missed, what does not count, remarks; or one where it has no report.

    That the gate ``fail-on`` was missed is told by the findings themselves.
    """
    if isinstance(outcome, PoalintError):
        yield _failed(outcome, lang)
        return
    draft = outcome.draft
    yield from (_of_finding(each, draft) for each in outcome.findings)
    for miss in outcome.misses:
        if miss.gate != "fail-on":
            yield Entry("gate", draft.path, "error", miss.gate, miss.gate, render(miss.told, lang))
    yield from (_of_finding(each.finding, draft, each.by, each.reason) for each in outcome.left_out)
    title = render(Phrase("about the file"), lang)
    for remark in draft.remarks:
        yield Entry("remark", draft.path, "note", HOW_READ, title, render(remark, lang))


def region(finding: Finding, draft: Draft) -> Region | None:
    """Where a finding stands in its draft's file; None where the file has no lines."""
    if finding.start is None or finding.end is None or not draft.has_lines:
        return None
    return Region(*draft.position(finding.start), *draft.ending(finding.start, finding.end))


def place(finding: Finding, draft: Draft) -> tuple[int, int]:
    """The page and the paragraph in which a finding stands, each 0 where that is not known."""
    return (0, 0) if finding.start is None else draft.place(finding.start)


def where(finding: Finding, draft: Draft) -> Tellable:
    """Where a writer looks for a finding, "" where it has no place."""
    return "" if finding.start is None else draft.told(finding.start)


def _of_finding(finding: Finding, draft: Draft, kind: Kind = "finding", reason: str = "") -> Entry:
    page, paragraph = place(finding, draft)
    return Entry(
        kind=kind,
        path=draft.path,
        severity=finding.severity,
        name=finding.rule,
        title=finding.title,
        message=finding.message,
        advice=finding.advice,
        cue=finding.cue,
        text="" if finding.start is None else draft.text[finding.start : finding.end],
        pillar=finding.pillar,
        flag=finding.flag,
        points=finding.points,
        fingerprint=finding.fingerprint,
        reason=reason,
        region=region(finding, draft),
        page=page,
        paragraph=paragraph,
        where=where(finding, draft),
    )


def _failed(error: PoalintError, lang: Lang) -> Entry:
    title = render(Phrase("could not be checked"), lang)
    if isinstance(error, DraftError):
        return Entry("failed", error.where, "error", NOT_CHECKED, title, error.advice(lang))
    return Entry("failed", "", "error", NOT_CHECKED, title, error.told(lang))
