"""Allowances that stand in a draft: ``<!-- poalint: allow NAME, NAME -- reason -->`` on a line of its own.

``allow`` holds for the next block, ``allow-in-letter`` for the whole letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from poalint.asides.allowance import Allowance, Named
from poalint.comments import Comment, without
from poalint.errors import nearest
from poalint.model import Draft, Mark
from poalint.speech import Phrase, Tellable
from poalint.structure.lines import BULLET, Lines, is_blank, is_table_row
from poalint.structure.marked import Marks

_NEXT, _WHOLE = "allow", "allow-in-letter"
_SAYS = re.compile(r"\s*[:\uff1a]\s*(?P<verb>[A-Za-z-]*[A-Za-z])(?=\s|-|\Z)(?P<rest>.*)", re.DOTALL)
_BEFORE_REASON = re.compile(r"--+|[\u2013\u2014]+")
_NAME = re.compile(r"[^,\uff0c\u3001]+")
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]")


def parsed(draft: Draft, hidden: tuple[Comment, ...]) -> tuple[Allowance, ...]:
    """The allowances that the comments of a draft make, those that are malformed among them."""
    lines, marks = Lines(without(draft.body, hidden), hidden), Marks(draft.marks)
    return tuple(_allowance(each, draft.text, lines, marks) for each in hidden)


def _allowance(comment: Comment, text: str, lines: Lines, marks: Marks) -> Allowance:
    says = _SAYS.match(text, comment.says_from, comment.says_to)
    if wrong := _wrong(comment, says, text):
        return Allowance(start=comment.start, end=comment.end, malformed=wrong)
    assert says
    ends = _BEFORE_REASON.search(text, says.end("verb"), comment.says_to)
    names = tuple(_names(text, says.end("verb"), ends.start() if ends else comment.says_to))
    reason = " ".join(text[ends.end() : comment.says_to].split()) if ends else ""
    return Allowance(
        names=names,
        reason=reason if any(map(str.isalnum, reason)) else "",
        whole=says["verb"].lower() == _WHOLE,
        scope=_next_block(lines, marks, comment.end),
        start=comment.start,
        end=comment.end,
        malformed=_misnamed(names),
    )


def _wrong(comment: Comment, says: re.Match[str] | None, text: str) -> Tellable:
    """What keeps a comment from being an allowance, before its names are looked at."""
    if not comment.closed:
        return Phrase("it is not closed: `-->` must end it")
    if not comment.named:
        return Phrase("it must begin with `poalint:`")
    if says is None:
        return Phrase("behind `poalint:` must stand `allow` or `allow-in-letter`, and what is allowed")
    if (verb := says["verb"].lower()) not in (_NEXT, _WHOLE):
        near = (nearest(verb, (_NEXT, _WHOLE)) or [_NEXT])[0]
        return Phrase("`{verb}` says nothing, `{near}` is probably meant", verb=verb, near=near)
    if not _alone(comment, text):
        return Phrase("it must stand on a line of its own")
    return ""


def _misnamed(names: tuple[Named, ...]) -> Tellable:
    if not names:
        return Phrase("it names no rule, pillar or flag")
    if any(len(each.name.split()) > 1 for each in names):
        return Phrase("commas must stand between names, and `--` before the reason")
    return ""


def _names(text: str, start: int, end: int) -> Iterator[Named]:
    for found in _NAME.finditer(text, start, end):
        name = found[0].strip()
        if name.strip("-"):
            at = text.index(name, found.start())
            yield Named(name, at, at + len(name))


def _alone(comment: Comment, text: str) -> bool:
    begin = max(text.rfind("\n", 0, comment.start), text.rfind("\r", 0, comment.start)) + 1
    after = re.compile(r"[^\r\n]*").match(text, comment.end)
    return not text[begin : comment.start].strip("\ufeff \t>") and not (after and after[0].strip())


def _next_block(lines: Lines, marks: Marks, after: int) -> tuple[int, int]:
    """The span of the next block: from the next line with text up to a blank one, or one that begins an item.

    It is told from the lines and from what the file says of them, so that a letter that was read before need not be
    read again.
    """
    start = end = -1
    own: Mark | None = None
    for line in lines.all:
        if line.start < after or (start < 0 and is_blank(line.text)):
            continue
        mark = marks.at(line.end - len(line.text.lstrip()))
        if start >= 0 and (is_blank(line.text) or mark is not own or (_by_lines(mark) and _begins(line.text))):
            break
        start, end, own = (line.start if start < 0 else start), line.end, mark
        if not _by_lines(mark):
            continue
        if is_table_row(line.text) or _HEADING.match(line.text):
            break
    return start, end


def _by_lines(mark: Mark | None) -> bool:
    """Whether only a line's looks tell what it is."""
    return mark is None or mark.kind == "paragraph"


def _begins(line: str) -> bool:
    """Whether a line begins a block of its own, although no blank line stands before it."""
    return bool(BULLET.match(line) or _HEADING.match(line) or is_table_row(line))
