"""Front matter: lines of ``key: value`` between two lines ``---`` at the very top of a draft, no part of the letter."""

from __future__ import annotations

import re

from poalint.errors import DraftError

KEYS = ("violation", "marketplace", "lang", "as")
"""What a draft can say of itself."""

_RULER = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\r|\n)")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*")
_KEY = re.compile(r"(?P<key>[A-Za-z][\w-]*)[ \t]*:(?:[ \t].*)?")
_BESIDES = re.compile(r"[ \t]*(?:#.*)?|[ \t]+\S.*|-[ \t].*")
"""Blank lines, comments, and what goes on with the key above."""


def front(path: str, text: str) -> int:
    """Where the letter begins: behind the front matter, or at 0 where there is none.

    A letter may begin with a ruler too, and with a line such as "Subject: ...". So front matter has nothing but keys
    between its two lines, and these in small letters, or one of them is known. Raises DraftError where a key that is
    known follows the first line, but no second one.
    """
    first = _RULER.match(text)
    if not first:
        return 0
    keys: list[str] = []
    at = first.end()
    while at < len(text):
        line = _LINE.match(text, at)
        assert line is not None
        at = line.end()
        if _END.fullmatch(line[1]):
            known = any(key.lower() in KEYS for key in keys)
            return at if known or (keys and all(key[0].islower() for key in keys)) else 0
        if found := _KEY.fullmatch(line[1]):
            keys.append(found["key"])
        elif not _BESIDES.fullmatch(line[1]):
            break
    if keys and keys[0] in KEYS:
        raise DraftError(
            path,
            "the front matter, which begins in line 1, does not end",
            "Write a line --- under its last key.",
        )
    return 0
