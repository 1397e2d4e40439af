"""The text of a TOML file cut into the nodes that YAML files are made of, so that a mistake in either is told alike.

tomllib reads what keys and values are, but keeps no places. Only what it took is cut: nothing is checked here again.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

import yaml

from poalint.loading.source import Source

_TAG = "toml"
"""No tag of YAML's: what YAML would make of an unquoted word does not matter here."""
_SKIPPED = re.compile(r"(?:[ \t\r\n,]|#[^\n]*)*")
_TEXT = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|' r"'''.*?'{3,5}|" r'"(?:[^"\\\n]|\\.)*"|' r"'[^'\n]*'", re.DOTALL
)  # up to two quotation marks may stand before those that end a text of several lines
_BARE = re.compile(r"[^,\]}#\r\n]*[^,\]}#\s]")
_KEY = re.compile(r"[A-Za-z0-9_-]+")
_NUMBER = re.compile(r"[-+]?[\d.,]+")


class Cutter:
    """Goes once through a text that is TOML."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._text = source.text
        self._at = 0

    def root(self) -> Any:
        """The nodes of the whole text."""
        root = here = self._mapping(0, 0)
        while self._skip():
            if self._text.startswith("[", self._at):
                many = self._text.startswith("[[", self._at)
                self._at += 1 + many
                keys = self._keys()
                self._at += 1 + many
                here = self._table(root, keys, many)
            else:
                self._pair(here)
        return root

    def _skip(self) -> bool:
        """Pass over space, comments and commas, and tell whether anything is left."""
        self._at = self._match(_SKIPPED).end()
        return self._at < len(self._text)

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str]:
        found = pattern.match(self._text, self._at)
        assert found is not None, "tomllib took what is cut here"
        return found

    def _keys(self) -> list[Any]:
        """A key with dots, each part of it a node; what follows it (a bracket, an equals sign) is next."""
        keys = []
        while True:
            self._skip()
            found = _TEXT.match(self._text, self._at) or self._match(_KEY)
            written = found[0]
            name = _content(written) if written[0] in "\"'" else written
            keys.append(self._scalar(name, found.start(), found.end()))
            self._at = found.end()
            self._skip()
            if self._text[self._at] != ".":
                return keys
            self._at += 1

    def _table(self, root: Any, keys: list[Any], many: bool) -> Any:
        above = root
        for key in keys[:-1]:
            above = self._below(above, key)
        if not many:
            return self._below(above, keys[-1])
        made = self._like(keys[-1], yaml.MappingNode)
        self._below(above, keys[-1], yaml.SequenceNode).value.append(made)
        return made

    def _below(self, node: Any, key: Any, kind: type[Any] = yaml.MappingNode) -> Any:
        """What stands under a key, made where nothing does; of a list of tables the last, unless it is asked."""
        for known, value in node.value:
            if known.value == key.value:
                last = isinstance(value, yaml.SequenceNode) and kind is yaml.MappingNode
                return value.value[-1] if last else value
        made = self._like(key, kind)
        node.value.append((key, made))
        return made

    def _pair(self, node: Any) -> None:
        *above, key = self._keys()
        for each in above:
            node = self._below(node, each)
        self._at += 1  # the equals sign
        self._skip()
        node.value.append((key, self._value()))

    def _value(self) -> Any:
        start = self._at
        if self._text[start] in "[{":
            made: Any = yaml.SequenceNode(_TAG, []) if self._text[start] == "[" else self._mapping(start, start)
            self._at += 1
            while self._skip() and self._text[self._at] not in "]}":
                if isinstance(made, yaml.SequenceNode):
                    made.value.append(self._value())
                else:
                    self._pair(made)
            self._at += 1
            made.start_mark, made.end_mark = self._mark(start), self._mark(self._at)
            return made
        found = _TEXT.match(self._text, start) or self._match(_BARE)
        self._at = found.end()
        written = found[0]
        text = _content(written) if written[0] in "\"'" else written
        return self._scalar(written if _NUMBER.fullmatch(text) else text, start, self._at)

    def _like(self, key: Any, kind: type[Any]) -> Any:
        """A table or list that is known by its key."""
        return kind(_TAG, [], key.start_mark, key.end_mark)

    def _mapping(self, start: int, end: int) -> Any:
        return yaml.MappingNode(_TAG, [], self._mark(start), self._mark(end))

    def _scalar(self, text: str, start: int, end: int) -> Any:
        return yaml.ScalarNode(_TAG, text, self._mark(start), self._mark(end))

    def _mark(self, offset: int) -> Any:
        line, column = self._source.line_and_column(offset)
        return yaml.Mark(self._source.path, offset, line, column, None, offset)


def _content(written: str) -> str:
    made: str = tomllib.loads(f"text = {written}")["text"]
    return made
