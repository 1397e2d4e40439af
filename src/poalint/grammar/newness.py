"""Which things of the case a letter names for the first time: a reason that names none tells nothing new."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from poalint.model.reading import Clause, Sentence


def mark(sentences: Iterable[Sentence]) -> list[Sentence]:
    """The sentences, each clause with a concrete noun that stands in no earlier sentence tagged ``first-named``."""
    known: set[str] = set()
    marked: list[Sentence] = []
    for sentence in sentences:
        things = [_things(clause) for clause in sentence.clauses]
        if all(named <= known for named in things):
            marked.append(sentence)
            continue
        clauses = tuple(
            clause if named <= known else replace(clause, tags=clause.tags | {"first-named"})
            for clause, named in zip(sentence.clauses, things, strict=True)
        )
        marked.append(replace(sentence, clauses=clauses, tags=sentence.tags | {"first-named"}))
        known = known.union(*things)
    return marked


def _things(clause: Clause) -> set[str]:
    return {hit.words for hit in clause.hits if hit.name == "concrete"}
