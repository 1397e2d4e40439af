"""What holds inside a group of RTF, and what its tables of fonts and styles say."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

from poalint.readers.rich.words import CHARSETS, CODE_PAGES

_TITLE = re.compile(
    r"(?:heading|\u6807\u9898|\u6a19\u984c) ?\d|(?:sub)?title|\u6807\u9898|\u526f\u6807\u9898", re.IGNORECASE
)
_BODY_LEVEL = 9


@dataclass(slots=True)
class State:
    """What holds inside a group; a group inside it begins with the same."""

    reads: str = "letter"
    font: int = -1
    fallback: int = 1
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    style: int = 0
    level: int = _BODY_LEVEL
    in_table: bool = False


@dataclass(slots=True)
class Tables:
    """The document's fonts and styles as far as they matter: encodings, and which styles are headings."""

    encoding: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    headings: set[int] = field(default_factory=set)

    def set_code_page(self, number: int) -> None:
        """Take the document's code page, unless nobody knows it."""
        name = CODE_PAGES.get(number, f"cp{number}")
        try:
            self.encoding = codecs.lookup(name).name
        except LookupError:
            return

    def set_charset(self, font: int, charset: int) -> None:
        """Note the character set of a font."""
        if charset in CHARSETS:
            self.fonts[font] = CHARSETS[charset]

    def decode(self, data: bytes, font: int) -> str:
        """Bytes in a font as text."""
        return data.decode(self.fonts.get(font, self.encoding), "replace")

    def style(self, number: int, name: str) -> None:
        """Note a style by its name."""
        if _TITLE.fullmatch(name.strip().rstrip(";").strip()):
            self.headings.add(number)

    def is_heading(self, state: State) -> bool:
        """Whether a paragraph in which this holds is a heading."""
        return state.level < _BODY_LEVEL or state.style in self.headings
