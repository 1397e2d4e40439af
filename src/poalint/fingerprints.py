"""What stays the same of a finding when the draft around it moves: its rule and its words."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from poalint.model import Draft, Finding

_LENGTH = 16


def marked(draft: Draft, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each with its fingerprint: 16 hexadecimal digits over its rule, its words and which of its like.

    Line, column, case, white space and the forms of one character do not count; a finding without a place has no words.
    """
    seen: Counter[str] = Counter()
    made = []
    for finding in findings:
        key = f"{finding.rule}\n{_words(draft, finding)}"
        made.append(replace(finding, fingerprint=_digest(f"{key}\n{seen[key]}")))
        seen[key] += 1
    return tuple(made)


def _words(draft: Draft, finding: Finding) -> str:
    if finding.start is None or finding.end is None:
        return ""
    text = unicodedata.normalize("NFKC", draft.text[finding.start : finding.end])
    return " ".join(text.casefold().split())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
