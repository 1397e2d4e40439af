"""The bytes of a YAML file to its content; what is no YAML, or could not be meant so, is told with its place.

Files of packs come from anywhere: they may be neither so deep nor so large that reading them harms the program.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from poalint.errors import Mistakes, RuleError
from poalint.loading import syntax
from poalint.loading.source import DEEPEST, Source, text_of
from poalint.speech import Phrase, Tellable, spoken

MOST_VALUES = 100_000

_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
_NOTHING = spoken("an empty value")
READ_AS = {
    f"{_TAG}bool": spoken("a truth value"),
    f"{_TAG}null": _NOTHING,
    f"{_TAG}int": spoken("a number"),
    f"{_TAG}float": spoken("a number"),
    f"{_TAG}timestamp": spoken("a date"),
    f"{_TAG}merge": spoken("an order to copy keys"),
}
"""What YAML makes of an unquoted word."""
_ANCHOR = re.compile(r"(?:^|[\s\[{,])[&*]\S", re.MULTILINE)
_PLAIN_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_SHALLOW = 1_500
"""With so few brackets and such short lines no nesting can be deep; the parser crashes at some ten thousand."""


@dataclass(frozen=True)
class Parsed:
    """What a file holds, and what is wrong with it though it could be read.

    ``root`` holds the nodes of a file that is no YAML.
    """

    source: Source
    data: Any
    mistakes: tuple[RuleError, ...]
    root: Any = None

    @property
    def nodes(self) -> Any:
        """The nodes, to find the place of a value."""
        return composed(self.source.text) if self.root is None else self.root


def parsed(path: str, raw: bytes) -> Parsed:
    """The content of a file. Raises RuleError where it is no YAML."""
    source = Source(path, text_of(path, raw))
    if _may_harm(source.text):
        _refuse_harm(source)
    try:
        loader = _Loader(source)
        try:
            data = loader.get_single_data()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        raise syntax.told(source, error) from error
    except RecursionError:
        _refuse_harm(source)
        raise
    except yaml.YAMLError as error:
        raise RuleError(path, "this is not YAML", "Check quotation marks, brackets and indentation.") from error
    once = {str(each): each for each in loader.mistakes}  # what is referred to again is read again
    return Parsed(source, data, tuple(once.values()))


@lru_cache(maxsize=8)
def composed(text: str) -> Any:
    """The nodes of a text that could be parsed; asked for only where there is a mistake to tell."""
    return yaml.compose(text, Loader=_BASE)


def _may_harm(text: str) -> bool:
    """Whether a text may be so deep that it crashes the parser, or refer to itself."""
    steep = text.count("[") + text.count("{") + max(map(len, text.split("\n"))) > _SHALLOW
    return steep or (("&" in text or "*" in text) and _ANCHOR.search(text) is not None)


def _refuse_harm(source: Source) -> None:
    """Raise RuleError for what is too deep or refers to itself too often."""
    try:
        mistakes = Mistakes()
        mistakes.add(*_harms(source))
    except yaml.MarkedYAMLError as error:
        raise syntax.told(source, error) from error
    mistakes.stop()


def _harms(source: Source) -> Iterator[RuleError]:
    """What is wrong with the depth and the references; references count as often as they stand there."""
    counts = [0]
    open_: list[str | None] = []
    sizes: dict[str, int] = {}
    named: dict[str, Any] = {}
    for event in yaml.parse(source.text, Loader=_BASE):
        mark: Any = event.start_mark
        here = source.place(mark.line, mark.column, 1)
        if isinstance(event, yaml.AliasEvent):
            if event.anchor in open_:
                yield RuleError(here, "this refers to itself", "Write the text out.")
                return
            counts[-1] += sizes.get(str(event.anchor), 1)
            named.pop(str(event.anchor), None)
        elif isinstance(event, yaml.NodeEvent) and event.anchor:
            named[event.anchor] = event
        if isinstance(event, yaml.ScalarEvent):
            counts[-1] += 1
            sizes[event.anchor or ""] = 1
        elif isinstance(event, yaml.CollectionStartEvent):
            open_.append(event.anchor)
            counts.append(1)
            if len(open_) > DEEPEST:
                yield RuleError(here, Phrase("this is nested more than {most} deep", most=DEEPEST), "Keep it flat.")
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            made = counts.pop()
            counts[-1] += made
            sizes[open_.pop() or ""] = made
        if counts[-1] > MOST_VALUES:
            reason = Phrase("the references make more than {most} values of this", most=MOST_VALUES)
            yield RuleError(here, reason, "Write out what is meant.")
            return
    for anchor, event in named.items():
        where = source.place(event.start_mark.line, event.start_mark.column, len(anchor) + 1)
        reason = Phrase("YAML takes {words} for the name of a value", words=f"&{anchor}")
        yield RuleError(where, reason, "Put it in quotation marks.")


class _Loader(_BASE):  # type: ignore[misc] # the base is chosen at run time: libyaml's where there is one
    """Safe YAML that keeps what PyYAML would pass over in silence: keys that stand twice, words that are no texts."""

    def __init__(self, source: Source) -> None:
        super().__init__(source.text)
        self._source = source
        self.mistakes: list[RuleError] = []

    def construct_document(self, node: Any) -> Any:
        """What a node holds. PyYAML makes each value in two steps, for values that refer to themselves."""
        if isinstance(node, yaml.ScalarNode) and node.tag == f"{_TAG}str":
            return node.value
        if isinstance(node, yaml.SequenceNode) and node.tag == f"{_TAG}seq":
            return [self.construct_document(each) for each in node.value]
        if isinstance(node, yaml.MappingNode) and node.tag == f"{_TAG}map":
            return self.construct_mapping(node)
        return self.construct_object(node, deep=True)

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        """The mapping with its keys as they are written (`off` too); of a key that stands twice the last counts."""
        made: dict[Any, Any] = {}
        first: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._keep(key, "a key must be a single word", "Put it in quotation marks.")
                continue
            if key.tag == f"{_TAG}merge":
                self._keep(key, read_as(key), "Write the keys out.")
                continue
            if key.value in first:
                reason = Phrase(
                    "the key {key} stands here twice, first in line {line}", key=key.value, line=first[key.value]
                )
                self._keep(key, reason, "Strike one of them.")
            first.setdefault(key.value, key.start_mark.line + 1)
            made[key.value] = self.construct_document(value)
        return made

    def whole_number(self, node: Any) -> Any:
        """A whole number; one that YAML reads otherwise than people do is told."""
        made = _made(yaml.SafeLoader.construct_yaml_int, self, node)
        if not _PLAIN_NUMBER.fullmatch(node.value):
            reason = Phrase("YAML reads {written} as the number {number}", written=node.value, number=str(made))
            self._keep(node, reason, "Write the number out, or put the text in quotation marks.")
        return made

    def number(self, node: Any) -> Any:
        """A number with a fraction."""
        return _made(yaml.SafeLoader.construct_yaml_float, self, node)

    def date(self, node: Any) -> Any:
        """A date, which no key asks for."""
        return _made(yaml.SafeLoader.construct_yaml_timestamp, self, node)

    def no_tag(self, node: Any) -> Any:
        """What begins with an exclamation mark (or is a lone equals sign) is told."""
        start = node.start_mark
        words = re.match(r"\S*", self._source.lines[start.line][start.column :])
        written = words[0] if words else node.tag
        reason = Phrase("YAML takes {words} for a sign of its own", words=written)
        where = self._source.place(start.line, start.column, len(written))
        self.mistakes.append(RuleError(where, reason, "Put it in quotation marks."))
        return node.value if isinstance(node, yaml.ScalarNode) else ""

    def _keep(self, node: Any, reason: Tellable, remedy: str) -> None:
        self.mistakes.append(RuleError(self._source.of_node(node), reason, remedy))


_Loader.add_constructor(f"{_TAG}int", _Loader.whole_number)
_Loader.add_constructor(f"{_TAG}float", _Loader.number)
_Loader.add_constructor(f"{_TAG}timestamp", _Loader.date)
for _tag in (None, f"{_TAG}value", f"{_TAG}binary", f"{_TAG}omap", f"{_TAG}pairs", f"{_TAG}set"):
    _Loader.add_constructor(_tag, _Loader.no_tag)


def _made(construct: Callable[[Any, Any], Any], loader: Any, node: Any) -> Any:
    """What ``construct`` gives; of a thirteenth month it gives nothing, and a date it was all the same."""
    try:
        return construct(loader, node)
    except ValueError:
        return 0


def read_as(node: Any) -> Tellable:
    """What YAML makes of an unquoted word that was meant as a text."""
    if not node.value:
        return Phrase("this key has no value")
    return Phrase("YAML reads {written} as {kind}", written=node.value, kind=Phrase(READ_AS.get(node.tag, _NOTHING)))
