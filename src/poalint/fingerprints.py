"""What stays the same of a finding when the draft around it moves: its rule and its words."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from poalint.comments import comments, without
from poalint.model import Draft, Finding

_LENGTH = 16


def marked(draft: Draft, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each with its fingerprint: 16 hexadecimal digits over its rule, its words and which of its like.

    Line, column, case, white space, markup and the forms of one character do not count, so that a letter has the same
    ones in every format; a finding without a place has no words.
    """
    listed = tuple(findings)
    prints = printed((each.rule, _words(draft, each)) for each in listed)
    return tuple(replace(each, fingerprint=made) for each, made in zip(listed, prints, strict=True))


def printed(told: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The fingerprints of findings, each given as its rule and its words as they are compared."""
    seen: Counter[str] = Counter()
    for rule, words in told:
        key = f"{rule}\n{words}"
        yield _digest(f"{key}\n{seen[key]}")
        seen[key] += 1


def _words(draft: Draft, finding: Finding) -> str:
    if finding.start is None or finding.end is None:
        return ""
    return normal(draft.words(finding.start, finding.end))


def normal(words: str) -> str:
    """Words as they are compared; a comment to the program counts only where nothing else stands."""
    letter = without(words, comments(words))
    text = unicodedata.normalize("NFKC", letter if letter.strip() else words)
    return " ".join(text.casefold().split())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
