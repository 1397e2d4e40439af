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
_SIGN = re.compile(rf"{_QUOTE.pattern}|{BULLET.pattern}")
_WIDE = re.compile(" {3,}")
_GAP = re.compile(r"[\s:.?*\uff1a\u2013\u2014-]*")


class Cutter:
    """Walks the lines once and gathers them into pieces."""

    def __init__(
        self, text: str, layout: Layout, hidden: tuple[Comment, ...] = (), marks: tuple[Mark, ...] = ()
    ) -> None:
        self._text = text
        self._marks = [mark for mark in marks if mark.kind != "markup"]
        self._unseen = [mark.end for mark in marks if mark.kind == "markup"]
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
            begins = mark is not None and mark is not self._under
            self._under = mark
            if begins:
                self._open = None
            if mark is not None and mark.kind != "paragraph" and not self._only_looks_so(mark, line, number, last):
                self._marked(mark, line, number, begins)
                continue
            signing = signing or number >= tail or self._signs(line, number, last)
            if signing:
                self._add("signature", line.start, line.end)
            else:
                self._take(line, number)
        mark_quotations(self._out, self._text, self._layout)
        return [part for piece in self._out for part in split(piece, self._text)]

    def _mark(self, line: Line) -> Mark | None:
        """What the file says of the line: the mark in which its first word stands, or that behind its bullet."""
        if not self._marks:
            return None
        first = line.end - len(line.text.lstrip())
        while not (found := self._mark_at(first)) and (sign := _SIGN.match(self._text, first, line.end)):
            first = sign.end()
        return found

    def _mark_at(self, place: int) -> Mark | None:
        at = bisect_right(self._begins, place) - 1
        return self._marks[at] if at >= 0 and place < self._marks[at].end else None

    def _only_looks_so(self, mark: Mark, line: Line, number: int, last: int) -> bool:
        """Whether a heading is one by its looks alone: a greeting in large letters, a name under the letter in bold."""
        if mark.kind != "heading":
            return False
        content = self._text[max(line.start, mark.start) : mark.end]
        greets = len(self._out) < 3 and len(content.split()) <= 9 and self._greeting(content) == len(content)
        return greets or bool(PROMPT.fullmatch(content)) or self._signs(line, number, last)

    def _marked(self, mark: Mark, line: Line, number: int, begins: bool) -> None:
        """A line of what the file calls a heading, an item, a row or a quotation: the first of it where it ``begins``.

        An item may be nothing but the numbered heading of a part, and so it is taken as a line with a bullet is.
        """
        if self._open is not None:
            self._open.end = min(line.end, mark.end)
            return
        if mark.kind == "list-item":
            self._take(line, number, item=begins)
            return
        begin = max(line.end - len(line.text.lstrip()), mark.start)
        self._add(mark.kind, begin, min(line.end, mark.end), stays_open=mark.kind != "table-row")  # type: ignore[arg-type]
        self._out[-1].quoted = mark.kind == "quote"

    def _take(self, line: Line, number: int, item: bool = False) -> None:
        """A line that its words and its looks tell; an ``item`` is one, or a heading, whatever it looks like."""
        if not item and (quote := _QUOTE.match(line.text)):
            self._quote(line.start + quote.end(), line.end)
            return
        hashes = None if item else _MARKDOWN_HEADING.match(line.text)
        bullet = None if hashes else BULLET.match(line.text)
        marker = hashes or bullet
        begin = line.start + (marker.end() if marker else 0)
        content = self._text[begin : line.end]
        bulleted = item or bool(bullet)
        if len(self._out) < 3 and not bulleted and (greeting := self._greeting(content)):
            self._add("salutation", begin, begin + greeting)
            if rest := content[greeting:].strip():
                self._text_line(line, self._text.index(rest, begin + greeting))
        elif PROMPT.fullmatch(content):
            self._add("quote", begin, line.end)  # a form's words, not the seller's
            self._out[-1].quoted = True
        elif hashes or is_heading(content, number, self._lines, self._layout, bulleted, self._before()):
            self._add("heading", begin, line.end)
        elif not self._lines.hangs_on(number) and (run_in := run_in_heading(content, self._layout)):
            self._add("heading", begin, begin + run_in)
            self._out[-1].run_in = True
            gap = _GAP.match(self._text, begin + run_in, line.end)
            self._text_line(line, gap.end() if gap else begin + run_in)
        elif bulleted:
            self._add("list-item", begin, line.end, stays_open=True)
        else:
            self._text_line(line, begin)

    def _text_line(self, line: Line, begin: int) -> None:
        """A line of running text, or of a table."""
        if is_table_row(self._as_typed(begin, line.end)):
            self._add("table-row", begin, line.end)
        elif self._open is not None and self._continues(line):
            self._open.end = line.end
        else:
            self._add("paragraph", begin, line.end, stays_open=True)

    def _as_typed(self, begin: int, end: int) -> str:
        """A stretch without the wide gaps that blanked markup leaves, which would look like those between columns."""
        at = bisect_right(self._unseen, begin)
        marked_up = at < len(self._unseen) and self._unseen[at] < end
        return _WIDE.sub(" ", self._text[begin:end]) if marked_up else self._text[begin:end]

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
