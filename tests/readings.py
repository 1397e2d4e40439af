"""Values that tests build by hand, and texts read once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from poalint.engine import Engine
from poalint.model import Draft, Kind, Role
from poalint.model.reading import Block, Clause, Hit, Reading, Sentence, Signal

CORPUS = Path(__file__).parents[1] / "corpus"
NAMED_SIGNALS = {
    "admits-fault",
    "hedged-admission",
    "denial",
    "states-cause",
    "circular-cause",
    "vague-cause",
    "action-done",
    "action-vague",
    "action-planned-only",
    "measurable",
    "preventive-mechanism",
    "empty-promise",
    "blames-amazon",
    "blames-others",
    "emotional-plea",
    "threat",
}
"""The signals whose names and meaning the annotation guidelines fix."""


def read_text(engine: Engine) -> Callable[[str], Reading]:
    """Reads texts with ``engine`` and remembers them."""
    return lru_cache(maxsize=None)(lambda text: engine.read(Draft("text", text)))


def clause(verb: Iterable[str] = (), tags: Iterable[str] = (), **fields: Any) -> Clause:
    """A plain clause ("we did"), with other fields where they are given."""
    made: dict[str, Any] = {
        "party": "us",
        "subject": frozenset(),
        "object": frozenset(),
        "time": "done",
        "polarity": "positive",
        "assertion": "asserted",
        "voice": "active",
        "aspect": "simple",
        "modal": "",
        "link": "",
        "start": 0,
        "end": 10,
    }
    hits = tuple(Hit(name, 0, 10, f"the {name}") for name in tags)
    return Clause(verb=frozenset(verb), tags=frozenset(tags), hits=hits, **{**made, **fields})


def sentence(index: int, *clauses: Clause, block: int = 0, role: Role = "") -> Sentence:
    """A sentence of ten characters, the ``index``-th of the draft."""
    tags = frozenset().union(*(each.tags for each in clauses))
    return Sentence(index, block, 10 * index, 10 * index + 10, role, clauses or (clause(),), tags)


def block(index: int = 0, kind: Kind = "paragraph", role: Role = "", **fields: Any) -> Block:
    """A block without text of its own."""
    return Block(
        **{"index": index, "kind": kind, "role": role, "start": 0, "end": 0, "text": "", "offsets": (0,), **fields}
    )


def reading(text: str, signals: Sequence[tuple[str, str]] = (), kinds: Sequence[Kind] = ()) -> Reading:
    """A reading of ``text``: each paragraph is a block, each full stop ends a sentence.

    ``signals`` are names with the words of the sentence that gives them, and after a ``/`` that sentence's role;
    ``kinds`` tells the kinds of the first blocks, the others are paragraphs.
    """
    roles = {words: name.partition("/")[2] for name, words in signals}
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    for found in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text):
        kind = kinds[len(blocks)] if len(blocks) < len(kinds) else "paragraph"
        start, end = found.span()
        offsets = tuple(range(start, end + 1))
        made = Block(len(blocks), kind, "", start, end, text[start:end], offsets, quoted=kind == "quote")
        for part in re.finditer(r"\S.*?(?:[.!?](?=\s|\Z)|\Z)", found[0], re.DOTALL):
            role: Any = next((role for words, role in roles.items() if words in part[0]), "")
            at = (start + part.start(), start + part.end())
            sentences.append(Sentence(len(sentences), made.index, *at, role, (), frozenset()))
        blocks.append(made)
    given = []
    for name, words in signals:
        (own,) = (each for each in sentences if words in text[each.start : each.end])
        begin = text.index(words, own.start)
        given.append(Signal(name.partition("/")[0], begin, begin + len(words), "a cue", own.index, own.role))
    return Reading(Draft("draft", text), tuple(blocks), tuple(sentences), tuple(given))


def drafts(names: Iterable[str]) -> list[Draft]:
    """Drafts of the corpus."""
    return [Draft(name, (CORPUS / "drafts" / f"{name}.txt").read_text(encoding="utf-8")) for name in names]
