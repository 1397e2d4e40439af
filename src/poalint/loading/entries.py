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
    if entry.isalpha() or entry.replace(" ", "").isalpha():
        return None
    parts = entry.split()
    if _NO_WORD.fullmatch(entry):
        return Phrase("{entry!r} holds no word", entry=entry), Phrase("Strike it.")
    if parts[0] == _GAP or parts[-1] == _GAP:
        return Phrase("{entry!r} begins or ends with *", entry=entry), Phrase("* stands between words only: strike it.")
    if any("" in part.split("|") for part in parts):
        return Phrase("{entry!r} has an empty alternative", entry=entry), Phrase(
            "A word stands on both sides of each |."
        )
    if found := _SUFFIX.search(entry):
        reason = Phrase("{entry!r} ends a word with /{suffix}, which means nothing", entry=entry, suffix=found[1])
        return reason, Phrase("/n asks for a noun, /v for a verb.")
    return None
