"""Help in other languages than click's: the same parts in the same order, in columns of the right width."""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

from poalint.formats.columns import cells, padded, widest
from poalint.formats.lines import on_one_line
from poalint.formats.wrapping import rows
from poalint.speech import Lang, Phrase, render, translated

_PARAGRAPHS = re.compile(r"\n\s*\n")
_EXTRA = re.compile(r"(?P<help>.*?)(?:(?:^|  )\[(?P<extra>[^\[\]]+)\])?", re.DOTALL)
"""What an option's help ends in: its default, the range of its values, that it is required."""
_DEFAULT = "default: "


class SpokenFormatter(click.HelpFormatter):
    """Writes help in one language; what the catalogue lacks stays in English."""

    def __init__(self, lang: Lang, width: int | None = None, max_width: int | None = None) -> None:
        super().__init__(width=width, max_width=max_width)
        self._lang = lang

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how the program is called; names that stand for something are said, metavars of ours stay."""
        for name in ("[OPTIONS]", "COMMAND [ARGS]..."):
            args = args.replace(name, translated(name, self._lang))
        start = f"{translated('Usage: ', self._lang) if prefix is None else prefix}{prog} "
        self._write_rows(start, args, cells(start))

    def write_heading(self, heading: str) -> None:
        """Write the heading of a list."""
        self.write(" " * self.current_indent + render(Phrase("{title}:", title=Phrase(heading)), self._lang) + "\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs."""
        for number, paragraph in enumerate(_PARAGRAPHS.split(text.strip())):
            if number:
                self.write("\n")
            indent = " " * self.current_indent
            self._write_rows(indent, translated(on_one_line(paragraph), self._lang), self.current_indent)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write a list of options or commands, what each does beside its name or, where that is long, under it."""
        listed = list(rows)
        room = min(widest(name for name, _ in listed), col_max) + col_spacing
        indent = " " * self.current_indent
        for name, said in listed:
            start = indent + padded(name, room)
            if cells(name) > room - col_spacing:
                self.write(f"{indent}{name}\n")
                start = indent + " " * room
            self._write_rows(start, self._told(said), self.current_indent + room)

    def _told(self, said: str) -> str:
        match = _EXTRA.fullmatch(said)
        assert match is not None, "every part of the pattern may be empty"
        told = translated(on_one_line(match["help"]), self._lang)
        extras = (self._extra(each) for each in (match["extra"] or "").split("; ") if each)
        more = "; ".join(extras)
        return f"{told}  [{more}]".strip() if more else told

    def _extra(self, extra: str) -> str:
        if extra.startswith(_DEFAULT):
            return render(Phrase("default: {value}", value=extra.removeprefix(_DEFAULT)), self._lang)
        return translated(extra, self._lang)

    def _write_rows(self, start: str, text: str, hang: int) -> None:
        for begin, end in rows(text, max(self.width - hang, 10)):
            self.write(f"{start}{text[begin:end]}".rstrip() + "\n")
            start = " " * hang
        if not text:
            self.write(start.rstrip() + "\n")
