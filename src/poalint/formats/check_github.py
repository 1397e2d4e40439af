"""``check --format github``: commands of GitHub's workflows, shown as annotations beside the lines of drafts."""

from __future__ import annotations

import heapq
import os
from collections import Counter
from collections.abc import Iterator
from math import inf

from poalint.errors import PoalintError
from poalint.formats.entries import Entry, entries
from poalint.formats.lines import Line, line
from poalint.formats.provisos import rules_run
from poalint.formats.uris import called, is_file
from poalint.formats.writer import About
from poalint.model import SEVERITIES, Report, Severity
from poalint.speech import Counted, Phrase, Tellable, joined, render, translated

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_MOST = 10
"""Of each kind GitHub shows no more in a step."""
_ROOT = "GITHUB_WORKSPACE"
"""Where GitHub says which folder paths are relative to."""
_DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
"""The percent sign first, or it would be escaped twice."""
_PROPERTY = (*_DATA, (":", "%3A"), (",", "%2C"))

_WEIGHTS = {"remark": -1.0}
"""What is no finding concerns a whole draft and comes first; but how drafts were read hides no fault of theirs."""

Weighed = tuple[float, int, Entry]


class Writer:
    """Holds the worst ten of each kind until the last draft is done; the rest is counted and stands in the summary."""

    def __init__(self, about: About) -> None:
        self._lang = about.lang
        self._root = os.environ.get(_ROOT, "")
        self._worst: dict[Severity, list[Weighed]] = {name: [] for name in SEVERITIES}
        self._found: Counter[Severity] = Counter()
        self._left_out: dict[Tellable, None] = {}

    def begin(self) -> Iterator[Line]:
        """Nothing is known to be among the worst yet."""
        return iter(())

    def add(self, outcome: Report | PoalintError) -> Iterator[Line]:
        """Keep what is among the worst so far."""
        for entry in entries(outcome, self._lang):
            if entry.kind in ("allowed", "known"):
                continue
            self._weigh(entry)
        if isinstance(outcome, Report):
            self._left_out |= dict.fromkeys(render(each, self._lang) for each in _left_out(outcome))
        return iter(())

    def end(self) -> Iterator[Line]:
        """Make the commands, the worst first, and count what there is besides."""
        if self._left_out:
            self._weigh(self._not_counted())
        for kept in self._worst.values():
            for _, _, entry in sorted(kept, reverse=True):
                yield line(self._command(entry), wrap=False)
        more = [Counted(self._found[name] - _MOST, name) for name in SEVERITIES if self._found[name] > _MOST]
        if more:
            said = Phrase("poalint: not annotated, see the summary: {findings}.", findings=joined(more, self._lang))
            yield line(render(said, self._lang), wrap=False)

    def _weigh(self, entry: Entry) -> None:
        """Keep an entry if it is among the worst; of what weighs the same the first stays."""
        self._found[entry.severity] += 1
        weight = _WEIGHTS.get(entry.kind, inf)
        weight = entry.points if entry.kind == "finding" else weight
        kept = self._worst[entry.severity]
        (heapq.heappush if len(kept) < _MOST else heapq.heappushpop)(
            kept, (weight, -self._found[entry.severity], entry)
        )

    def _not_counted(self) -> Entry:
        """One notice for all drafts, so that a run in which everything is left out does not look like a clean one."""
        title = render(Phrase("left out"), self._lang)
        told: list[Tellable] = [*self._left_out][:_MOST]
        if len(self._left_out) > _MOST:
            told.append(Phrase("{count} more", count=len(self._left_out) - _MOST))
        several = translated("; ", self._lang).join(render(each, self._lang) for each in told)
        said = render(Phrase("Not counted: {findings}.", findings=several), self._lang)
        return Entry("gate", "", "note", title, title, said)

    def _command(self, entry: Entry) -> str:
        region, in_file = entry.region, is_file(entry.path)
        properties: dict[str, object] = {"file": called(entry.path, self._root)} if in_file else {}
        if region and in_file:
            properties |= {"line": region.line, "endLine": region.last_line}
            if region.end_line == region.line:  # GitHub knows columns within one line only
                properties |= {"col": region.column, "endColumn": region.end_column}
        name = f"{entry.name}: " if entry.kind == "finding" else ""
        properties["title"] = f"poalint {name}{entry.title}"
        told = ",".join(f"{name}={escaped(str(value), _PROPERTY)}" for name, value in properties.items())
        said = entry.said_beside(self._lang) if in_file else entry.said_apart(self._lang)
        return f"::{_COMMANDS[entry.severity]} {told}::{escaped(said, _DATA)}"


def _left_out(report: Report) -> Iterator[Tellable]:
    """What the annotations of a draft do not tell: each rule once, with the reason; and that not all rules ran."""
    for each in report.left_out:
        why: Tellable = each.reason if each.by == "allowed" else Phrase("known to the baseline")
        yield Phrase("{name} ({id})", name=each.finding.rule, id=why) if why else each.finding.rule
    if report.partial:
        yield rules_run(report)


def escaped(text: str, marks: tuple[tuple[str, str], ...]) -> str:
    """``text`` in a command's data or one of its properties, by the table for these."""
    for mark, instead in marks:
        text = text.replace(mark, instead)
    return text
