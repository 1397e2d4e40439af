"""Signals as they are written, compiled: names of lexicons checked, phrases gathered to be looked up in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from poalint.errors import Mistakes
from poalint.loading.asked import words_asked
from poalint.loading.entries import can_match
from poalint.loading.yamlfile import all_known
from poalint.schema.base import Names
from poalint.schema.signals import AlternativeFile, ClauseTest, SentenceTest, SignalFile
from poalint.signals import Alternative, Definition, Demand, Nearby
from poalint.speech import Said

_FIELDS = (
    "party", "time", "polarity", "assertion", "voice", "aspect", "modal", "link", "verb", "subject", "object",
)  # fmt: skip
_MATCHED = frozenset({"phrase", "has", "also", "lacks"})
"""The keys under which words stand as in a lexicon."""


def names(value: Names | None) -> list[str]:
    """The names, none where there is no list."""
    return value or []


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the words in signal files may mean.

    ``known`` names the lexicons and entities, ``groups`` the entities that a lexicon includes. Phrases written in the
    file itself are added to ``phrases``, each as a lexicon of its own.
    """

    known: set[str]
    groups: Mapping[str, frozenset[str]]
    phrases: dict[str, list[str]]

    def check(self, path: Path, signal: Any) -> None:
        """Raise RuleError for words of a signal (or of what its file holds) that are no lexicon, or match nothing."""
        mistakes = Mistakes()
        texts = list(words_asked(signal))
        named = [(loc, text[1:]) for loc, text in texts if text.startswith("@")]
        mistakes.told(all_known, path, named, self.known, "lexicon")
        mistakes.told(can_match, path, ((loc, text) for loc, text in texts if _MATCHED & {*loc}))
        mistakes.stop()

    def definition(self, path: Path, file: SignalFile) -> Definition:
        """The signal in the file ``path``, compiled. Raises RuleError where a lexicon is not known."""
        self.check(path, file)
        return Definition(
            name=file.signal,
            alternatives=tuple(self._alternative(each, file) for each in file.any),
            unless=tuple(self._alternative(each, file) for each in file.unless),
            shown=not file.internal,
        )

    def _alternative(self, each: AlternativeFile, file: SignalFile) -> Alternative:
        clause = list(self._clause(each.clause)) if each.clause is not None else []
        if each.phrase is not None:
            clause.append(("tags", self._tags(each.phrase), True))
        if clause and not any(name == "assertion" for name, _, _ in clause):
            clause.append(("assertion", frozenset({"asserted"}), True))
        return Alternative(
            why=Said(each.why, file.zh.cues.get(each.why, "") if file.zh else ""),
            clause=tuple(sorted(clause, key=lambda demand: demand[0] not in ("verb", "tags"))),
            sentence=tuple(self._sentence(each.sentence)) if each.sentence is not None else (),
            nearby=tuple(
                Nearby(frozenset(names(n.signals)), frozenset(names(n.without)), n.before, n.after, n.elsewhere)
                for n in each.near
            ),
            roles=frozenset(names(each.roles)),
            kinds=frozenset(names(each.kinds)),
            under=frozenset(names(each.under)),
            whole=each.whole,
        )

    def _clause(self, test: ClauseTest) -> Iterator[Demand]:
        for name in _FIELDS:
            if (value := getattr(test, name)) is not None:
                yield name, frozenset(value), True
            if (value := getattr(test.not_, name, None)) is not None:
                yield name, frozenset(value), False
        yield from self._tagged(test.has, test.also, lacks=test.lacks)

    def _sentence(self, test: SentenceTest) -> Iterator[Demand]:
        return self._tagged(test.has, test.also, lacks=test.lacks)

    def _tagged(self, *asked: Names | None, lacks: Names | None) -> Iterator[Demand]:
        for value in asked:
            if value is not None:
                yield "tags", self._tags(value), True
        if lacks is not None:
            yield "tags", self._tags(lacks), False

    def _tags(self, value: Names) -> frozenset[str]:
        """Names of lexicons and entities; a bare phrase becomes a lexicon."""
        made: set[str] = set()
        for each in names(value):
            if each.startswith("@"):
                made |= {each[1:], *self.groups.get(each[1:], ())}
            else:
                self.phrases[f"~{each}"] = [each]
                made.add(f"~{each}")
        return frozenset(made)
