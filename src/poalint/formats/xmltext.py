"""XML that every parser takes, and that is safe on a terminal."""

from __future__ import annotations

import re

from poalint.formats.lines import UNSAFE, Line, line

PROLOGUE = line('<?xml version="1.0" encoding="UTF-8"?>', wrap=False)
_NEVER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold in any form, not even as a reference."""
_MARKS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_MARK = re.compile('[&<>"]')


def escaped(text: str) -> str:
    """Text for an element or an attribute; what XML cannot hold is left out, what a terminal obeys is a reference."""
    marked = _MARK.sub(lambda found: _MARKS[found[0]], _NEVER.sub("", text))
    return UNSAFE.sub(lambda found: f"&#{ord(found[0])};", marked)


def start(name: str, /, **attributes: object) -> str:
    """A tag that opens an element; attributes that are None are left out."""
    return f"<{_inside(name, attributes)}>"


def empty(name: str, /, **attributes: object) -> str:
    """An element that holds nothing."""
    return f"<{_inside(name, attributes)}/>"


def at(depth: int, text: str) -> Line:
    """A line of XML, indented."""
    return line("  " * depth + text, wrap=False)


def _inside(name: str, attributes: dict[str, object]) -> str:
    return name + "".join(f' {key}="{escaped(str(value))}"' for key, value in attributes.items() if value is not None)
