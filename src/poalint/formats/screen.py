"""Where lines go: plain text to a pipe or a file, rich to a terminal. Only this writes to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO, TYPE_CHECKING, Literal

from poalint.formats.columns import cells
from poalint.formats.lines import UNBROKEN, Line, tame, visible

if TYPE_CHECKING:
    from rich.console import Console

_STYLES = {
    "strong": "bold", "dim": "dim", "label": "bold cyan", "good": "green",
    "error": "bold red", "warning": "yellow", "note": "cyan",
}  # fmt: skip
_WIDEST = 100
"""Text in longer lines is hard to read; what is piped is cut to this where it must be cut."""
_NARROWEST = 40
_AT_ONCE = 1_000


class Screen:
    """Writes lines. ``color`` is auto, always or never; ``machine`` asks for plain UTF-8 wherever it goes."""

    def __init__(self, color: str = "auto", machine: bool = False) -> None:
        self._out: IO[str] = sys.stdout if sys.stdout is not None else open(os.devnull, "w")  # noqa: SIM115 # for the whole run
        self._machine = machine
        self._terminal = self._out.isatty() and not machine
        columns = _columns() if self._terminal else _WIDEST
        self.width = max(_NARROWEST, min(columns, _WIDEST))
        colored = not machine and (color == "always" or (color == "auto" and self._terminal and _likes_color()))
        self._console = self._rich(colored, color) if colored or self._terminal else None
        reconfigure = getattr(self._out, "reconfigure", None)
        if reconfigure:
            # A line at a time, so that a long run shows its reports as they come.
            if machine:
                reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)
            else:
                reconfigure(errors="replace", line_buffering=True)

    def show(self, line: Line) -> None:
        """Write one line."""
        self.show_all((line,))

    def show_all(self, lines: Iterable[Line]) -> None:
        """Write lines together; where they are very many, some at a time."""
        if not self._machine:
            lines = map(tame, lines)
        if self._console:
            for line in lines:
                self._show_rich(self._console, line)
            return
        plain = map(_plain, lines)
        while some := "".join(islice(plain, _AT_ONCE)):
            self._out.write(some)

    def flush(self) -> None:
        """Send on what is still held back."""
        self._out.flush()

    def _rich(self, colored: bool, color: str) -> Console:
        from rich.console import Console

        # No markup, no emoji codes, no highlighting of what looks like a number: styles come from here alone.
        system: Literal["auto", "standard"] = "auto" if color == "auto" else "standard"
        return Console(
            file=self._out,
            width=self.width,
            force_terminal=colored,
            color_system=system if colored else None,
            no_color=not colored,
            markup=False,
            emoji=False,
            highlight=False,
        )

    def _show_rich(self, console: Console, line: Line) -> None:
        from rich.text import Text

        text = Text()
        for part, style in line.parts:
            text.append(visible(part), _STYLES.get(style, ""))
        text.rstrip()
        if not (self._terminal and line.wrap and text.cell_len > self.width):
            console.print(text, soft_wrap=True)
            return
        from poalint.formats.wrapping import rows

        hang = min(line.hang, self.width // 2)
        at = next((number for number in range(len(text)) if cells(text.plain[:number]) >= hang), 0)
        head, rest = text[0:at], text[at:]
        whole = [(start - at, end - at) for start, end in _unbroken(line)]
        for start, end in rows(rest.plain, self.width - hang, whole):
            row = rest[start:end]
            row.rstrip()
            console.print(head + row, soft_wrap=True)
            head = Text(" " * hang)


def _columns() -> int:
    import shutil

    return shutil.get_terminal_size().columns


def _plain(line: Line) -> str:
    return visible("".join([text for text, _ in line.parts])).rstrip() + line.ending


def _unbroken(line: Line) -> Iterator[tuple[int, int]]:
    """Where the parts of a line stand that no break falls into."""
    end = 0
    for part, style in line.parts:
        start, end = end, end + len(visible(part))
        if style == UNBROKEN:
            yield start, end


def _likes_color() -> bool:
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
