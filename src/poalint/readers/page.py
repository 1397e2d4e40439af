"""The walk through a page's tags: what is open, what is shown, and the runs of text that come of it."""

from __future__ import annotations

import html
import re

from poalint.comments import comments
from poalint.readers.rows import as_row
from poalint.readers.runs import Noted, Part, Point, Run, RunKind
from poalint.readers.tags import Event, events
from poalint.readers.webstyle import BREAKS, VOID, Look, classes_in, is_word_item, look

_SHOWN = re.compile(r"[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*")
_BLANKS = " \t\n\r\f"
_AS_TYPED = re.compile(r"[^\r\n]+|\r\n?|\n")
_NOTE = re.compile(r"#cmnt(_ref)?(\w+)")
_CLOSES = {  # what a tag closes that was left open, and where the search for it ends
    "li": (("li",), ("ul", "ol", "table")),
    "td": (("td", "th"), ("table",)),
    "th": (("td", "th"), ("table",)),
    "tr": (("tr",), ("table",)),
    "dt": (("dt", "dd"), ("dl", "table")),
    "dd": (("dt", "dd"), ("dl", "table")),
}


class Page:
    """Reads one page; then ``runs`` are its text and ``noted`` what else is in it."""

    def __init__(self, source: str, deepest: int) -> None:
        self.runs: list[Run] = []
        self.noted: list[Noted] = []
        self.too_deep = False
        self._source = source
        self._at = 0
        self._deepest = deepest
        self._open: list[tuple[str, Look]] = [("", Look())]
        self._classes: dict[str, str] = {}
        self._run: Run | None = None
        self._breaks = 0
        self._gap = -1
        self._fresh_item = False
        self._rows: list[tuple[int, int, int]] = []  # of each open row: its number, its first run, its cells so far
        self._row = 0
        self._out: tuple[str, Point, list[str]] | None = None  # what is being left out, from where, its words
        self._inserted: list[tuple[Point, int]] = []
        self._comment, self._comment_in = "", 0  # whose words are read, and how deep stands the element of them all
        self._anchors: dict[str, Point] = {}

    def read(self) -> None:
        """Read it all; it ends early where elements stand too deep in each other."""
        for event in events(self._source):
            self._at = event.at
            if event.kind == "start":
                self._start(event)
            elif event.kind == "end":
                self._end(event.words)
            elif event.kind == "comment":
                self._comment_here(event.words)
            else:
                self._take(event.words, event.at, whole=event.kind == "reference")
            if self.too_deep:
                return
        self._finish()

    def _start(self, event: Event) -> None:
        tag, attributes = event.words, event.attributes
        if tag == "br":
            self._line_break()
            return
        if tag in BREAKS:
            self._border(tag)
            self._close_left_open(tag)
        if tag in VOID:
            return
        if tag == "a" and (note := _NOTE.fullmatch(attributes.get("href", ""))):
            self._note(note, attributes)
        over = self._open[-1][1]
        made = look(tag, attributes, over, self._classes)
        if tag == "a" and _NOTE.fullmatch(attributes.get("href", "")):
            made = Look(skipped=True)
        self._open.append((tag, made))
        self.too_deep = len(self._open) > self._deepest
        self._leave_out(made)
        if tag == "li" or (tag == "p" and is_word_item(attributes, self._classes)):
            self._fresh_item = True
        elif tag == "tr":
            self._row += 1
            self._rows.append((self._row, len(self.runs), 0))
        elif tag in ("td", "th") and self._rows:
            self._rows[-1] = (*self._rows[-1][:2], self._rows[-1][2] + 1)
        elif tag == "ins":
            self._inserted.append((self._here(), self._at))

    def _end(self, tag: str) -> None:
        if tag in BREAKS:
            self._border(tag)
        at = next((at for at in range(len(self._open) - 1, 0, -1) if self._open[at][0] == tag), 0)
        if not at:
            return
        if tag in BREAKS or at == len(self._open) - 1:
            self._end_down_to(at)
        else:
            del self._open[at]  # <b><i></b></i>: nothing of a block is closed by that
        self._leave_out(self._open[-1][1])

    def _comment_here(self, said: str) -> None:
        """A comment: one to the program stays, on a line of its own before the run in which it stands."""
        if not comments(said):
            return
        aside = Run("aside", self._run.breaks if self._run else self._breaks)
        for piece in _AS_TYPED.finditer(said):
            aside.add(Part("\n" if piece[0][0] in "\r\n" else piece[0], self._at + piece.start()))
        if self._run is not None:
            self.runs.insert(len(self.runs) - 1, aside)
            self._run.breaks = 1
        else:
            self.runs.append(aside)
            self._breaks = 1

    def _finish(self) -> None:
        """The page ends, and with it what nothing closed."""
        self._end_down_to(1)
        self._leave_out(Look())
        words: dict[str, list[str]] = {}
        for run in self.runs:
            words.setdefault(run.comment, []).append(run.text)
        for number, anchor in self._anchors.items():
            self.noted.append(Noted("comment", anchor, anchor, " ".join(words.get(number, ()))))

    # -- text

    def _take(self, data: str, at: int, whole: bool = False) -> None:
        """Text that stands at ``at``; characters in the place of a reference are ``whole``: all of them stand there."""
        state = self._open[-1][1]
        if state.skipped:
            if self._open[-1][0] == "style":
                self._classes |= classes_in(data)
            return
        if self._out is not None:
            self._out[2].append(data)
        elif state.as_typed and not whole:
            for piece in _AS_TYPED.finditer(data):
                if piece[0][0] in "\r\n":
                    self._line_break(at + piece.start())
                else:
                    self._add(piece[0], at + piece.start(), state)
        else:
            self._folded(data, at, state)

    def _folded(self, data: str, at: int, state: Look) -> None:
        end = 0
        for piece in _SHOWN.finditer(data):
            if piece.start() > end:
                self._gap = at + end
            self._add(piece[0], at + piece.start(), state)
            end = piece.end()
        if end < len(data):
            self._gap = at + end

    def _add(self, words: str, at: int, state: Look) -> None:
        if self._run is None:
            if not words.strip(_BLANKS + "\u00a0"):
                return
            self._run = self._new_run(state)
        elif self._gap >= 0 and not self._run.parts[-1].text.endswith("\n"):
            self._run.add(Part(" ", self._gap))
        self._gap = -1
        self._run.add(Part(words, at, state.bold))

    def _new_run(self, state: Look) -> Run:
        kind: RunKind = "paragraph"
        if state.quoted:
            kind = "quote"
        elif state.heading:
            kind = "heading"
        elif self._fresh_item:
            kind = "list-item"
        row, _, cell = self._rows[-1] if self._rows else (0, 0, 0)
        made = Run(kind, self._breaks, row=row, cell=cell, comment=self._comment)
        self._fresh_item, self._breaks = False, 0
        self.runs.append(made)
        return made

    def _line_break(self, at: int = -1) -> None:
        if self._out is not None:
            self._out[2].append(" ")
        elif self._run is not None:
            if [part.text for part in self._run.parts[-2:]] != ["\n", "\n"]:
                self._run.add(Part("\n", at if at >= 0 else self._at))
        else:
            self._breaks = min(2, self._breaks + 1)
        self._gap = -1

    # -- elements

    def _border(self, tag: str) -> None:
        """Between two paragraphs: those of an item stand under each other without an empty line."""
        if self._out is not None:
            self._out[2].append(" ")
        state = self._open[-1][1]
        tight = (state.in_item and tag in ("p", "ul", "ol")) or self._fresh_item
        self._breaks = max(self._breaks, 1 if tight else BREAKS[tag])
        self._run, self._gap = None, -1

    def _close_left_open(self, tag: str) -> None:
        closed, until = _CLOSES.get(tag, ((), ()))
        for at in range(len(self._open) - 1, 0, -1):
            name = self._open[at][0]
            if name in until or (not closed and name in BREAKS and name != "p"):
                return
            if name in closed or (name == "p" and not closed):
                self._end_down_to(at)
                return

    def _end_down_to(self, at: int) -> None:
        """Close all elements from that one on."""
        while len(self._open) > at:
            name, _ = self._open.pop()
            if name == "tr" and self._rows:
                number, first, cells = self._rows.pop()
                self.runs[first:] = as_row(self.runs[first:], number, cells)
            elif name == "ins" and self._inserted:
                start, begins = self._inserted.pop()
                words = " ".join(re.sub(r"<[^>]*>", " ", self._source[begins : self._at]).split())
                self.noted.append(Noted("insertion", start, self._here(), html.unescape(words)))
            if name == "li":
                self._fresh_item = False
            if len(self._open) <= self._comment_in:
                self._comment, self._comment_in = "", 0

    def _note(self, note: re.Match[str], attributes: dict[str, str]) -> None:
        """A comment of Google Docs: its sign in the text, or its words under the letter."""
        if not note[1]:
            self._anchors[note[2]] = self._here()
            return
        self._border("p")
        blocks = [at for at, (name, _) in enumerate(self._open) if name == "div"]
        self._comment, self._comment_in = note[2], blocks[-1] if blocks else max(1, len(self._open) - 1)

    def _leave_out(self, state: Look) -> None:
        """Note what is hidden or struck out, when that begins or ends."""
        kind = "hidden" if state.hidden else "deletion" if state.deleted else ""
        if self._out is not None and kind != self._out[0]:
            words = " ".join("".join(self._out[2]).split())
            if words:
                self.noted.append(Noted(self._out[0], self._out[1], self._out[1], words))
            self._out = None
        if kind and self._out is None and not state.skipped:
            self._out = (kind, self._here(), [])

    def _here(self) -> Point:
        run = self._run or (self.runs[-1] if self.runs else None)
        return Point(run, run.length if run else 0)
