"""Markdown within a paragraph: which of its characters no reader of the finished letter sees.

The parser's tokens do not tell where they stand. So its loop over the rules is ours here, and notes where each of
them began and ended; what they decide is the parser's.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it import rules_inline as rules
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

Span = tuple[int, int]

_TAGS = frozenset({
    "a", "abbr", "b", "big", "blockquote", "br", "cite", "code", "del", "div", "em", "font", "h1", "h2", "h3", "h4",
    "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "o:p", "ol", "p", "pre", "q", "s", "small", "span",
    "strike", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul",
})  # fmt: skip
"""Tags of text. A writer's "<address>" or "<your name>" is a blank to fill in, whatever HTML makes of it."""
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9:]*)")
_ADDRESS = re.compile(r"[/:#.@]")
"""A link leads somewhere: "[item](s)" is none."""
_BLANK = re.compile(r"_{4,}|\*{4,}")
"""A blank to fill in, whatever emphasis may be made of it."""


@dataclass
class Inside:
    """What was found in a paragraph: spans that nobody sees, and those in bold type."""

    hidden: list[Span] = field(default_factory=list)
    strong: list[Span] = field(default_factory=list)


class Inline(ParserInline):
    """The parser of paragraphs, which tells what nobody sees there."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler2.disable("fragments_join")  # it would merge tokens whose places are known
        self._state: StateInline | None = None
        self._hidden: list[Span] = []
        self._signs: list[tuple[Token, int]] = []
        self._label: Span = (0, 0)
        self._found: dict[object, Callable[[StateInline, int, int], None]] = {
            rules.escape: self._escape,
            rules.backtick: self._code,
            rules.emphasis.tokenize: self._sign,
            rules.strikethrough.tokenize: self._sign,
            rules.link: self._link,
            rules.image: self._image,
            rules.autolink: self._autolink,
            rules.html_inline: self._tag,
            rules.entity: self._entity,
        }

    def inside(self, content: str, parser: MarkdownIt, env: dict[str, object]) -> Inside:
        """What is hidden and what is strong in the ``content`` of a paragraph; places count in it."""
        self._state = StateInline(content, parser, env, [])
        self._hidden, self._signs = [], []
        self.tokenize(self._state)
        for rule in self.ruler2.getRules(""):
            rule(self._state)
        made = Inside(self._hidden)
        opened: list[int] = []
        blanks = [found.span() for found in _BLANK.finditer(content)]
        for token, at in self._signs:
            if token.content and token.type == "text":
                continue  # a sign that opens and closes nothing
            if not any(start <= at < end for start, end in blanks):
                made.hidden.append((at, at + (2 if token.markup == "~~" else 1)))
            if token.type == "strong_open":
                opened.append(at)
            elif token.type == "strong_close" and opened:
                made.strong.append((opened.pop(), at))
        return made

    def tokenize(self, state: StateInline) -> None:
        """What the parser does there, noting the places."""
        if state is not self._state:
            super().tokenize(state)  # the words for a picture
            return
        began, end = state.pos, state.posMax
        most = state.md.options["maxNesting"]
        while state.pos < end:
            at, made = state.pos, len(state.tokens)
            for rule in self.ruler.getRules("") if state.level < most else ():
                if rule(state, False):
                    if found := self._found.get(rule):
                        found(state, at, made)
                    break
            else:
                state.pending += state.src[state.pos]
                state.pos += 1
        if state.pending:
            state.pushPending()
        self._label = began, end

    def _escape(self, state: StateInline, at: int, made: int) -> None:
        self._hidden.append((at, at + 1))

    def _code(self, state: StateInline, at: int, made: int) -> None:
        if len(state.tokens) == made or state.tokens[-1].type != "code_inline":
            return
        around = state.src[at - 1 : at] + state.src[at + 1 : at + 2]
        if len(around) == 2 and around.isalpha():
            return  # a grave accent for an apostrophe: don`t
        length = len(state.tokens[-1].markup)
        self._hidden += [(at, at + length), (state.pos - length, state.pos)]

    def _sign(self, state: StateInline, at: int, made: int) -> None:
        signs = state.tokens[made:]
        while signs and sum(len(each.content) for each in signs) > state.pos - at:
            signs = signs[1:]  # the text before, which was waiting
        for each in signs:
            self._signs.append((each, at))
            at += len(each.content)

    def _link(self, state: StateInline, at: int, made: int) -> None:
        opened = next((each for each in state.tokens[made:] if each.type == "link_open"), None)
        target = str(opened.attrs.get("href", "")) if opened else ""
        if not target or _ADDRESS.search(target):
            self._hidden += [(at, self._label[0]), (self._label[1], state.pos)]

    def _image(self, state: StateInline, at: int, made: int) -> None:
        self._hidden.append((at, state.pos))

    def _autolink(self, state: StateInline, at: int, made: int) -> None:
        self._hidden += [(at, at + 1), (state.pos - 1, state.pos)]

    def _tag(self, state: StateInline, at: int, made: int) -> None:
        tag = _TAG.match(state.src, at)
        if tag and tag[1].lower() in _TAGS:
            self._hidden.append((at, state.pos))

    def _entity(self, state: StateInline, at: int, made: int) -> None:
        if html.unescape(state.src[at : state.pos]).isspace():
            self._hidden.append((at, state.pos))
