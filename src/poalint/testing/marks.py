r"""Marks in examples: ``[[words]]`` says that the finding must stand at exactly these words.

A mark begins at the first two of several opening brackets and ends at the last two of several closing ones, so
``[[[Your Name]]]`` marks ``[Your Name]``. A bracket behind a backslash is a bracket: ``\[[Your Name]]`` is a blank in
double brackets, and no mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from poalint.speech import Phrase

Span = tuple[int, int]
"""Where words begin and end in a text."""

_TOKEN = re.compile(r"\\(?P<plain>[\[\]])|(?P<open>\[\[)|(?P<close>\]\](?!\]))")


class MarkError(ValueError):
    """Marks that do not fit; ``reason`` says why."""

    def __init__(self, reason: Phrase) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Marked:
    """An example as it is read, its marks taken out, and where they stood."""

    text: str
    spans: tuple[Span, ...] = ()


def marked(written: str) -> Marked:
    """The example in ``written``, a text that may hold marks. Raises MarkError where a mark is not closed or empty."""
    parts: list[str] = []
    spans: list[Span] = []
    at = length = 0
    begun: int | None = None
    for token in _TOKEN.finditer(written):
        before = written[at : token.start()]
        parts.append(before)
        length += len(before)
        at = token.end()
        if token["open"] and begun is None:
            begun = length
        elif token["open"]:
            raise MarkError(Phrase("one mark begins inside another; write \\[ for a plain bracket"))
        elif token["close"] and begun is not None:
            if begun == length:
                raise MarkError(Phrase("a mark holds no words"))
            spans.append((begun, length))
            begun = None
        else:
            kept = token["plain"] or token["close"]
            parts.append(kept)
            length += len(kept)
    if begun is not None:
        raise MarkError(Phrase("a mark is not closed: ]] is missing; write \\[ for a plain bracket"))
    return Marked("".join([*parts, written[at:]]), tuple(spans))
