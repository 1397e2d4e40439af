"""What there is to tell of an outcome, one entry each: what formats that are lists have in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from poalint.errors import DraftError, PoalintError
from poalint.model import Draft, Finding, Report, Severity
from poalint.speech import Lang, Phrase, render

Kind = Literal["finding", "gate", "allowed", "known", "failed"]
NOT_CHECKED = "not-checked"
"""What stands in a rule's place where a draft could not be checked."""


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

    ``name`` is the rule's or gate's. ``region`` is None where nothing in the draft is marked.
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

    def said_apart(self, lang: Lang) -> str:
        """The same with its line before it, for readers that show none where there is no file."""
        if self.region is None:
            return self.said(lang)
        line = Phrase("line {line}", line=self.region.line)
        return render(Phrase("{title}: {text}", title=line, text=self.said(lang)), lang)

    def said(self, lang: Lang) -> str:
        """The message, and what to write instead."""
        told = Phrase("{message} {advice}", message=self.message, advice=self.advice)
        return render(told, lang) if self.advice else self.message


def entries(outcome: Report | PoalintError, lang: Lang) -> Iterator[Entry]:
    """The entries of one outcome: findings, gates missed, then what does not count; or one where it has no report.

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


def region(finding: Finding, draft: Draft) -> Region | None:
    """Where a finding stands in its draft."""
    if finding.start is None or finding.end is None:
        return None
    return Region(*draft.position(finding.start), *draft.position(finding.end))


def _of_finding(finding: Finding, draft: Draft, kind: Kind = "finding", reason: str = "") -> Entry:
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
    )


def _failed(error: PoalintError, lang: Lang) -> Entry:
    title = render(Phrase("could not be checked"), lang)
    if isinstance(error, DraftError):
        return Entry("failed", error.where, "error", NOT_CHECKED, title, error.advice(lang))
    return Entry("failed", "", "error", NOT_CHECKED, title, error.told(lang))
