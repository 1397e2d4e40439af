"""Patterns of paths, as people know them from lists of ignored files: ``drafts/**/*.md``."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from poalint.speech import Phrase

_PARTS = re.compile(
    r"(?P<deep>(?:(?<=/)|^)\*\*/)|(?P<all>(?:(?<=/)|^)\*\*$)|(?P<some>\*+)|(?P<one>\?)"
    r"|(?P<open>\{)|(?P<shut>\})|(?P<comma>,)"
    r"|\[(?P<not>[!^]?)(?P<set>\]?[^\]/]*)\]|(?P<plain>.)",
    re.DOTALL,
)
_MADE: dict[str, Callable[[re.Match[str]], str]] = {
    "deep": lambda _: r"(?:[^/]+/)*",
    "all": lambda _: r".+",
    "some": lambda _: r"[^/]*",
    "one": lambda _: r"[^/]",
    "set": lambda found: f"(?!/)[{'^' if found['not'] else ''}{_in_set(found['set'])}]",
    "open": lambda _: "(?:",
    "shut": lambda _: ")",
    "plain": lambda found: re.escape(found["plain"]),
}
"""What each part of a pattern means; a comma stands between alternatives only inside braces."""


def matches(pattern: str, path: str) -> bool:
    """Whether a path (from the folder that the pattern is seen from, with / between folders) is meant.

    ``*`` and ``?`` stay in one folder, ``**`` is any number of them, ``[ab]`` one character, ``{a,b}`` alternatives. A
    pattern without ``/`` means names at any depth. Who means a folder means all that is in it.
    """
    return _expression(pattern).fullmatch(path) is not None


def mistake_in(pattern: str) -> tuple[Phrase, Phrase] | None:
    """Why a pattern could match nothing, and what to do about it; None where it is sound."""
    bare = pattern.removeprefix("./").rstrip("/")
    if not bare:
        return Phrase("this pattern is empty"), Phrase('Write a path such as "drafts/*.md".')
    if "\\" in pattern:
        return Phrase("a pattern has no backslash"), Phrase("Write / between folders.")
    if pattern.startswith("/") or re.match(r"[A-Za-z]:", pattern) or ".." in bare.split("/"):
        return (
            Phrase("a pattern is seen from the folder of this file, and does not leave it"),
            Phrase('Write a path such as "drafts/*.md".'),
        )
    plain = re.sub(r"\[[!^]?\]?[^\]/]*\]", "", pattern)
    if "[" in plain or not _balanced(plain):
        return Phrase("a bracket is not closed in this pattern"), Phrase("Close it.")
    try:
        _expression(pattern)
    except re.error:
        return Phrase("the brackets of this pattern name no characters"), Phrase("Write them as in [a-z].")
    return None


def _balanced(pattern: str) -> bool:
    depth = 0
    for each in pattern:
        depth += (each == "{") - (each == "}")
        if depth < 0:
            return False
    return not depth


def _in_set(characters: str) -> str:
    return re.sub(r"([\\\[\]^&~|])", r"\\\1", characters)


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    bare = pattern.removeprefix("./").rstrip("/")
    made, depth = ["" if "/" in bare else "(?:.*/)?"], 0
    for found in _PARTS.finditer(bare):
        kind = next(name for name, words in found.groupdict().items() if words is not None and name != "not")
        depth += (kind == "open") - (kind == "shut")
        if kind == "comma":
            made.append("|" if depth else ",")
        else:
            made.append(_MADE[kind](found))
    return re.compile("".join(made) + "(?:/.*)?", re.DOTALL)
