"""Lines of styled parts, which is what every format yields, and what makes any text safe to print."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""What a terminal acts on, what reorders the text that is read, and halves of characters."""

_COMMAND = re.compile(r"^\s*::|##\w*\[")
_AZURE = re.compile(r"#(?=#\w*\[)")
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: parts, each with the name of a style (or "").

    Where a terminal wraps it, what follows is indented by ``hang``. With ``wrap`` off it is never wrapped: it
    has been made to fit, or must not be changed. ``ending`` is written behind it as it is.
    """

    parts: tuple[tuple[str, str], ...] = ()
    hang: int = 0
    wrap: bool = True
    ending: str = "\n"


def line(*parts: str | tuple[str, str], hang: int = 0, wrap: bool = True) -> Line:
    """Make a line from plain strings and pairs of text and style."""
    return Line(tuple([(part, "") if isinstance(part, str) else part for part in parts]), hang, wrap)


BLANK = Line()
UNBROKEN = "unbroken"
"""The style of a part that looks like any other, but that no line break falls into."""


def visible(text: str) -> str:
    """Escape everything in ``text`` that a terminal would obey instead of show."""
    if text.isascii() and text.isprintable():
        return text
    return UNSAFE.sub(lambda found: _SHORT.get(found[0]) or _escape(ord(found[0])), text)


def tame(shown: Line) -> Line:
    """The same line with nothing in it that a CI obeys whose log it goes to.

    GitHub obeys a line that begins with ``::``, Azure and TeamCity ``##vso[`` and the like anywhere in one.
    """
    text = "".join([text for text, _ in shown.parts])
    if not (("::" in text or "##" in text) and _COMMAND.search(text)):
        return shown
    made, leading = [], True
    for text, style in shown.parts:
        begins = len(text) - len(text.lstrip())
        if leading and text.startswith("::", begins):
            text = text[:begins] + _escape(ord(":")) + text[begins + 1 :]
        leading = leading and begins == len(text)
        made.append((_AZURE.sub(_escape(ord("#")).replace("\\", r"\\"), text), style))
    return replace(shown, parts=tuple(made))


def _escape(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def on_one_line(text: str) -> str:
    """Make every run of white space in ``text`` one space."""
    return " ".join(text.split())


def number(value: float) -> str:
    """Write a number of points without needless decimals."""
    return f"{round(value, 2):g}"
