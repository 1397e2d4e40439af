"""The program with one layer left out, so that each shows what it earns.

Values are changed on their way, never the program: the parsed clauses of a reading lose something, and
signals, roles and rules are worked out anew. What is decided while a block is parsed (the lists that a
lead-in governs, the parts of speech that lexicon words ask for) cannot be taken away so simply, and stays.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from poalint import roles, structure
from poalint.engine import Engine
from poalint.loader import Knowledge
from poalint.model.reading import Clause, Reading, Sentence
from poalint.signals import Alternative, Definition

Change = Callable[[Sentence], Sentence]


def without_grammar(sentence: Sentence) -> Sentence:
    """Make the sentence one bag of words: whoever stands in it, it is we who did it, and it is so."""
    if not sentence.clauses:
        return sentence
    each = sentence.clauses
    words = frozenset().union(*(c.verb | c.subject | c.object for c in each))
    bag = Clause(
        party="us", verb=words, subject=words, object=words, time="done", polarity="positive",
        assertion="asserted", voice="active", aspect="simple", modal="", link="", start=sentence.start,
        end=sentence.end, tags=sentence.tags, hits=tuple(hit for c in each for hit in c.hits),
    )  # fmt: skip
    return replace(sentence, clauses=(bag,))


def _each(change: Callable[[Clause], Clause]) -> Change:
    return lambda sentence: replace(sentence, clauses=tuple(map(change, sentence.clauses)))


LAYERS: dict[str, tuple[str, Change]] = {
    "no grammar": ("each sentence a bag of words", without_grammar),
    "no assertion": ("every clause asserted", _each(lambda clause: replace(clause, assertion="asserted"))),
    "no polarity": ("every clause positive", _each(lambda clause: replace(clause, polarity="positive"))),
    "no time": ("every clause done", _each(lambda clause: replace(clause, time="done"))),
    "no parties": ("every clause ours", _each(lambda clause: replace(clause, party="us"))),
    "no roles": ("nothing asks where a sentence stands", lambda same: same),
}
"""Each layer that can be left out: what that means, and what it does to a sentence."""


def left_out(name: str, knowledge: Knowledge, engine: Engine) -> tuple[Engine, Callable[[Reading], Reading]]:
    """Give the engine and the change of readings that do without a layer."""
    if name == "no roles":
        knowledge = _without_roles(knowledge)
        engine = Engine(knowledge, engine._nlp)
    change = LAYERS[name][1]
    return engine, lambda reading: reread(engine, knowledge, reading, change)


def reread(engine: Engine, knowledge: Knowledge, reading: Reading, change: Change) -> Reading:
    """Work out signals and roles anew, as the engine does, from changed sentences."""
    blocks = structure.blocks(reading.draft, knowledge.layout)
    sentences = [change(replace(sentence, role=blocks[sentence.block].role)) for sentence in reading.sentences]
    early = engine._early.match(sentences, blocks)
    placed = roles.assign(sentences, blocks, early, knowledge.role_marks)
    signals = engine._late.match(placed, blocks, early)
    role_of = {sentence.index: sentence.role for sentence in placed}
    return Reading(
        reading.draft,
        tuple(roles.of_blocks(blocks, placed)),
        tuple(placed),
        tuple(replace(signal, role=role_of[signal.sentence]) for signal in signals),
    )


def _without_roles(knowledge: Knowledge) -> Knowledge:
    def anywhere(each: Alternative) -> Alternative:
        return replace(each, roles=frozenset(), under=frozenset())

    def definition(each: Definition) -> Definition:
        return replace(
            each,
            alternatives=tuple(map(anywhere, each.alternatives)),
            unless=tuple(map(anywhere, each.unless)),
        )

    rules = []
    for rule in knowledge.rules:
        check = rule.spec.check
        if getattr(check, "roles", None):
            check = check.model_copy(update={"roles": []})
        rules.append(replace(rule, spec=rule.spec.model_copy(update={"check": check})))
    return replace(knowledge, signals=tuple(map(definition, knowledge.signals)), rules=tuple(rules))
