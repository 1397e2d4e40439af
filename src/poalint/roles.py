"""The role each sentence plays, for the stretches of a letter that stand under no telling heading.

Letters run from opening to cause, actions, prevention and closing. Each sentence gives marks to the roles by its
signals; the likeliest path through the letter decides (Viterbi), since a paragraph seldom changes its subject twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from poalint.model import ROLES, Role
from poalint.model.reading import Block, Sentence, Signal

if TYPE_CHECKING:
    from poalint.schema.tables import RoleFile

_A_LETTER = 6
"""Fewer sentences have no first third to speak of."""


def assign(
    sentences: Sequence[Sentence], blocks: Sequence[Block], signals: Iterable[Signal], table: RoleFile
) -> list[Sentence]:
    """The sentences with their roles; a heading's word weighs more than what one sentence does."""
    if not sentences:
        return []
    if len(sentences) < table.parts_from:  # no letter: what stands under no heading plays no part
        return [replace(sentence, role=blocks[sentence.block].role) for sentence in sentences]
    given: dict[int, dict[str, float]] = {}
    for index, name in dict.fromkeys((signal.sentence, signal.name) for signal in signals):
        for role, mark in table.marks.get(name, {}).items():
            scores = given.setdefault(index, {})
            scores[role] = scores.get(role, 0.0) + mark
    whole = len(sentences) >= _A_LETTER
    run_in = table.heading if len({block.role for block in blocks if block.run_in}) > 1 else table.run_in
    opened = _opened(blocks)
    best: list[dict[Role, tuple[float, Role]]] = []
    for at, sentence in enumerate(sentences):
        block = blocks[sentence.block]
        named, prior = block.role, run_in if block.run_in else table.heading
        row: dict[Role, tuple[float, Role]] = {}
        first_third = max(0.0, 1.0 - 3.0 * at / len(sentences))
        for role in ROLES:
            own = given.get(sentence.index, {}).get(role, 0.0) + (prior if role == named else 0.0)
            own += table.early * first_third if whole and role == "cause" else 0.0
            if at == 0:
                row[role] = (own + (table.start.get(role, 0.0) if whole else 0.0), role)
                continue
            change = _change(sentences[at - 1].block, sentence.block, opened, table)
            costs = {each: best[-1][each][0] - _cost(each, role, change, table) for each in ROLES}
            before = max(ROLES, key=costs.__getitem__)  # of equals the first: a part goes on until something ends it
            row[role] = (costs[before] + own, before)
        best.append(row)
    role = max(ROLES, key=lambda each: best[-1][each][0] + (table.end.get(each, 0.0) if whole else 0.0))
    path: list[Role] = []
    for row in reversed(best):
        path.append(role)
        role = row[role][1]
    return [replace(sentence, role=role) for sentence, role in zip(sentences, reversed(path), strict=True)]


def _opened(blocks: Sequence[Block]) -> list[int]:
    """How many headings that name no part stand before each block."""
    counts = accumulate(block.kind == "heading" and not block.role for block in blocks)
    return list(counts)


def _change(before: int, after: int, opened: Sequence[int], table: RoleFile) -> float:
    """What a change of role costs between sentences of two blocks."""
    if before == after:
        return table.change_within_block
    return table.change_at_heading if opened[before] < opened[after] else table.change


def _cost(before: Role, after: Role, change: float, table: RoleFile) -> float:
    if before == after:
        return 0.0
    return change + (table.backwards if ROLES.index(after) < ROLES.index(before) else 0.0)


def of_blocks(blocks: Sequence[Block], sentences: Sequence[Sentence]) -> list[Block]:
    """The blocks, each without a role given that of most of its sentences."""
    votes: dict[int, list[Role]] = {}
    for sentence in sentences:
        votes.setdefault(sentence.block, []).append(sentence.role)
    most = {index: max(roles, key=roles.count) for index, roles in votes.items()}
    return [replace(block, role=most[block.index]) if block.index in most else block for block in blocks]
