"""HTML made of values, so that no text becomes markup: what is not `Markup` is escaped, and only `tag` makes that."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

from poalint.formats.lines import UNSAFE, visible


@dataclass(frozen=True, slots=True)
class Markup:
    """A piece of HTML that may be written as it is. Made by the functions of this module, and nowhere else."""

    html: str


DOCTYPE = Markup("<!doctype html>\n")

Child = Markup | str | int | None | Iterable["Child"]
"""What stands in an element: markup, a text, a number, nothing, or several of these."""
Value = str | int | float | bool | None
"""An attribute's value; True writes its name alone, None and False leave it out."""

_VOID = frozenset({"meta", "br"})
_OWN_LINE = frozenset({
    "article", "body", "details", "div", "footer", "h1", "h2", "h3", "head", "header", "html", "li", "main", "nav",
    "ol", "p", "section", "summary", "svg", "table", "tbody", "td", "th", "tr", "ul",
})  # fmt: skip
"""Elements that a line break may follow without being seen."""
_KEPT = re.compile(r"[\t\n\r\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""What HTML can hold as a reference though a terminal must not get it; other such characters are no HTML at all."""


def tag(element: str, *children: Child, **attributes: Value) -> Markup:
    """An element with its children. In names of attributes ``_`` stands for ``-``, and one at the end for nothing."""
    start = f"<{element}{_written(attributes)}>"
    if element in _VOID:
        return Markup(start)
    return Markup(f"{start}{together(*children).html}{closed(element).html}")


def opened(element: str, **attributes: Value) -> Markup:
    """The start of an element that is written while its children come."""
    return Markup(f"<{element}{_written(attributes)}>\n")


def closed(element: str) -> Markup:
    """The end of such an element."""
    return Markup(f"</{element}>" + ("\n" if element in _OWN_LINE else ""))


def together(*children: Child) -> Markup:
    """Several pieces as one."""
    return Markup("".join(map(_child, children)))


def verbatim(text: str) -> Markup:
    """Every character of a text, even those that reorder it; only what HTML cannot hold is shown by its code."""
    return Markup("".join(_reference(part) if _KEPT.match(part) else _escaped(part) for part in _parts(text)))


def embedded(element: str, content: str) -> Markup:
    """A style sheet or a script of our own, which is not escaped. It may not hold what ends the element."""
    if "</" in content or UNSAFE.search(content.replace("\n", "")):
        raise AssertionError(f"this would not stay inside its element: {element}")
    return Markup(f"<{element}>{content}</{element}>\n")


def _child(child: Child) -> str:
    if isinstance(child, Markup):
        return child.html
    if isinstance(child, str):
        return _escaped(child)
    if child is None:
        return ""
    return str(child) if isinstance(child, int) else "".join(map(_child, child))


def _written(attributes: dict[str, Value]) -> str:
    made = []
    for name, value in attributes.items():
        if value is True:
            made.append(f" {_name(name)}")
        elif value is not None and value is not False:
            made.append(f' {_name(name)}="{_escaped(value if isinstance(value, str) else f"{value:g}")}"')
    return "".join(made)


def _name(name: str) -> str:
    return name.removesuffix("_").replace("_", "-")


def _escaped(text: str) -> str:
    return html.escape(visible(text))


def _parts(text: str) -> Iterable[str]:
    """The text cut before and behind each character that is kept as a reference."""
    at = 0
    for found in _KEPT.finditer(text):
        yield text[at : found.start()]
        yield found[0]
        at = found.end()
    yield text[at:]


def _reference(char: str) -> str:
    """The character; one that works unseen bears its code, for the style sheet to show."""
    made = Markup(f"&#{ord(char)};")
    return made.html if char in "\t\n\r" else tag("span", made, class_="hidden", title=f"U+{ord(char):04X}").html
