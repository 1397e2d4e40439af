"""The text of a file that people write by hand, cut into lines, and places in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from poalint.errors import Place, RuleError
from poalint.speech import Phrase

Loc = tuple[int | str, ...]
"""The way to a value in a file: keys, and places in lists from 0."""
MOST_CHARACTERS = 1_000_000
DEEPEST = 50
"""A file may be nested so deep."""

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line for YAML."""
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What YAML takes for no text. Told by what it is: an expression of all that is text takes long to compile."""


@dataclass(frozen=True)
class Source:
    """A file's text, cut into lines as YAML cuts it."""

    path: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return _BREAK.split(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(each.end() for each in _BREAK.finditer(self.text))]

    def place(self, line: int, column: int, width: int = 0) -> Place:
        """A place by its 0-based line and column; without a width it goes on to the end of the line's words."""
        line = min(line, len(self.lines) - 1)
        text = self.lines[line]
        column = min(column, len(text))
        return Place(self.path, line + 1, column + 1, max(1, width or len(text.rstrip()) - column), text)

    def place_at(self, start: int, end: int) -> Place:
        """The place of a stretch of the text; of several lines the first."""
        line, column = self.line_and_column(start)
        return self.place(line, column, min(end - start, max(1, len(self.lines[line].rstrip()) - column)))

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """The 0-based line and column of a place in the text."""
        line = bisect_right(self._starts, offset) - 1
        return line, offset - self._starts[line]

    def of_node(self, node: Any) -> Place:
        """The place of a key or value; without one the beginning of the file."""
        if node is None:
            return self.place(0, 0)
        start, end = node.start_mark, node.end_mark
        return self.place(start.line, start.column, end.column - start.column if end.line == start.line else 0)

    def within(self, node: Any, words: str) -> Place | None:
        """The place of ``words`` in what a node covers: as an entry between commas, or as words of their own."""
        spaced = r"\s+".join(map(re.escape, words.split()))
        if not spaced:
            return None
        begin, end = (self._offset(mark) for mark in (node.start_mark, node.end_mark))
        between, alone = rf"(?:^|[,>|\[])\s*(?P<it>{spaced})\s*(?:,|\]|$)", rf"(?<![\w-])(?P<it>{spaced})(?![\w-])"
        for pattern in (between, alone):
            if found := re.compile(pattern, re.ASCII).search(self.text[begin:end]):
                return self.place_at(begin + found.start("it"), begin + found.end("it"))
        return None

    def _offset(self, mark: Any) -> int:
        return self._starts[mark.line] + mark.column if mark.line < len(self._starts) else len(self.text)


def text_of(path: str, raw: bytes) -> str:
    """The text of a file. Raises RuleError where it is not UTF-8, too long, or holds what no text holds."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RuleError(path, "this is UTF-16, not UTF-8", "Save the file as UTF-8 text.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        source = Source(path, raw.decode("utf-8-sig", "replace"))
        before = error.object[: error.start].decode("utf-8", "replace")  # without the mark: utf-8-sig cuts it off
        where = source.place_at(len(before), len(before) + 1)
        reason = Phrase("this is not UTF-8 (the byte {byte})", byte=f"0x{error.object[error.start]:02x}")
        raise RuleError(where, reason, "Save the file as UTF-8 text.") from error
    if len(text) > MOST_CHARACTERS:
        reason = Phrase("this has more than {most} characters", most=MOST_CHARACTERS)
        raise RuleError(path, reason, "Make several files of it.")
    if found := _NO_TEXT.search(text):
        reason = Phrase("a character stands here that no text holds ({code})", code=f"U+{ord(found[0]):04X}")
        raise RuleError(Source(path, text).place_at(found.start(), found.end()), reason, "Strike it.")
    return text
