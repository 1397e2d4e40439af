"""Lines to pieces: what each line is, and which lines belong together."""

from __future__ import annotations

import re
from bisect import bisect_right

from poalint.comments import Comment
from poalint.model import Kind, Mark
from poalint.structure.headings import is_heading, run_in_heading
from poalint.structure.layout import Layout
from poalint.structure.lines import BULLET, PROMPT, TERMINAL, Line, Lines, is_blank, is_table_row
from poalint.structure.pieces import Piece
from poalint.structure.quotations import mark_quotations
from poalint.structure.splitting import split

_MARKDOWN_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+")
_QUOTE = re.compile(r"[ \t]*>+[ \t]?")
_GAP = re.compile(r"[\s:.?*\uff1a\u2013\u2014-]*")


class Cutter:
    """Walks the lines once and gathers them into pieces."""

    def __init__(
        self, text: str, layout: Layout, hidden: tuple[Comment, ...] = (), marks: tuple[Mark, ...] = ()
    ) -> None:
        self._text = text
        self._marks = [mark for mark in marks if mark.kind != "markup"]
        self._begins = [mark.start for mark in self._marks]
        self._under: Mark | None = None
        self._layout = layout
        self._lines = Lines(text, hidden)
        self._out: list[Piece] = []
        self._open: Piece | None = None

    def pieces(self) -> list[Piece]:
        """The pieces in reading order."""
        signing, last, tail = False, self._lines.last_content(), self._lines.tail()
        for number, line in enumerate(self._lines.all):
            if is_blank(line.text):
                self._open = None
                continue
            mark = self._mark(line)
            if mark is not self._under:
                self._open, self._under = None, mark
            if mark is not None and mark.kind != "paragraph":
                self._marked(mark, line)
                continue
            signing = signing or number >= tail or self._signs(line, number, last)
            if signing:
                self._add("signature", line.start, line.end)
            else:
                self._take(line, number)
        mark_quotations(self._out, self._text, self._layout)
        return [part for piece in self._out for part in split(piece, self._text)]

    def _mark(self, line: Line) -> Mark | None:
        """What the file says of the line: the mark in which its first word stands."""
        first = line.end - len(line.text.lstrip())
        at = bisect_right(self._begins, first) - 1
        return self._marks[at] if at >= 0 and first < self._marks[at].end else None

    def _marked(self, mark: Mark, line: Line) -> None:
        """A line of what the file calls a heading, an item, a row or a quotation."""
        if self._open is not None:
            self._open.end = min(line.end, mark.end)
            return
        begin = max(line.end - len(line.text.lstrip()), mark.start)
        self._add(mark.kind, begin, min(line.end, mark.end), stays_open=mark.kind != "table-row")  # type: ignore[arg-type]
        self._out[-1].quoted = mark.kind == "quote"

    def _take(self, line: Line, number: int) -> None:
        if quote := _QUOTE.match(line.text):
            self._quote(line.start + quote.end(), line.end)
            return
        hashes = _MARKDOWN_HEADING.match(line.text)
        bullet = None if hashes else BULLET.match(line.text)
        marker = hashes or bullet
        begin = line.start + (marker.end() if marker else 0)
        content = self._text[begin : line.end]
        if len(self._out) < 3 and not bullet and (greeting := self._greeting(content)):
            self._add("salutation", begin, begin + greeting)
            if rest := content[greeting:].strip():
                self._text_line(line, self._text.index(rest, begin + greeting))
        elif PROMPT.fullmatch(content):
            self._add("quote", begin, line.end)  # a form's words, not the seller's
            self._out[-1].quoted = True
        elif hashes or is_heading(content, number, self._lines, self._layout, bool(bullet), self._before()):
            self._add("heading", begin, line.end)
        elif not self._lines.hangs_on(number) and (run_in := run_in_heading(content, self._layout)):
            self._add("heading", begin, begin + run_in)
            self._out[-1].run_in = True
            gap = _GAP.match(self._text, begin + run_in, line.end)
            self._text_line(line, gap.end() if gap else begin + run_in)
        elif bullet:
            self._add("list-item", begin, line.end, stays_open=True)
        else:
            self._text_line(line, begin)

    def _text_line(self, line: Line, begin: int) -> None:
        """A line of running text, or of a table."""
        if is_table_row(self._text[begin : line.end]):
            self._add("table-row", begin, line.end)
        elif self._open is not None and self._continues(line):
            self._open.end = line.end
        else:
            self._add("paragraph", begin, line.end, stays_open=True)

    def _add(self, kind: Kind, start: int, end: int, stays_open: bool = False) -> None:
        self._out.append(Piece(kind, start, end))
        self._open = self._out[-1] if stays_open else None

    def _quote(self, start: int, end: int) -> None:
        if self._open is not None and self._open.kind == "quote":
            self._open.end = end
        else:
            self._add("quote", start, end, stays_open=True)
            self._out[-1].quoted = True

    def _before(self) -> str:
        """The open paragraph or item that a line may go on with."""
        return self._text[self._open.start : self._open.end] if self._open is not None else ""

    def _continues(self, line: Line) -> bool:
        """Whether an unmarked line goes on with the open paragraph or item."""
        before = self._before().rstrip()
        if self._open is None or self._open.kind == "quote" or before.endswith((":", "\uff1a")):
            return False
        if self._open.kind == "paragraph":
            return True
        return line.text[:1].isspace() or line.text.lstrip()[:1].islower() or not TERMINAL.search(before)

    def _greeting(self, content: str) -> int:
        """The length of a greeting that the line is, or begins with ("Dear team, we shipped ..."), or 0."""
        if not self._layout.begins_with("salutation", content):
            return 0
        comma = content.find(",")
        if comma >= 0 and len(content[:comma].split()) <= 6 and len(content[comma:].split()) > 3:
            return comma + 1
        return len(content) if len(content.split()) <= 9 else 0

    def _signs(self, line: Line, number: int, last: int) -> bool:
        """Whether this line begins the signature: a valediction within the last lines."""
        words = line.text.strip()
        short = len(words.split()) <= 5 and not words.endswith(".")
        return short and last - number <= 8 and self._layout.begins_with("valediction", words)
