"""The regular expressions of files, in the form in which they are run, put to the test of whether they end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from poalint.errors import Mistakes
from poalint.kinds.common import loose
from poalint.loading.regexes import runaway
from poalint.loading.yamlfile import Loc, mistake
from poalint.schema.rules import RuleFile
from poalint.speech import Phrase

Expression = tuple[Loc, str, int]
"""Where a regular expression stands, its form when it is run, and its flags."""

_FIGURE = r"(?<!\d)\d{1,12}(?:[.,]\d{1,12})?"
_RUN: dict[str, tuple[bool, int]] = {
    "patterns": (True, 0),
    "allow": (False, 0),
    "quantities": (True, re.IGNORECASE),
    "given_by": (True, re.IGNORECASE),
    "own": (False, re.IGNORECASE),
    "other": (True, 0),
    "called": (True, 0),
}
"""For each key whether a space in its expressions matches any white space, and the flags that they are run with."""
_REMEDY = Phrase(
    "Bound its repeats ({bounds} for * or +), and let no two of them in a row match the same characters.",
    bounds="{0,40}",
)


def expressions(spec: RuleFile) -> Iterator[Expression]:
    """The regular expressions of a rule."""
    if spec.check.kind in ("pattern", "fact", "agree", "checked-number", "one-name"):
        for key, (spaced, flags) in _RUN.items():
            for number, each in enumerate(getattr(spec.check, key, [])):
                run = (loose(each) if spaced else each).replace("{value}", _FIGURE)
                yield ("check", key, number), run, flags


def all_end(path: Path, found: Iterable[Expression]) -> None:
    """Raise RuleError that lists the expressions that can run away."""
    mistakes = Mistakes()
    for loc, run, flags in found:
        if text := runaway(run, flags):
            reason = Phrase("this regular expression can run away, on a text such as {text!r}", text=text)
            mistakes.add(mistake(path, loc, reason, _REMEDY))
    mistakes.stop()
