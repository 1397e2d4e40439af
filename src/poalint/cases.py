"""Which violation a letter is about, and which papers it names: told from its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from poalint.facts import Facts, Profile
from poalint.lexicon import Lexicons, cut
from poalint.model import Case
from poalint.model.reading import Block, Sentence
from poalint.speech import Tellable

_STRONG, _SLIGHT = 3, 1
_ENOUGH = 3
"""One strong phrase tells a case, or three slight ones ..."""
_AHEAD = 2
"""... if no other case comes this near: a letter that speaks of two is about neither for sure."""
_MOST_CUES = 4


def heard(sentences: Sequence[Sentence], blocks: Sequence[Block], lexicons: Lexicons) -> dict[str, tuple[str, ...]]:
    """Each lexicon of cases and papers with the different words found for it, in headings and in sentences.

    Headings are not parsed, so in them only the very forms of a lexicon's entries are found.
    """
    words: dict[str, dict[str, None]] = {}
    for block in blocks:
        if block.kind == "heading":
            tokens = cut(block.text.lower())
            for match in lexicons.find([(token, token, "") for token in tokens]):
                words.setdefault(match.name, {})[" ".join(tokens[match.start : match.end])] = None
    for sentence in sentences:
        for clause in sentence.clauses:
            for hit in clause.hits:
                words.setdefault(hit.name, {})[hit.words] = None
    return {name: tuple(found) for name, found in words.items() if name.startswith(Facts.TAGS)}


def told(words: Mapping[str, Sequence[str]], facts: Facts) -> Case | None:
    """The case that most of the ``words`` (as `heard`) speak for, or None where that is not plain."""
    scored = _scored(words, facts)
    ahead = scored[0][0] - (scored[1][0] if len(scored) > 1 else 0) if scored else 0
    if not scored or scored[0][0] < _ENOUGH or ahead < _AHEAD:
        return None
    best = scored[0][1]
    cue = (*words.get(best.strong, ()), *words.get(best.slight, ()))
    return Case(best.name, best.title, cue=", ".join(cue[:_MOST_CUES]))


def beside(given: Case, words: Mapping[str, Sequence[str]], facts: Facts) -> Case:
    """The case that was asked for, with the one that the letter plainly speaks of where that is another."""
    found = told(words, facts)
    return given if found is None or found.violation == given.violation else replace(given, instead=found)


def rivals(words: Mapping[str, Sequence[str]], facts: Facts) -> tuple[Tellable, ...]:
    """The titles of the cases that a letter might be about where none is plain: those that come near the first."""
    scored = _scored(words, facts)
    near = [profile.title for weight, profile in scored if weight >= _ENOUGH and weight > scored[0][0] - _AHEAD]
    return tuple(near) if len(near) > 1 else ()


def _scored(words: Mapping[str, Sequence[str]], facts: Facts) -> list[tuple[int, Profile]]:
    return sorted(((_weight(words, each), each) for each in facts.profiles.values()), key=lambda each: -each[0])


def _weight(words: Mapping[str, Sequence[str]], profile: Profile) -> int:
    return _STRONG * len(words.get(profile.strong, ())) + _SLIGHT * len(words.get(profile.slight, ()))
