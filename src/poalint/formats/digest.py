"""A run told in Markdown within a given room: a table of the drafts, then what is to be mended in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from poalint.errors import PoalintError
from poalint.formats.entries import Entry, entries
from poalint.formats.marking import code, marked
from poalint.formats.provisos import Proviso, provisos
from poalint.formats.summary import summary
from poalint.formats.tally import Tally
from poalint.formats.uris import called
from poalint.model import Report
from poalint.speech import Counted, Lang, Phrase, Tellable, joined, render, translated

_OF_TABLE = 1 / 3
"""The table's part of the room."""
_OF_FRAME = 2_000
"""Room for the heading and for telling what was left out."""


class Digest:
    """Gathers what fits into ``room`` bytes and counts the rest, so that it never holds more than that."""

    def __init__(self, room: int, lang: Lang) -> None:
        self._lang = lang
        room -= _OF_FRAME
        self._table = _Part(int(room * _OF_TABLE))
        self._details = _Part(room - int(room * _OF_TABLE))

    def add(self, outcome: Report | PoalintError) -> None:
        """Take in one outcome."""
        told = list(entries(outcome, self._lang))
        self._table.add([self._row(outcome, told)])
        left = list(provisos(outcome)) if isinstance(outcome, Report) else []
        if isinstance(outcome, Report) and (told or left):
            self._details.add(["", f"### {code(called(outcome.draft.path))}", ""], counts=False)
            for entry in told:
                if entry.kind in ("finding", "gate"):
                    self._details.add([self._item(entry)], counts=entry.kind == "finding")
            for each in left:
                self._details.add([self._proviso(each)], counts=False)

    def lines(self, tally: Tally) -> Iterator[str]:
        """Make the text, once the last outcome is there."""
        yield f"## poalint: {marked(summary(tally, self._lang))}"
        if self._table.lines:
            yield ""
            yield translated("| draft | score | verdict | gates |", self._lang)
            yield "|---|---:|---|---|"
            yield from self._table.lines
        yield from self._rest(Counted(self._table.left_out, "draft"))
        yield from self._details.lines
        yield from self._rest(Counted(self._details.left_out, "finding"))

    def _rest(self, left_out: Counted) -> Iterator[str]:
        if left_out.how_many:
            yield ""
            yield render(Phrase("There was no room for {things} more.", things=left_out), self._lang)

    def _row(self, outcome: Report | PoalintError, told: Sequence[Entry]) -> str:
        if isinstance(outcome, PoalintError):
            (failed,) = told
            path = code(called(failed.path), in_table=True) if failed.path else ""
            return f"| {path} | | **{marked(failed.title)}** | {marked(failed.message)} |"
        missed = (Phrase("{gate}: {told}", gate=miss.gate, told=miss.told) for miss in outcome.misses)
        gates = translated("; ", self._lang).join(render(each, self._lang) for each in missed)
        verdict = joined(_verdict(outcome), self._lang)
        passed = marked(gates) or translated("passed", self._lang)
        return f"| {code(called(outcome.draft.path), in_table=True)} | {outcome.score} | {verdict} | {passed} |"

    def _proviso(self, proviso: Proviso) -> str:
        title, said = render(proviso.title, self._lang), render(proviso.said, self._lang)
        return f"- **{title}** {marked(said)}"

    def _item(self, entry: Entry) -> str:
        severity = translated(entry.severity if entry.kind == "finding" else entry.kind, self._lang)
        name, text = code(entry.name), marked(entry.said(self._lang))
        said = Phrase("{title}: {text}", title=name, text=text)
        if entry.where:
            said = Phrase("{title}, {where}: {text}", title=name, where=entry.where, text=text)
        return f"- **{severity}** {render(said, self._lang)}"


def _verdict(report: Report) -> Iterator[Tellable]:
    """The verdict, and in the table already what it does not count: there may be no room below."""
    yield Phrase(report.verdict)
    if report.partial:
        yield Phrase("{ran} of {known} rules ran", ran=len(report.rules), known=report.rules_known)
    if report.left_out:
        yield Phrase("{findings} left out", findings=Counted(len(report.left_out), "finding"))


class _Part:
    """Lines that fit into so many bytes; once one did not, nothing follows it."""

    def __init__(self, room: int) -> None:
        self._room = room
        self.lines: list[str] = []
        self.left_out = 0

    def add(self, lines: Iterable[str], counts: bool = True) -> None:
        """Keep lines or, where they do not fit, count them as one thing if they are one."""
        lines = list(lines)
        size = sum(len(line.encode("utf-8", "backslashreplace")) + 1 for line in lines)
        if self.left_out or size > self._room:
            self._room = 0
            self.left_out += counts
        else:
            self._room -= size
            self.lines += lines
