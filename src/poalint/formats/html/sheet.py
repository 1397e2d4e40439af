"""What of a draft is the letter: all but its front matter and its comments to the program."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from poalint.comments import comments
from poalint.model import Draft, Finding, Mark

_TO_LINE_END = re.compile(r"[ \t]*(?:\r\n|\r|\n|\Z)")
_QUOTE_OR_SPACE = "> \t"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A draft that holds the letter alone, and findings at their places there.

    A finding that stood in what is left out has no place any more.
    """

    draft: Draft
    findings: tuple[Finding, ...]


def sheet(draft: Draft, findings: Iterable[Finding]) -> Sheet:
    """The letter of a draft; the draft itself where it holds nothing else."""
    out = list(_left_out(draft))
    if not out:
        return Sheet(draft, tuple(findings))
    edges = [0, *(end for _, end in out)]
    ends = [*(start for start, _ in out), len(draft.text)]
    text = "".join(draft.text[start:end] for start, end in zip(edges, ends, strict=True))
    marks = (Mark(each.kind, _place(each.start, out), _place(each.end, out)) for each in draft.marks)
    # where it stands in the file is no longer told by its text
    alone = replace(
        draft, text=text, front=0, marks=tuple(each for each in marks if each.start < each.end), spots=(), extras=()
    )
    return Sheet(alone, tuple(_moved(each, out) for each in findings))


def _left_out(draft: Draft) -> Iterator[tuple[int, int]]:
    """The spans of what is no letter, in order; a comment goes with its line, where it stands there alone."""
    if draft.front:
        yield 0, draft.front
    text = draft.text
    for each in comments(text):
        if each.start >= draft.front:
            begin = max(text.rfind("\n", 0, each.start), text.rfind("\r", 0, each.start)) + 1
            rest = _TO_LINE_END.match(text, each.end)
            alone = rest and not text[begin : each.start].strip(_QUOTE_OR_SPACE)
            yield (begin, rest.end()) if rest and alone else (each.start, each.end)


def _moved(finding: Finding, out: list[tuple[int, int]]) -> Finding:
    if finding.start is None or finding.end is None:
        return finding
    start, end = _place(finding.start, out), _place(finding.end, out)
    if start == end and finding.start < finding.end:
        return replace(finding, start=None, end=None)
    return replace(finding, start=start, end=end)


def _place(at: int, out: list[tuple[int, int]]) -> int:
    """Where a place of the draft lies in the letter; what is left out lies where it was taken from."""
    before = out[: bisect_right(out, at, key=lambda each: each[0])]
    return at - sum(min(end, at) - start for start, end in before)
