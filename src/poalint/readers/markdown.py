"""Markdown: the source stays the text; its blocks become marks, and what a reader of the letter does not see, markup.

Writers call any letter ``.md``. So nothing is code for being indented, no tag is a tag but those of text, and what
Markdown would run on against the look of the lines ("lazy" lines) is left to be told from the lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from poalint.comments import comments, without
from poalint.limits import Limits
from poalint.model import Draft, Mark, MarkKind
from poalint.readers.alignment import Lines, cells, places
from poalint.readers.emphasis import heads
from poalint.readers.inline import Inline, Span
from poalint.readers.paragraphs import Context, paragraph
from poalint.readers.text import content, draft_of, whole

_DEEPEST = 60
"""Deeper quotations and lists are read as they are typed; the parser calls itself for each level."""
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_SHOWN = re.compile(r"[^\r\n]")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LEADS_SOMEWHERE = re.compile(r"://|^[#/.<]|@|\.\w+$")


def read(path: str, data: bytes, limits: Limits) -> Draft:
    """A draft from the bytes of a Markdown file. Raises DraftError as the reader of plain text does."""
    draft = draft_of(path, *content(path, data, limits.megabytes), limits=limits)
    return whole(replace(draft, marks=marks(draft.text, draft.front, limits)), limits)


def marks(text: str, front: int, limits: Limits) -> tuple[Mark, ...]:
    """What Markdown says of the text behind its front matter, in order."""
    own = comments(text)
    plain = _SHOWN.sub(" ", text[:front]) + without(text, own)[front:]
    hidden = [found.span() for found in _COMMENT.finditer(plain)]
    for start, end in hidden:
        plain = plain[:start] + _SHOWN.sub(" ", plain[start:end]) + plain[end:]
    lines = [(found.start(), found[1]) for found in _LINE.finditer(plain)]
    parser = MarkdownIt("commonmark", {"maxNesting": min(limits.nesting, _DEEPEST), "inline_definitions": True})
    parser.enable(["table", "strikethrough"]).disable(["code", "html_block", "inline"])
    parser.inline = Inline()
    env: dict[str, object] = {}
    walk = _Walk(lines, parser, env)
    walk.over(parser.parse("\n".join(line for _, line in lines), env))
    inner = _merged([*hidden, *walk.hidden])
    blocks = _joined(walk.blocks, text, bool(own))
    return tuple(sorted([*blocks, *(Mark("markup", *span) for span in inner)], key=lambda mark: (mark.start, mark.end)))


class _Walk:
    """Goes through the parser's tokens once, gathering marks of blocks and spans that nobody sees."""

    def __init__(self, lines: Lines, parser: MarkdownIt, env: dict[str, object]) -> None:
        self.blocks: list[Mark] = []
        self.hidden: list[Span] = []
        self._lines = lines
        self._parser = parser
        self._inline = parser.inline
        self._env = env
        self._quoted: set[int] = set()
        self._items: list[list[int]] = []  # of each open item: the paragraphs in it so far, its first line
        self._cell = 0

    def over(self, tokens: list[Token]) -> None:
        """Take all tokens."""
        for number, token in enumerate(tokens):
            if token.type == "inline" and token.map:
                self._words(tokens[number - 1], token)
            elif token.type == "blockquote_open" and token.map:
                self._quoted.update(range(*token.map))
            elif token.type == "list_item_open" and token.map:
                self._items.append([0, token.map[0]])
            elif token.type == "list_item_close":
                self._items.pop()
            elif token.type == "fence" and token.map:
                self._fence(token)
            elif token.type == "tr_open" and token.map:
                self._row(token.map[0])
            elif token.type == "thead_open" and token.map:
                self._whole_line(token.map[0] + 1)
            elif token.type == "definition" and token.map and _LEADS_SOMEWHERE.search(str(token.meta.get("url", ""))):
                for line in range(*token.map):
                    self._whole_line(line)

    def _words(self, over: Token, token: Token) -> None:
        assert token.map
        first = token.map[0]
        at = self._in_cell(first) if over.type in ("th_open", "td_open") else places(token.content, self._lines, first)
        if not at or len(at) != len(token.content):
            return
        inside = self._inline.inside(token.content, self._parser, self._env)  # type: ignore[attr-defined]
        self.hidden += [(at[start], at[end - 1] + 1) for start, end in inside.hidden if end > start]
        strong = [(at[start], at[end - 1] + 1) for start, end in inside.strong if end > start]
        if over.type == "heading_open":
            if self._heading(over, token, at):
                return
        elif over.type != "paragraph_open":
            return
        counted = self._items[-1] if self._items else [0, 0]
        counted[0] += 1
        context = Context(
            quoted=first in self._quoted,
            item=bool(self._items) and counted[0] == 1,
            margin=self._indent(counted[1]) if self._items else -1,
        )
        ends = [
            (self._lines[line][0], self._lines[line][1]) for line in range(first, first + 1 + token.content.count("\n"))
        ]
        self.blocks += paragraph(at[0], ends, context, strong, self.hidden)

    def _heading(self, over: Token, token: Token, at: tuple[int, ...]) -> bool:
        """Mark a heading; one that is only underlined must look like one: writers draw lines under paragraphs too."""
        assert over.map
        underlined = over.markup in ("=", "-")
        if underlined and ("\n" in token.content or not heads(token.content)):
            return False
        if underlined:
            self._whole_line(over.map[1] - 1)
        start, line = self._lines[over.map[0]]
        if not underlined:
            signs = line.find("#")
            self.hidden += [(start + signs, at[0]), (at[-1] + 1, start + len(line.rstrip()))]
        self.blocks.append(Mark("quote" if over.map[0] in self._quoted else "heading", at[0], at[-1] + 1))
        return True

    def _fence(self, token: Token) -> None:
        """What is set off as code is read as it stands: whole letters are copied with such a frame around them."""
        assert token.map
        first, end = token.map
        inner = token.content.count("\n")
        start, line = self._lines[first]
        self.hidden.append((start + max(0, line.find(token.markup)), start + len(line)))
        if end - first - 1 > inner:
            start, line = self._lines[end - 1]
            self.hidden.append((start + max(0, line.find(token.markup)), start + len(line)))
        filled = [number for number in range(first + 1, min(first + 1 + inner, end)) if self._lines[number][1].strip()]
        if filled:
            begins, line = self._lines[filled[0]]
            ends, last = self._lines[filled[-1]]
            kind: MarkKind = "quote" if first in self._quoted else "paragraph"
            self.blocks.append(Mark(kind, begins + len(line) - len(line.lstrip()), ends + len(last.rstrip())))

    def _row(self, number: int) -> None:
        start, line = self._lines[number]
        self._cell = 0
        begins = start + len(line) - len(line.lstrip())
        self.blocks.append(Mark("quote" if number in self._quoted else "table-row", begins, start + len(line.rstrip())))
        self.hidden += [(start + found.start(), start + found.end()) for found in re.finditer(r"\\(?=\|)", line)]

    def _in_cell(self, number: int) -> tuple[int, ...]:
        """The places of the next cell's characters."""
        start, line = self._lines[number]
        spans = cells(line)
        self._cell += 1
        begin, end = spans[self._cell - 1] if self._cell <= len(spans) else (0, 0)
        at = range(begin, end)
        return tuple(start + each for each in at if not (line[each] == "\\" and line[each + 1 : each + 2] == "|"))

    def _whole_line(self, number: int) -> None:
        start, line = self._lines[number]
        self.hidden.append((start, start + len(line)))

    def _indent(self, number: int) -> int:
        line = self._lines[number][1].expandtabs(4)
        return len(line) - len(line.lstrip(" "))


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The same characters in spans that do not touch, in order."""
    made: list[Span] = []
    for start, end in sorted(span for span in spans if span[1] > span[0]):
        if made and start <= made[-1][1]:
            made[-1] = made[-1][0], max(made[-1][1], end)
        else:
            made.append((start, end))
    return made


def _joined(blocks: list[Mark], text: str, commented: bool) -> list[Mark]:
    """Marks in order; a paragraph in which a comment to the program stands on its own line is one all the same."""
    made: list[Mark] = []
    for mark in sorted(blocks, key=lambda mark: mark.start):
        if mark.end <= mark.start or (made and mark.start < made[-1].end):
            continue
        before = made[-1] if made else None
        if commented and before and before.kind == mark.kind == "paragraph":
            between = _COMMENT.sub("", text[before.end : mark.start])
            if not re.search(r"\n[ \t]*\r?\n[ \t]*\r?\n", between) and text[before.end : mark.start] != between:
                made[-1] = Mark("paragraph", before.start, mark.end)
                continue
        made.append(mark)
    return made
