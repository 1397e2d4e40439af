"""HTML to tags, text and comments, each with its place.

Python's own parser needs minutes for a megabyte of tags that nothing closes (it looks for each end anew), and the
libraries that make trees do not keep places. Here every character is passed once: what does not end takes the rest
of the file, as it does in browsers.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_SPECIAL = re.compile(r"[>\"']")
_ATTRIBUTE = re.compile(r"([^\s=>\"'/]+)(?:\s{0,20}=\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_RAW = frozenset({"script", "style", "title", "textarea", "xmp", "noscript", "noframes", "iframe"})
"""Elements in which nothing is a tag but their own end."""
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Event:
    """What stands at ``at``: the start or end of an element, with its name, or text, a reference or a comment."""

    kind: Literal["start", "end", "text", "reference", "comment"]
    words: str
    at: int
    attributes: dict[str, str] = field(default_factory=dict)


def events(source: str) -> Iterator[Event]:
    """All that a page consists of, in order."""
    at = looked = 0
    while (opens := source.find("<", max(at, looked))) >= 0:
        tag = _TAG.match(source, opens)
        if not tag and source[opens + 1 : opens + 2] not in ("!", "?", "/"):
            looked = opens + 1
            continue
        yield from _text(source, at, opens)
        if source.startswith("<!--", opens):
            closes = source.find("-->", opens + 2)
            at = closes + 3
            if closes >= 0:
                yield Event("comment", source[opens:at], opens)
        elif not tag:
            closes = source.find(">", opens)
            at = closes + 1
        else:
            closes = _end_of_tag(source, tag.end())
            at = closes + 1
            if closes >= 0:
                name = tag[2].lower()[:_LONGEST_NAME]
                if tag[1]:
                    yield Event("end", name, opens)
                else:
                    yield Event("start", name, opens, _attributes(source[tag.end() : closes]))
                    if name in _RAW:
                        end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, at)
                        closes = end.start() if end else -1
                        if name == "style":
                            yield Event("text", source[at:closes] if end else source[at:], at)
                        elif name == "textarea":
                            yield from _text(source, at, closes if end else len(source))
                        at = closes
        if closes < 0:
            return
    yield from _text(source, at, len(source))


def _end_of_tag(source: str, at: int) -> int:
    """Where the tag ends, a ``>`` between quotation marks apart; -1 where it does not."""
    while special := _SPECIAL.search(source, at):
        if special[0] == ">":
            return special.start()
        if not source[at : special.start()].rstrip().endswith("="):
            at = special.end()  # a mark that stands for nothing
            continue
        at = source.find(special[0], special.end()) + 1
        if not at:
            return -1
    return -1


def _attributes(source: str) -> dict[str, str]:
    """The attributes of a tag; of two that have one name the first counts."""
    found: dict[str, str] = {}
    for each in _ATTRIBUTE.finditer(source) if source and not source.isspace() else ():
        value = each[2] or each[3] or each[4] or ""
        found.setdefault(each[1].lower(), html.unescape(value) if "&" in value else value)
    return found


def _text(source: str, start: int, end: int) -> Iterator[Event]:
    at = start
    for found in _REFERENCE.finditer(source, start, end):
        if (char := html.unescape(found[0])) != found[0]:
            if found.start() > at:
                yield Event("text", source[at : found.start()], at)
            yield Event("reference", char, found.start())
            at = found.end()
    if end > at:
        yield Event("text", source[at:end], at)
