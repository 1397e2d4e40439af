"""Is it English? Told by the share of the language's commonest words, before any model is loaded."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?![\w-])")
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class English:
    """The commonest words, the share of them that English has, and how many words it takes to tell."""

    words: frozenset[str]
    at_least: float
    min_words: int

    def speaks(self, text: str) -> bool:
        """Whether ``text`` reads as English; a text of few Latin words gets the benefit of the doubt."""
        words = [word.lower() for word in _WORD.findall(_IDEOGRAPH.sub(" ", text))]
        ideographs = len(_IDEOGRAPH.findall(text))
        if ideographs > 2 * len(words):
            return False
        if len(words) < self.min_words:
            return True
        return sum(word in self.words for word in words) >= self.at_least * len(words)
