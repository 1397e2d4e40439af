"""The letter as it was written, every character of it, its findings marked and each explained under its paragraph.

Where there is room, the script puts the notes into the margin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from poalint.formats.html.elements import Markup, tag, together, verbatim
from poalint.formats.html.marks import Numbered, Piece, pieces
from poalint.model import Draft, Mark
from poalint.speech import Lang, Phrase, render, translated
from poalint.structure.lines import BULLET, is_table_row
from poalint.structure.marked import Marks

_FEWEST_ROWS = 2
"""A single line with a bar or a wide gap in it is no table, unless the file says so."""
_SHAPES = {"heading": "heading", "quote": "quoted"}
"""What lines are shown as that the file calls so; all others look as they are typed."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the draft: where it starts, where its line break does, where the next one starts, and all its text.

    ``mark`` is what the file says that it is, ``begins`` whether it is the first line of that.
    """

    start: int
    stop: int
    end: int
    text: str
    mark: Mark | None = None
    begins: bool = False

    @property
    def shape(self) -> str:
        """What it looks like: the class that the style sheet knows it by."""
        if not self.text.strip():
            return "blank"
        kind = self.mark.kind if self.mark else "paragraph"
        if kind == "list-item" and not BULLET.match(self.text):
            return "listed" if self.begins else "more"
        return _SHAPES.get(kind) or self._look

    @property
    def _look(self) -> str:
        return "item" if BULLET.match(self.text) else "text"

    @property
    def is_row(self) -> bool:
        """Whether it looks like the row of a table, or is one."""
        return self.is_marked_row or (bool(self.text.strip()) and is_table_row(self.text))

    @property
    def is_marked_row(self) -> bool:
        """Whether the file says that it is the row of a table."""
        return self.mark is not None and self.mark.kind == "table-row"


def letter(
    draft: Draft, findings: Sequence[Numbered], name: str, lang: Lang, note: Callable[[Numbered], Markup]
) -> Markup:
    """The letter with its notes. ``name`` begins every id; ``note`` makes the note on a finding."""
    lines = list(_lines(draft))
    cuts = [edge for each in lines for edge in (each.start, each.stop)]
    by_line = _by_line(pieces(len(draft.text), findings, cuts), lines)
    made = (_paragraph(draft, part, by_line, name, lang, note) for part in _paragraphs(lines))
    margin = tag("ol", class_="margin") if any(each.place for each in findings) else None
    return tag("div", tag("div", made, class_="sheet"), margin, class_="letter")


def _lines(draft: Draft) -> Iterator[_Line]:
    last, marks, body = draft.row(len(draft.text)), Marks(draft.marks), draft.body
    before: Mark | None = None
    for number in range(1, last + 1):
        start, stop = draft.row_span(number)
        end = draft.row_span(number + 1)[0] if number < last else len(draft.text)
        mark = marks.at(stop - len(body[start:stop].lstrip()))
        yield _Line(start, stop, end, draft.text[start:end], mark, mark is not before)
        before = mark or before


def _by_line(cut: Iterable[Piece], lines: Sequence[_Line]) -> dict[int, list[Piece]]:
    """The pieces of each line, under where it starts."""
    found: dict[int, list[Piece]] = {line.start: [] for line in lines}
    at = 0
    for piece in cut:
        while piece.start >= lines[at].end:
            at += 1
        found[lines[at].start].append(piece)
    return found


def _paragraphs(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    """Lines that stand together, with the blank ones behind them."""
    part: list[_Line] = []
    for line in lines:
        if part and part[-1].shape == "blank" and line.shape != "blank":
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _paragraph(
    draft: Draft,
    lines: Sequence[_Line],
    by_line: dict[int, list[Piece]],
    name: str,
    lang: Lang,
    note: Callable[[Numbered], Markup],
) -> Markup:
    shown: list[Markup] = []
    for is_row, group in groupby(lines, key=lambda each: each.is_row):
        rows = list(group)
        made = [_line(draft, each, by_line[each.start], name, lang) for each in rows]
        if is_row and (len(made) >= _FEWEST_ROWS or rows[0].is_marked_row):
            label = translated("Table in the letter", lang)
            made = [tag("span", made, class_="rows", tabindex="0", role="group", aria_label=label)]
        shown += made
    begun = [each for line in lines for piece in by_line[line.start] for each in piece.begins]
    notes = tag("ol", map(note, begun), class_="notes") if begun else None
    return tag("div", tag("div", shown, class_="lines", lang="en"), notes, class_="part")


def _line(draft: Draft, line: _Line, cut: Iterable[Piece], name: str, lang: Lang) -> Markup:
    shape = line.shape
    role, level = ("heading", 4) if shape == "heading" else (None, None)
    made = (_piece(draft, each, name, lang) for each in cut)
    return tag("span", made, class_=f"line {shape}", role=role, aria_level=level)


def _piece(draft: Draft, piece: Piece, name: str, lang: Lang) -> Markup:
    words = together(_words(draft, piece))
    badges = [
        badge(each, f"{name}-m{each.number}", f"{name}-n{each.number}", lang, f"{name}-n{each.number}-says")
        for each in piece.begins
    ]
    if piece.severity is None:
        return words
    numbers = " ".join(str(each.number) for each in piece.marks)
    return together(badges, tag("mark", words, class_=piece.severity, data_n=numbers))


def _words(draft: Draft, piece: Piece) -> Iterator[Markup]:
    """The text of a piece, in it the markup, which nobody reads in the finished letter."""
    at = piece.start
    for start, end in draft.markup(piece.start, piece.end):
        yield verbatim(draft.text[at:start])
        yield tag("span", verbatim(draft.text[start:end]), class_="markup")
        at = end
    yield verbatim(draft.text[at : piece.end])


def badge(each: Numbered, own: str, to: str, lang: Lang, says: str | None = None) -> Markup:
    """The number of a finding as a link to ``to``; the style sheet writes it, so that it is no part of the letter.

    ``own`` is its id, ``says`` that of what describes it.
    """
    severity = each.finding.severity
    said = Phrase("Finding {number}: {severity}", number=each.number, severity=Phrase(severity))
    return tag(
        "a", class_=f"badge {severity}", id=own, href=f"#{to}", data_n=each.number,
        aria_label=render(said, lang), aria_describedby=says,
    )  # fmt: skip
