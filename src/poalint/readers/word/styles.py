"""Styles of a Word file: what kind of paragraph each makes, and what it does to the look of letters.

A style has the same name in all languages, and a name of its own in the file ("Heading 1" is "berschrift1" in a German
one), so the name is asked. What a style does not say, the style that it is based on does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from poalint.readers.word.package import W
from poalint.readers.xmlparts import Node

_HEADING = re.compile(r"heading \d|title|subtitle|toc heading", re.IGNORECASE)
_QUOTE = re.compile(r"(?:intense )?quote|quotations?|block text|html blockquote", re.IGNORECASE)
_ITEM = re.compile(r"list (?:bullet|number)(?: \d)?", re.IGNORECASE)
_GOES_ON = re.compile(r"list continue(?: \d)?", re.IGNORECASE)
_BODY_LEVEL = 9
"""The outline level that means text."""
_OFF = ("0", "false", "off", "none")
_WHITE = "FFFFFF"
_MOST_ANCESTORS = 50
"""No program makes a style that builds on more; each letter's look is asked of all of them."""


@dataclass(frozen=True, slots=True)
class Look:
    """What properties say of letters; None where they say nothing."""

    vanish: bool | None = None
    color: str | None = None
    shaded: bool | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """One style, with what it says itself."""

    name: str
    based_on: str
    level: int | None
    list_id: str | None
    list_level: str
    look: Look
    shaded: bool


class Styles:
    """The styles by their ids."""

    def __init__(self, root: Node | None) -> None:
        self._by_id: dict[str, Style] = {}
        self._usual = {"paragraph": "", "character": ""}
        self._defaults = Look()
        if root is None:
            return
        self._defaults = look(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for node in root.iterfind(f"{W}style"):
            own, kind = node.get(f"{W}styleId", ""), node.get(f"{W}type", "")
            self._by_id[own] = _style(node)
            if node.get(f"{W}default", "0") not in _OFF and kind in self._usual:
                self._usual[kind] = own

    def chain(self, own: str | None, usual: str = "paragraph") -> Iterator[Style]:
        """A style (of none, the usual one of its kind) and all that it is based on."""
        seen: set[str] = set()
        own = own or self._usual[usual]
        while own in self._by_id and own not in seen and len(seen) < _MOST_ANCESTORS:
            seen.add(own)
            yield self._by_id[own]
            own = self._by_id[own].based_on

    def is_heading(self, properties: Node | None) -> bool:
        """Whether a paragraph with these properties is a heading or a title."""
        level = number(properties, "outlineLvl")
        if level is not None:
            return level < _BODY_LEVEL
        for style in self.chain(style_of(properties)):
            if style.level is not None:
                return style.level < _BODY_LEVEL
            if _HEADING.fullmatch(style.name):
                return True
        return False

    def is_quote(self, properties: Node | None) -> bool:
        """Whether a paragraph with these properties is a quotation."""
        return self._named(_QUOTE, properties)

    def is_item(self, properties: Node | None) -> bool:
        """Whether a paragraph with these properties is called an item of a list."""
        return self._named(_ITEM, properties)

    def goes_on(self, properties: Node | None) -> bool:
        """Whether a paragraph with these properties goes on with the item above it."""
        return self._named(_GOES_ON, properties)

    def numbering(self, properties: Node | None) -> tuple[str, str] | None:
        """The list and the level in it that a paragraph with these properties is given, if any."""
        own = _list(properties)
        if own[0] is not None:
            return own[0], own[1]
        for style in self.chain(style_of(properties)):
            if style.list_id is not None:
                return style.list_id, style.list_level
        return None

    def is_hidden(self, run: Node | None, paragraph: Node | None, on_paper: bool) -> bool:
        """Whether letters with these properties are not seen.

        White ones are not where there is nothing but paper (``on_paper``: no cell of a table, no box) behind them.
        """
        looks = [look(run), *(each.look for each in self.chain(_character_style(run), "character"))]
        above = list(self.chain(style_of(paragraph)))
        looks += [*(each.look for each in above), self._defaults]
        if next((each.vanish for each in looks if each.vanish is not None), False):
            return True
        if not on_paper or next((each.color for each in looks if each.color is not None), "") != _WHITE:
            return False
        return not (_shaded(paragraph) or any(each.shaded for each in looks) or any(each.shaded for each in above))

    def _named(self, names: re.Pattern[str], properties: Node | None) -> bool:
        return any(names.fullmatch(each.name) for each in self.chain(style_of(properties)))


def style_of(properties: Node | None) -> str | None:
    """The style that a paragraph's properties name."""
    return _value(properties, "pStyle")


def number(properties: Node | None, name: str) -> int | None:
    """A property that is a number; None where it is not there, or none."""
    value = _value(properties, name) or ""
    return int(value) if value.isdecimal() and len(value) == 1 else None


def look(properties: Node | None) -> Look:
    """What run properties say of letters."""
    if properties is None:
        return Look()
    vanish = properties.find(f"{W}vanish")
    color = _value(properties, "color")
    highlight = _value(properties, "highlight")
    return Look(
        None if vanish is None else vanish.get(f"{W}val", "1").lower() not in _OFF,
        None if color is None else color.upper(),
        True if _shaded(properties) or (highlight or "none") != "none" else None,
    )


def _shaded(properties: Node | None) -> bool:
    found = properties.find(f"{W}shd") if properties is not None else None
    return found is not None and found.get(f"{W}fill", "auto").upper() not in ("AUTO", _WHITE)


def _style(node: Node) -> Style:
    paragraph = node.find(f"{W}pPr")
    return Style(
        _value(node, "name") or "",
        _value(node, "basedOn") or "",
        number(paragraph, "outlineLvl"),
        *_list(paragraph),
        look(node.find(f"{W}rPr")),
        _shaded(paragraph),
    )


def _list(properties: Node | None) -> tuple[str | None, str]:
    numbering = properties.find(f"{W}numPr") if properties is not None else None
    return _value(numbering, "numId"), _value(numbering, "ilvl") or "0"


def _character_style(properties: Node | None) -> str | None:
    return _value(properties, "rStyle")


def _value(properties: Node | None, name: str) -> str | None:
    found = properties.find(f"{W}{name}") if properties is not None else None
    value: str | None = found.get(f"{W}val") if found is not None else None
    return value
