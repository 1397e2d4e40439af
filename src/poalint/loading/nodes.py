"""The text of a YAML file and its nodes: where each key and value stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from poalint.errors import Place

Loc = tuple[int | str, ...]
"""The way to a value in a file: keys, and places in lists from 0."""

_TEXT = "tag:yaml.org,2002:str"
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line for YAML."""


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


def as_text(words: str) -> str:
    """Plain words as they must be written for YAML to read them as a text: `no` and `on` want quotation marks."""
    loader: Any = yaml.SafeLoader("")
    return words if loader.resolve(yaml.ScalarNode, words, (True, False)) == _TEXT else f"'{words}'"


def scalar(node: Any) -> bool:
    """Whether a node is a single value."""
    return isinstance(node, yaml.ScalarNode)


def step(node: Any, part: int | str) -> tuple[Any, Any] | None:
    """The key's node (of an item in a list: the item's) and the value's; of a key that stands twice the last."""
    if isinstance(node, yaml.MappingNode):
        found = [(key, value) for key, value in node.value if key.value == str(part)]
        return found[-1] if found else None
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    return None


def nodes_at(root: Any, loc: Loc) -> tuple[Any, Any]:
    """The deepest key on the way ``loc`` that exists (or the first key of all), and the value there."""
    key, value = None, root
    for part in loc:
        taken = step(value, part)
        if taken is None:
            if isinstance(value, yaml.SequenceNode) and isinstance(part, int):
                continue  # a list of one may be written without its brackets
            if key is None and isinstance(value, yaml.MappingNode) and value.value:
                key, value = value.value[0]
                return key, value
            return key, None if key is None else value
        key, value = taken
    return key, value


def as_written(root: Any, loc: Loc) -> Loc:
    """The way as the file has it: pydantic puts the names of the kinds and models that it tried between."""
    kept: list[int | str] = []
    node = root
    for number, part in enumerate(loc):
        taken = step(node, part)
        if taken is None and number < len(loc) - 1:
            continue
        kept.append(part)
        node = taken[1] if taken else None
    return tuple(kept)
