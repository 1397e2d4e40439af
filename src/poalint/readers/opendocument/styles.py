"""Styles of an OpenDocument text: what kind of paragraph each makes, and what it does to the look of letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from poalint.readers.xmlparts import Node, local

_ESCAPE = re.compile(r"_([0-9a-fA-F]{1,4})_")
_HEADING = re.compile(r"heading(?: \d+)?|title|subtitle", re.IGNORECASE)
_QUOTE = re.compile(r"quotations?|(?:intense )?quote|block text", re.IGNORECASE)
_WHITE = "#ffffff"
_MOST_ANCESTORS = 50
"""No program makes a style that builds on more; each letter's look is asked of all of them."""
_PAGE, _NO_PAGE = "page", "auto"


@dataclass(frozen=True, slots=True)
class Style:
    """One style, with what it says itself; empty or None where it says nothing."""

    name: str
    parent: str
    level: str
    hidden: bool | None
    color: str
    shaded: bool
    before: bool
    after: bool


class Styles:
    """The styles of paragraphs and of letters by their family and name."""

    def __init__(self, holders: Iterable[Node]) -> None:
        self._by_name: dict[tuple[str, str], Style] = {}
        for holder in holders:
            for node in holder:
                if local(node) == "style":
                    own = _all(node)
                    self._by_name.setdefault((own.get("family", ""), own.get("name", "")), _style(node, own))

    def is_heading(self, name: str) -> bool:
        """Whether a paragraph of this style is a heading or a title."""
        return any(each.level or _HEADING.fullmatch(each.name) for each in self._chain("paragraph", name))

    def is_quote(self, name: str) -> bool:
        """Whether a paragraph of this style is a quotation."""
        return any(_QUOTE.fullmatch(each.name) for each in self._chain("paragraph", name))

    def breaks(self, name: str) -> tuple[bool, bool]:
        """Whether a page begins before a paragraph of this style, and whether one begins behind it."""
        style = next(self._chain("paragraph", name), None)
        return (style.before, style.after) if style else (False, False)

    def is_hidden(self, spans: Iterable[str], paragraph: str, on_paper: bool) -> bool:
        """Whether letters are not seen: in spans of these styles (the innermost first), in such a paragraph.

        White ones are not where there is nothing but paper (``on_paper``: no cell of a table, no box) behind them.
        """
        chain = [each for span in spans for each in self._chain("text", span)]
        chain += self._chain("paragraph", paragraph)
        if next((each.hidden for each in chain if each.hidden is not None), False):
            return True
        color = next((each.color for each in chain if each.color), "")
        return on_paper and color == _WHITE and not any(each.shaded for each in chain)

    def _chain(self, family: str, name: str) -> Iterator[Style]:
        seen: set[str] = set()
        while (family, name) in self._by_name and name not in seen and len(seen) < _MOST_ANCESTORS:
            seen.add(name)
            yield self._by_name[family, name]
            name = self._by_name[family, name].parent


def attribute(node: Node, name: str) -> str:
    """An attribute by its name without the namespace; empty where there is none."""
    return next((str(value) for key, value in node.attrib.items() if key.rpartition("}")[2] == name), "")


def _all(node: Node) -> dict[str, str]:
    return {key.rpartition("}")[2]: str(value) for key, value in node.attrib.items()}


def _style(node: Node, own: dict[str, str]) -> Style:
    look: dict[str, str] = {}
    page: dict[str, str] = {}
    for each in node:
        if local(each) == "text-properties":
            look = _all(each)
        elif local(each) == "paragraph-properties":
            page = _all(each)
    shown = look.get("display")
    filled = {look.get("background-color", ""), page.get("background-color", "")} - {"", "transparent", _WHITE}
    name = own.get("display-name") or _ESCAPE.sub(lambda found: chr(int(found[1], 16)), own.get("name", ""))
    return Style(
        name=name,
        parent=own.get("parent-style-name", ""),
        level=own.get("default-outline-level", ""),
        hidden=None if shown is None else shown == "none",
        color="" if look.get("use-window-font-color") == "true" else look.get("color", "").lower(),
        shaded=bool(filled),
        before=page.get("break-before", _NO_PAGE) == _PAGE or bool(own.get("master-page-name")),
        after=page.get("break-after", _NO_PAGE) == _PAGE,
    )
