"""The lines of one Markdown paragraph to marks: which of them are bold headings, and which only hang on lazily."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from poalint.model import Mark, MarkKind
from poalint.readers.alignment import Lines
from poalint.readers.emphasis import heads

_FINISHED = re.compile(r"[.!?:;][\"')\]*_\u201d\u2019]*\s*$")
_QUOTE_SIGN = re.compile(r"[ \t]*>")


@dataclass(frozen=True, slots=True)
class Context:
    """Where a paragraph stands: in a quotation, as the words of an item, and how far that item's marker is indented."""

    quoted: bool = False
    item: bool = False
    margin: int = -1


def paragraph(
    begin: int, lines: Lines, context: Context, strong: Sequence[tuple[int, int]], hidden: Sequence[tuple[int, int]]
) -> list[Mark]:
    """The marks of a paragraph whose words begin at ``begin``; ``strong`` and ``hidden`` are spans of it.

    A lazy line, one at the margin under the words of an item or a quotation, gets none: whoever typed it there may
    mean a paragraph of its own, and the line tells. A quotation that breaks off in a sentence does go on with it.
    """
    made: list[Mark] = []
    kind: MarkKind = "quote" if context.quoted else "list-item" if context.item else "paragraph"
    open_ = False
    before = ""
    for number, (start, line) in enumerate(lines):
        first = begin if number == 0 else start + len(line) - len(line.lstrip())
        end = start + len(line.rstrip())
        after = lines[number + 1][1] if number + 1 < len(lines) else ""
        goes_on = context.quoted and open_ and line.lstrip()[:1].islower() and not _FINISHED.search(before)
        if number and _is_lazy(line, context) and not goes_on:
            open_ = False
            kind = "quote" if context.quoted else "paragraph"
        elif not context.quoted and _is_bold(line, start, first, strong, hidden, after):
            made.append(Mark("heading", first, end))
            open_, kind = False, "paragraph"
        elif open_:
            made[-1] = Mark(kind, made[-1].start, end)
        elif not number or not _is_lazy(line, context):
            made.append(Mark(kind, first, end))
            open_ = True
        before = line
    return made


def _is_lazy(line: str, context: Context) -> bool:
    if context.quoted:
        return not _QUOTE_SIGN.match(line)
    shown = line.expandtabs(4)
    return context.margin >= 0 and len(shown) - len(shown.lstrip(" ")) <= context.margin


def _is_bold(
    line: str,
    start: int,
    first: int,
    strong: Sequence[tuple[int, int]],
    hidden: Sequence[tuple[int, int]],
    after: str,
) -> bool:
    """Whether all words of a line are in bold type, and such as a heading has; a colon may stand outside."""
    end = start + len(line.rstrip())
    if not any(a < end and b > first for a, b in strong):
        return False
    unseen = _within(hidden, first, end)
    covered = _within(strong, first, end) | unseen
    shown = {at for at in range(first, end) if not line[at - start].isspace() and line[at - start] not in ":\uff1a"}
    words = "".join(" " if at in unseen else line[at - start] for at in range(first, end))
    return shown <= covered and heads(words, after)


def _within(spans: Iterable[tuple[int, int]], first: int, end: int) -> set[int]:
    """The places of spans between two others."""
    return {at for start, stop in spans for at in range(max(start, first), min(stop, end))}
