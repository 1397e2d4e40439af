"""Which violation a letter is about, told from its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poalint.facts import Facts
from poalint.lexicon import Lexicons, cut
from poalint.model import Block, Case, Sentence

_STRONG, _SLIGHT = 3, 1
_ENOUGH = 3
"""One strong phrase tells a case, or three slight ones ..."""
_AHEAD = 2
"""... if no other case comes this near: a letter that speaks of two is about neither for sure."""
_MOST_CUES = 4


def told(sentences: Sequence[Sentence], blocks: Sequence[Block], facts: Facts, lexicons: Lexicons) -> Case | None:
    """The case that most of a letter's words speak for, or None where that is not plain."""
    words: dict[str, dict[str, None]] = {}  # in the order of the letter
    for tag, said in _heard(sentences, blocks, lexicons):
        words.setdefault(tag, {})[said] = None
    scored = []
    for profile in facts.profiles.values():
        strong, slight = words.get(profile.strong, {}), words.get(profile.slight, {})
        scored.append((_STRONG * len(strong) + _SLIGHT * len(slight), profile.name, (*strong, *slight)))
    scored.sort(key=lambda each: -each[0])
    best, second = (*scored, (0, "", ()), (0, "", ()))[:2]
    if best[0] < _ENOUGH or best[0] - second[0] < _AHEAD:
        return None
    return Case(best[1], cue=", ".join(best[2][:_MOST_CUES]))


def _heard(sentences: Sequence[Sentence], blocks: Sequence[Block], lexicons: Lexicons) -> Iterator[tuple[str, str]]:
    """Lexicons with the words found for them: in headings, which are not parsed, and in sentences."""
    for block in blocks:
        if block.kind == "heading":
            tokens = cut(block.text.lower())
            for match in lexicons.find([(token, token, "") for token in tokens]):
                yield match.name, " ".join(tokens[match.start : match.end])
    for sentence in sentences:
        for clause in sentence.clauses:
            for hit in clause.hits:
                yield hit.name, hit.words
