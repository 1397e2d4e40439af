"""One paragraph of RTF while its runs come in."""

from __future__ import annotations

import re

from poalint.model import Extra

_WORD = re.compile(r"\S+")


class Paragraph:
    """The text of a paragraph so far, and what stands beside it: comments, hidden and tracked runs."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._beside: list[tuple[str, int, int, str]] = []
        self._from: int | None = None
        self._to: int | None = None

    def write(self, text: str, inserted: bool = False) -> None:
        """Add text that a reader sees; whether somebody's tracked change has put it in."""
        if inserted:
            last = self._beside[-1] if self._beside else None
            if last and last[0] == "insertion" and last[2] == self._length:
                self._beside[-1] = ("insertion", last[1], last[2] + len(text), last[3] + text)
            else:
                self._beside.append(("insertion", self._length, self._length + len(text), text))
        self._pieces.append(text)
        self._length += len(text)

    def put(self, kind: str, words: str) -> None:
        """Note what a reader does not see at this place; runs of one kind that touch are one."""
        last = self._beside[-1] if self._beside else None
        if kind != "comment" and last and last[0] == kind and last[2] == self._length:
            self._beside[-1] = (kind, last[1], last[2], last[3] + words)
        elif kind == "comment" and self._from is not None:
            self._beside.append((kind, self._from, self._to or self._length, words))
            self._from = self._to = None
        else:
            self._beside.append((kind, self._length, self._length, words))

    def begin_range(self) -> None:
        """What a comment hangs on begins here."""
        self._from, self._to = self._length, None

    def end_range(self) -> None:
        """What a comment hangs on ends here."""
        self._to = self._length

    def done(self) -> tuple[str, tuple[Extra, ...]]:
        """The text without space around it, and the extras at their places in it."""
        whole = "".join(self._pieces)
        text = whole.strip()
        cut = len(whole) - len(whole.lstrip())
        extras = [
            Extra(kind, *_span(text, start - cut, end - cut, kind == "field"), " ".join(words.split()))
            for kind, start, end, words in self._beside
            if words.strip()
        ]
        return text, tuple(extras)


def _span(text: str, start: int, end: int, ahead: bool) -> tuple[int, int]:
    """The stretch itself; where it has no length, the word before it, or (``ahead``) the one behind it."""
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    if bare := text[start:end].strip():
        start = text.index(bare, start)
        return start, start + len(bare)
    words = list(_WORD.finditer(text))
    if ahead:
        near = next((each for each in words if each.end() > start), words[-1] if words else None)
    else:
        near = next((each for each in reversed(words) if each.start() < start), words[0] if words else None)
    return (near.start(), near.end()) if near else (0, 0)
