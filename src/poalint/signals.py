"""Signal definitions matched over clauses: what a sentence does, and the words that decided it.

A definition is a list of alternatives, each a set of demands on one clause, its sentence and its neighbours. A
signal may build on others; they are matched in the order that this needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from poalint.model.reading import Block, Clause, Sentence, Signal
from poalint.speech import Phrase, Said, Tellable, several

Demand = tuple[str, frozenset[str], bool]
"""A field of a clause, the values one of which it must hold, and False where it must hold none."""

Watch = Callable[[str, Sequence[int], Sequence[int]], None]
"""Told, for a sentence, a signal's name and which of its alternatives and of its ``unless`` hold there, by number."""

_MOST_CUES = 4
_PLAIN = ("party", "time", "polarity", "assertion", "voice", "aspect", "modal", "link")


@dataclass(frozen=True, slots=True)
class Nearby:
    """Signals asked for (or ruled out) in the same sentence and those around it; ``elsewhere`` leaves out the same."""

    present: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    before: int = 0
    after: int = 0
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way in which a signal shows. ``why`` is the cue that is printed, the deciding words are put behind it."""

    why: Said
    clause: tuple[Demand, ...] = ()
    sentence: tuple[Demand, ...] = ()
    nearby: tuple[Nearby, ...] = ()
    roles: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    under: frozenset[str] = frozenset()
    whole: bool = False

    def triggers(self) -> tuple[frozenset[str], ...]:
        """Sets of words and lexicons of each of which the sentence must hold one to be worth a closer look."""
        return tuple(values for name, values, wanted in self.clause if wanted and name in ("tags", "verb"))

    def names(self) -> set[str]:
        """The signals that this alternative builds on."""
        return set().union(*(near.present | near.absent for near in self.nearby))


@dataclass(frozen=True, slots=True)
class Definition:
    """A named signal; ``shown`` says whether reports name it or it only serves other signals."""

    name: str
    alternatives: tuple[Alternative, ...]
    unless: tuple[Alternative, ...] = ()
    shown: bool = True

    def needs(self) -> set[str]:
        """The signals that must be matched before this one."""
        return set().union(*(each.names() for each in (*self.alternatives, *self.unless)))


def in_order(definitions: Iterable[Definition]) -> list[Definition]:
    """The definitions so that each comes after those that it builds on; ValueError names a circle."""
    waiting = {definition.name: definition for definition in definitions}
    done: dict[str, Definition] = {}
    while waiting:
        ready = [d for d in waiting.values() if d.needs() <= set(done)]
        if not ready:
            raise ValueError(
                Phrase("signals that build on each other: {names}", names=several(sorted(_circle(waiting))))
            )
        for definition in ready:
            done[definition.name] = waiting.pop(definition.name)
    return list(done.values())


def _circle(waiting: Mapping[str, Definition]) -> set[str]:
    """Those of the waiting that wait for each other, without those that only wait for them."""
    left = dict(waiting)
    while True:
        needed = set().union(*(definition.needs() for definition in left.values()))
        if needed >= set(left):
            return set(left)
        left = {name: definition for name, definition in left.items() if name in needed}


class Matcher:
    """Matches definitions, given in order, over the sentences of a draft; ``watch`` is told what held where any did."""

    def __init__(self, definitions: Sequence[Definition], watch: Watch | None = None) -> None:
        self._watch = watch
        self._definitions = [
            (definition, [(each, each.triggers()) for each in definition.alternatives]) for definition in definitions
        ]

    def match(
        self, sentences: Sequence[Sentence], blocks: Sequence[Block], known: Iterable[Signal] = ()
    ) -> list[Signal]:
        """All signals, those in ``known`` first; those of one clause once a name."""
        where: dict[str, dict[int, Signal]] = {}
        found = list(known)
        for signal in found:
            _note(where, signal)
        words = [s.tags.union(*(clause.verb for clause in s.clauses)) for s in sentences]
        for definition, alternatives in self._definitions:
            for sentence, names in zip(sentences, words, strict=True):
                worth = [each for each, triggers in alternatives if not any(map(names.isdisjoint, triggers))]
                if worth:
                    if self._watch:
                        block = blocks[sentence.block]
                        ways = _holding(definition.alternatives, sentence, block, where)
                        self._watch(definition.name, ways, _holding(definition.unless, sentence, block, where))
                    for signal in _signals(definition, worth, sentence, blocks[sentence.block], where):
                        found.append(signal)
                        _note(where, signal)
        return found


def _note(where: dict[str, dict[int, Signal]], signal: Signal) -> None:
    where.setdefault(signal.name, {}).setdefault(signal.sentence, signal)


def _signals(
    definition: Definition,
    worth: Sequence[Alternative],
    sentence: Sentence,
    block: Block,
    where: Mapping[str, Mapping[int, Signal]],
) -> list[Signal]:
    """The signals of one definition in one sentence, by those of its alternatives that are worth a look."""
    found: dict[tuple[int, int], Signal] = {}
    for each in worth:
        if not _around(each, sentence, block, where):
            continue
        if not each.clause:
            key = _span(each, sentence, where)
            cue = _cue(each.why, sentence.clauses, each.sentence)
            found.setdefault(key, Signal(definition.name, *key, cue, sentence.index, sentence.role))
            continue
        for clause in sentence.clauses:
            if _holds(each.clause, clause):
                key = (sentence.start, sentence.end) if each.whole else (clause.start, clause.end)
                cue = _cue(each.why, (clause,), (*each.clause, *each.sentence))
                found.setdefault(key, Signal(definition.name, *key, cue, sentence.index, sentence.role))
    if found and any(_met_in(each, sentence, block, where) for each in definition.unless):
        return []
    return list(found.values())


def _span(each: Alternative, sentence: Sentence, where: Mapping[str, Mapping[int, Signal]]) -> tuple[int, int]:
    """What an alternative that asks for no clause marks: the words of the signal it builds on, else the sentence."""
    if not each.whole:
        for near in each.nearby:
            for name in sorted(near.present) if not near.elsewhere else ():
                if (found := where.get(name, {}).get(sentence.index)) is not None:
                    return found.start, found.end
    return sentence.start, sentence.end


def _met_in(each: Alternative, sentence: Sentence, block: Block, where: Mapping[str, Mapping[int, Signal]]) -> bool:
    return _around(each, sentence, block, where) and (
        not each.clause or any(_holds(each.clause, clause) for clause in sentence.clauses)
    )


def _holding(
    alternatives: Sequence[Alternative], sentence: Sentence, block: Block, where: Mapping[str, Mapping[int, Signal]]
) -> list[int]:
    return [number for number, each in enumerate(alternatives) if _met_in(each, sentence, block, where)]


def _around(each: Alternative, sentence: Sentence, block: Block, where: Mapping[str, Mapping[int, Signal]]) -> bool:
    """Whether everything asked of the sentence and its neighbours holds; one that plays no part may play any."""
    if each.roles and sentence.role and sentence.role not in each.roles:
        return False
    if (each.kinds and block.kind not in each.kinds) or (each.under and block.role not in each.under):
        return False
    for _, values, wanted in each.sentence:
        if sentence.tags.isdisjoint(values) is wanted:
            return False
    for near in each.nearby:
        reach = [
            at for at in range(sentence.index - near.before, sentence.index + near.after + 1)
            if not (near.elsewhere and at == sentence.index)
        ]  # fmt: skip
        if near.present and not any(at in where.get(name, {}) for name in near.present for at in reach):
            return False
        if near.absent and any(at in where.get(name, {}) for name in near.absent for at in reach):
            return False
    return True


def _holds(demands: tuple[Demand, ...], clause: Clause) -> bool:
    for name, values, wanted in demands:
        have = getattr(clause, name)
        met = have in values if name in _PLAIN else not have.isdisjoint(values)
        if met is not wanted:
            return False
    return True


def _cue(why: Said, clauses: Sequence[Clause], demands: Iterable[Demand]) -> Tellable:
    """The alternative's reason and the words that met its demands."""
    words: list[str] = []
    for name, values, wanted in demands:
        if not wanted or name in ("party", "time", "polarity", "assertion", "voice", "aspect"):
            continue
        for clause in clauses:
            words += _met(clause, name, values)
    told = ", ".join(list(dict.fromkeys(words))[:_MOST_CUES])
    return Phrase("{why}: {words}", why=why, words=told) if told else why


def _met(clause: Clause, name: str, values: frozenset[str]) -> list[str]:
    """The words of a clause that met one demand; entities (dates, ids) and lexicons of verbs need none."""
    if name == "tags":
        return [hit.words for hit in clause.hits if hit.name in values and hit.words]
    have = getattr(clause, name)
    met = {have} & values if isinstance(have, str) else have & values
    return sorted(word for word in met if word and not word.startswith("@"))
