"""Tokens of RTF to parts of a letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from poalint.model import Extra, MarkKind
from poalint.readers.parts import Part, row
from poalint.readers.rich.paragraph import Paragraph
from poalint.readers.rich.state import State, Tables
from poalint.readers.rich.tokens import Token
from poalint.readers.rich.words import DESTINATIONS, ENDS, QUIET_FIELDS, SIGNS, SKIPPED, SYMBOLS, TEXT_BOX


class Machine:
    """Takes tokens one by one; ``parts`` are what they have made so far. Raises nothing, whatever comes."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.depth = 0
        self.text_boxes = False
        self.written = 0
        self._state = State()
        self._outer: list[State] = []
        self._tables = Tables()
        self._paragraph = Paragraph()
        self._cells: list[tuple[str, tuple[Extra, ...]]] = []
        self._number = 0
        self._listed = False
        self._starred = False
        self._bytes = bytearray()
        self._skip = 0
        self._high = 0
        self._aside: list[str] = []
        self._waiting: tuple[Extra, ...] = ()

    def take(self, token: Token) -> None:
        """Take the next token."""
        if token.kind == "bytes":
            data = token.data[self._skip :]
            self._skip = max(0, self._skip - len(token.data))
            if self._state.reads != "nothing":  # a picture has megabytes of digits
                self._bytes += data
            self._starred = False
            return
        self._flush()
        if token.kind == "open":
            self.depth += 1
            self._outer.append(replace(self._state))
            self._skip = 0
        elif token.kind == "close":
            self._close()
        elif token.kind == "symbol":
            self._symbol(token.word)
        elif self._skip:
            self._skip -= 1
        else:
            self._word(token.word, token.number)
            self._starred = False

    def end(self) -> None:
        """Take the end of the file."""
        self._flush()
        self._end_paragraph()
        if self._waiting and self.parts:
            last = self.parts[-1]
            fixed = tuple(replace(each, start=0, end=len(last.text)) for each in self._waiting)
            self.parts[-1] = replace(last, extras=(*last.extras, *fixed))

    # -- tokens --------------------------------------------------------------------------------------------------

    def _close(self) -> None:
        self.depth -= 1
        self._skip = 0
        if not self._outer:
            return
        inner, self._state = self._state, self._outer.pop()
        if inner.reads != self._state.reads:
            words = "".join(self._aside)
            if inner.reads == "comment":
                self._paragraph.put("comment", words)
            elif inner.reads == "field" and words.split() and words.split()[0].upper() not in QUIET_FIELDS:
                self._paragraph.put("field", words)
            self._aside = []
        elif inner.reads == "styles":
            self._tables.style(inner.style, "".join(self._aside))
            self._aside = []

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._starred = True
        elif self._skip:
            self._skip -= 1
        elif symbol in "\r\n":
            self._end_paragraph()
        else:
            self._write(SYMBOLS.get(symbol, ""))

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        if word in SKIPPED and not (word == "footnote" and state.reads == "comment"):
            state.reads = "nothing"
        elif word in DESTINATIONS:
            self._enter(word)
        elif word == TEXT_BOX:
            self.text_boxes = True
        elif state.reads == "nothing" or (self._starred and word not in _ACTIONS):
            state.reads = "nothing"
        elif word in SIGNS:
            self._write(SIGNS[word])
        elif word == "u" and number is not None:
            self._unicode(number % 0x10000)
        elif word in ENDS:
            self._break()
        elif action := _ACTIONS.get(word):
            action(self, 1 if number is None else number)

    def _enter(self, word: str) -> None:
        """Begin a destination that is read."""
        to = DESTINATIONS[word]
        if to == "letter":
            self._state.reads = self._outer[-1].reads if word == "fldrslt" and self._outer else to
        elif self._state.reads != "nothing":
            self._state.reads = to
            self._aside = []
            if to == "marker":
                self._listed = True
            elif to == "from":
                self._paragraph.begin_range()
            elif to == "to":
                self._paragraph.end_range()

    # -- text ----------------------------------------------------------------------------------------------------

    def _flush(self) -> None:
        """Write the bytes that have come since the last token of another kind."""
        if self._bytes:
            data, self._bytes = bytes(self._bytes), bytearray()
            self._write(self._tables.decode(data, self._state.font))

    def _unicode(self, unit: int) -> None:
        """A unit of UTF-16, of which some characters take two; what stands behind it for older programs is skipped."""
        if 0xD800 <= unit < 0xDC00:
            self._high = unit
        elif 0xDC00 <= unit < 0xE000:
            self._write(chr(0x10000 + ((self._high - 0xD800) << 10) + unit - 0xDC00) if self._high else "\ufffd")
            self._high = 0
        else:
            self._write(chr(unit) if unit else "")
        self._skip = self._state.fallback

    def _write(self, text: str) -> None:
        state = self._state
        if not text or state.reads in ("nothing", "marker", "fonts"):
            return
        if state.reads != "letter":
            self._aside.append(text)
        elif state.deleted or state.hidden:
            self._paragraph.put("deletion" if state.deleted else "hidden", text)
        else:
            self.written += len(text)
            self._paragraph.write(text, state.inserted)

    def _break(self) -> None:
        """The end of a paragraph; inside a cell, and inside a comment, it only parts words."""
        if self._state.reads == "letter" and not self._state.in_table:
            self._end_paragraph()
        elif self._state.reads in ("letter", "comment"):
            self._write(" ")

    # -- parts ---------------------------------------------------------------------------------------------------

    def _end_paragraph(self) -> None:
        text, extras = self._paragraph.done()
        kind: MarkKind = "paragraph"
        if self._tables.is_heading(self._state):
            kind = "heading"
        elif self._listed:
            kind = "list-item"
        self._paragraph, self._listed = Paragraph(), False
        self._add(kind, text, extras)

    def end_cell(self, number: int) -> None:
        """The end of a cell."""
        if self._state.reads == "letter":
            self._cells.append(self._paragraph.done())
            self._paragraph, self._listed = Paragraph(), False

    def end_row(self, number: int) -> None:
        """The end of a row; extras of its cells hang on all of it."""
        if self._cells:
            text = row(text for text, _ in self._cells)
            extras = tuple(replace(each, start=0, end=len(text)) for _, found in self._cells for each in found)
            self._cells = []
            self._add("table-row", text, extras)

    def _add(self, kind: MarkKind, text: str, extras: tuple[Extra, ...]) -> None:
        if not text.strip(" |\n\t"):
            self._waiting += extras
            return
        self._number += 1
        first = len(text.split(maxsplit=1)[0])
        waited = tuple(replace(each, start=0, end=first) for each in self._waiting)
        self.parts.append(Part(kind, text, paragraph=self._number, extras=waited + extras))
        self._waiting = ()

    # -- what control words set ----------------------------------------------------------------------------------

    def set(self, name: str, value: int | bool) -> None:
        """Let something hold from here to the end of the group."""
        setattr(self._state, name, value)

    def plain(self, number: int) -> None:
        """Let the characters that follow be plain ones."""
        self._state.hidden = self._state.deleted = self._state.inserted = False

    def fresh(self, number: int) -> None:
        """Let the paragraph that follows be an ordinary one."""
        self._state.style, self._state.level, self._state.in_table = 0, State().level, False

    def code_page(self, number: int) -> None:
        """Take the encoding of the document."""
        self._tables.set_code_page(number)

    def charset(self, number: int) -> None:
        """Take the character set of the font that is being described."""
        self._tables.set_charset(self._state.font, number)


