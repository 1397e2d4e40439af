"""``check --format junit``: a suite for each draft, in it a case for each rule that ran and each gate missed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from poalint.errors import PoalintError
from poalint.formats.entries import NOT_CHECKED, Entry, entries
from poalint.formats.lines import Line
from poalint.formats.ran import rules_of
from poalint.formats.uris import called
from poalint.formats.writer import About
from poalint.formats.xmltext import PROLOGUE, at, empty, escaped, start
from poalint.model import Report
from poalint.speech import Counted, Lang, Phrase, render, spoken, translated

Outcome = Literal["passed", "failure", "error", "skipped"]


@dataclass(frozen=True, slots=True)
class _Case:
    """A test: how it ended, what is told of it first, all that is told, and what is only said beside it."""

    name: str
    outcome: Outcome = "passed"
    message: str = ""
    severity: str = ""
    told: Sequence[str] = field(default_factory=tuple)
    beside: Sequence[str] = field(default_factory=tuple)


class Writer:
    """Suites as they come. The root has no counts, which are optional: they would be known after the last suite."""

    def __init__(self, about: About) -> None:
        self._lang = about.lang

    def begin(self) -> Iterator[Line]:
        """Open the document."""
        yield PROLOGUE
        yield at(0, start("testsuites", name="poalint"))

    def add(self, outcome: Report | PoalintError) -> Iterator[Line]:
        """Make the suite of one draft."""
        told = list(entries(outcome, self._lang))
        if isinstance(outcome, Report):
            path, cases = called(outcome.draft.path), list(_cases(outcome, told, self._lang))
            remarks = [each.message for each in told if each.kind == "remark"]
        else:
            (failed,), remarks = told, []
            path = called(failed.path) or "poalint"
            cases = [_Case(NOT_CHECKED, "error", failed.message, failed.severity, (failed.message,))]
        yield from _suite(path, cases, remarks)

    def end(self) -> Iterator[Line]:
        """Close the document."""
        yield at(0, "</testsuites>")


def _cases(report: Report, told: Sequence[Entry], lang: Lang) -> Iterator[_Case]:
    by_rule: dict[str, list[Entry]] = {}
    for entry in told:
        if entry.kind not in ("gate", "remark"):
            by_rule.setdefault(entry.name, []).append(entry)
    for rule in rules_of(report):
        yield _of_rule(rule.id, by_rule.get(rule.id, ()), report, lang)
    for entry in told:
        if entry.kind == "gate":
            # In no language: servers follow a test by its name.
            yield _Case(f"gate {entry.name}", "failure", entry.message, "error", (entry.message,))


def _of_rule(rule: str, found: Iterable[Entry], report: Report, lang: Lang) -> _Case:
    """Findings that fail the draft fail the case; others are only told; a case all of which is set aside is skipped."""
    failing: list[Entry] = []
    beside: list[Entry] = []
    aside: list[Entry] = []
    for entry in found:
        if entry.kind != "finding":
            aside.append(entry)
        else:
            (failing if entry.severity in report.failing else beside).append(entry)
    rest = [_told(each, lang) for each in (*beside, *aside)]
    if failing:
        first = failing[0].message if len(failing) == 1 else render(Counted(len(failing), "finding"), lang)
        return _Case(rule, "failure", first, failing[0].severity, [_told(each, lang) for each in failing], rest)
    if aside and not beside:
        return _Case(rule, "skipped", _set_aside(aside[0], lang), "", (), rest)
    return _Case(rule, beside=rest)


_WHY = {"allowed": spoken("allowed"), "known": spoken("known")}


def _set_aside(entry: Entry, lang: Lang) -> str:
    why = translated(_WHY[entry.kind], lang)
    return render(Phrase("{title}: {text}", title=why, text=entry.reason), lang) if entry.reason else why


def _told(entry: Entry, lang: Lang) -> str:
    place = called(entry.path)
    if entry.region:
        place = f"{place}:{entry.region.line}:{entry.region.column}"
    elif entry.where:
        place = render(Phrase("{title}: {text}", title=place, text=entry.where), lang)
    severity = translated(entry.severity, lang) if entry.kind == "finding" else _set_aside(entry, lang)
    return f"{place}: {severity}: {entry.said(lang)}"


def _suite(path: str, cases: Sequence[_Case], remarks: Sequence[str]) -> Iterator[Line]:
    ended = [each.outcome for each in cases]
    yield at(
        1,
        start(
            "testsuite",
            name=path,
            tests=len(cases),
            failures=ended.count("failure"),
            errors=ended.count("error"),
            skipped=ended.count("skipped"),
        ),
    )
    for case in cases:
        yield from _case(path, case)
    if remarks:
        yield from _beside(2, remarks)
    yield at(1, "</testsuite>")


def _case(path: str, case: _Case) -> Iterator[Line]:
    if case.outcome == "passed" and not case.beside:
        yield at(2, empty("testcase", classname=path, name=case.name))
        return
    yield at(2, start("testcase", classname=path, name=case.name))
    if case.outcome == "skipped":
        yield at(3, empty("skipped", message=case.message))
    elif case.outcome != "passed":
        yield at(3, start(case.outcome, message=case.message, type=case.severity))
        yield from (at(0, escaped(each)) for each in case.told)
        yield at(3, f"</{case.outcome}>")
    if case.beside:
        yield from _beside(3, case.beside)
    yield at(2, "</testcase>")


def _beside(depth: int, told: Iterable[str]) -> Iterator[Line]:
    yield at(depth, start("system-out"))
    yield from (at(0, escaped(each)) for each in told)
    yield at(depth, "</system-out>")
