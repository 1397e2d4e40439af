"""Which lines of an e-mail are earlier mails, copied below or between the seller's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_SIGN = re.compile(r"[ \t]*(?:>[ \t]?)+")
_DELIMITER = re.compile(r"--[ \u00a0]?")
_INTRODUCED = re.compile(
    r"(?:On\b.{6,300}\bwrote|"
    r"Am\b.{6,300}\bschrieb.{0,80}|.{0,300}\u5199\u9053|.{0,300}\u5beb\u9053)[ \t]*[:\uff1a][ \t]*"
)
"""What mail programs write above the mail that is answered: "On 3 May 2024, ... wrote:"."""
_DIVIDED = re.compile(
    r"[-_ ]*(?:-{2,}|_{2,})[ ]*(?:original message|forwarded message|\u539f\u59cb\u90ae\u4ef6|"
    r"\u8f6c\u53d1\u7684\u90ae\u4ef6|"
    r"\u8f6c\u53d1\u90ae\u4ef6\u4fe1\u606f|\u539f\u59cb\u4fe1\u4ef6)[ ]*[-_ ]*|begin forwarded message:[ ]*",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"[ \t]*\*?(?:From|Sent|Date|To|Cc|Subject|Reply-To|\u53d1\u4ef6\u4eba|\u53d1\u9001\u65f6\u95f4|"
    r"\u53d1\u9001\u65e5\u671f|"
    r"\u65e5\u671f|\u65f6\u95f4|\u6536\u4ef6\u4eba|\u6284\u9001|\u4e3b\u9898)\*?[ \t]*[:\uff1a]\*?"
)
_FIRST_FIELD = re.compile(r"[ \t]*\*?(?:From|\u53d1\u4ef6\u4eba)\*?[ \t]*[:\uff1a]")
_RULER = re.compile(r"[ \t]*[_-]{10,}[ \t]*")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the text: its span, what is in it, and whether an earlier mail stands there."""

    start: int
    end: int
    text: str
    quoted: bool = False
    hidden: int = 0
    """So many characters at its beginning are signs of quotation, or of the signature, and no words."""


def rows(text: str) -> list[Row]:
    """The lines of a mail, those of earlier mails told apart.

    Lines with ``>`` are quoted. Behind a divider ("-----Original Message-----"), or a head of fields ("From: ...,
    Sent: ..."), everything is, unless nothing of the seller's stands above: then the mail was passed on, and what is
    behind the head is the letter.
    """
    lines = [(found.start(1), found.end(1), found[1]) for found in _LINE.finditer(text) if found[0]]
    made: list[Row] = []
    rest, own, at = False, False, 0
    while at < len(lines):
        start, end, line = lines[at]
        head = 0 if rest else _head(lines, at)
        if head:
            made += [Row(*each, quoted=True) for each in lines[at : at + head]]
            at += head
            followed = next((each[2] for each in lines[at:] if each[2].strip()), "")
            rest = own and not _SIGN.match(followed)
            continue
        sign = _SIGN.match(line)
        delimiter = _DELIMITER.fullmatch(line)
        hidden = sign.end() if sign else len(line) if delimiter else 0
        made.append(Row(start, end, line, bool(rest or sign), hidden))
        own = own or bool(line.strip() and not sign)
        at += 1
    return made


def _head(lines: list[tuple[int, int, str]], at: int) -> int:
    """How many lines from here on introduce an earlier mail; 0 where none do."""
    line = lines[at][2]
    following = lines[at + 1][2] if at + 1 < len(lines) else ""
    if _INTRODUCED.fullmatch(line.strip()):
        return 1
    if line.startswith("On ") and following and _INTRODUCED.fullmatch(f"{line.strip()} {following.strip()}"):
        return 2
    divider = bool(_DIVIDED.fullmatch(line.strip()))
    begin = at + (divider or bool(_RULER.fullmatch(line)))
    while divider and begin < len(lines) and not lines[begin][2].strip():
        begin += 1
    end = begin
    while end < len(lines) and _FIELD.match(lines[end][2]):
        end += 1
    fields = end - begin
    if divider or (fields >= 3 and _FIRST_FIELD.match(lines[begin][2])):
        return (end if fields else begin) - at
    return 0