def _setting(name: str, of: Callable[[int], int | bool] = int) -> Callable[[Machine, int], None]:
    return lambda machine, number: machine.set(name, of(number))


_ACTIONS: dict[str, Callable[[Machine, int], None]] = {
    "cell": Machine.end_cell,
    "row": Machine.end_row,
    "plain": Machine.plain,
    "pard": Machine.fresh,
    "ansicpg": Machine.code_page,
    "fcharset": Machine.charset,
    "f": _setting("font"),
    "uc": _setting("fallback", lambda number: max(0, min(number, 100))),
    "v": _setting("hidden", bool),
    "deleted": _setting("deleted", bool),
    "revised": _setting("inserted", bool),
    "s": _setting("style"),
    "outlinelevel": _setting("level"),
    "intbl": _setting("in_table", bool),
}
"""What each control word does that is no text and begins no destination."""


def run(tokens: Iterator[Token], look: Callable[[Machine], bool]) -> Machine:
    """Run a machine over all tokens; ``look`` is asked now and then whether it may go on."""
    machine = Machine()
    for at, token in enumerate(tokens):
        machine.take(token)
        if (token.kind == "open" or at % 500 == 0) and not look(machine):
            break
        if machine.depth <= 0 and token.kind == "close":
            break
    machine.end()
    return machine
