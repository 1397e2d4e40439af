"""Entries of lexicons that could match nothing: a slip of the hand that would pass in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from poalint.errors import Mistakes
from poalint.loading.yamlfile import Loc, mistake
from poalint.speech import Phrase, Tellable

_GAP = "*"
_SUFFIX = re.compile(r"[^\W\d_]/((?![nv]\b)[a-z]|noun|verb|adj|adv)(?![\w/])")
_NO_WORD = re.compile(r"""[\s*|"'=,]*""")


def can_match(path: Path, entries: Iterable[tuple[Loc, str]]) -> None:
    """Raise RuleError that lists the entries of lexicons (each with its place) that could match nothing."""
    mistakes = Mistakes()
    for loc, entry in entries:
        if not entry.startswith("@") and (wrong := _wrong(entry)):
            mistakes.add(mistake(path, loc, *wrong, entry))
    mistakes.stop()


def _wrong(entry: str) -> tuple[Tellable, Tellable] | None:
    """Why an entry could match nothing, and what to do about it."""
    said, parts = repr(entry), entry.split()
    if _NO_WORD.fullmatch(entry):
        return Phrase("{entry} holds no word", entry=said), "Strike it."
    if parts[0] == _GAP or parts[-1] == _GAP:
        return Phrase("{entry} begins or ends with *", entry=said), "* stands between words only: strike it."
    if any("" in part.split("|") for part in parts):
        return Phrase("{entry} has an empty alternative", entry=said), "A word stands on both sides of each |."
    if found := _SUFFIX.search(entry):
        reason = Phrase("{entry} ends a word with /{suffix}, which means nothing", entry=said, suffix=found[1])
        return reason, "/n asks for a noun, /v for a verb."
    return None
