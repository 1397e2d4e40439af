"""Compile once, then ``lint(draft) -> Report``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING

from poalint import cases, comments, language, letters, review, roles, structure
from poalint.errors import DraftError
from poalint.filling import filled, filled_openly
from poalint.grammar import clauses, newness
from poalint.kinds import KINDS, Check
from poalint.loader import Knowledge
from poalint.loading.rules import Rule
from poalint.model import Assessment, Case, Draft, Finding, Letter, Report, Rulebook, RuleInfo
from poalint.model.reading import Block, Hint, Reading, Sentence
from poalint.signals import Definition, Matcher, Watch
from poalint.speech import Lang, render

if TYPE_CHECKING:
    from spacy.language import Language

_FIELD = re.compile(r"\{\w+\}")
_DRAFTS_AT_ONCE = 16
"""Their blocks go through the pipeline as one stream, so that short letters still make full batches."""


class Engine:
    """The rules and a pipeline, compiled. Holds nothing of the drafts that it reads.

    ``violation`` names the case that all letters are about, ``letter`` what they all are, plan or dispute; without them
    each letter is asked. ``watch`` is told which alternatives of signals hold where.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        nlp: Language,
        violation: str | None = None,
        letter: Letter | None = None,
        watch: Watch | None = None,
    ) -> None:
        self._knowledge = knowledge
        self._case = self._given(violation)
        self._letter = letter
        self._nlp = nlp
        self._rulebooks: dict[Lang, Rulebook] = {}
        early, late = _stages(knowledge.signals, set(knowledge.role_marks.marks))
        self._early, self._late = Matcher(early, watch), Matcher(late, watch)
        self._checks: list[tuple[Rule, Check]] = [
            (rule, KINDS[rule.spec.check.kind](rule.spec.check, knowledge.facts)) for rule in knowledge.rules
        ]

    def asked(self, violation: str | None, letter: Letter | None) -> Engine:
        """The same engine where something else is said of all letters; it shares all that was compiled."""
        made = copy(self)
        made._case, made._letter = self._given(violation), letter
        return made

    def lint(self, draft: Draft) -> Report:
        """One draft's report. Raises DraftError where it is not English."""
        return self.judge(self.read(draft))

    def read(self, draft: Draft) -> Reading:
        """How one draft is read: blocks, sentences and signals. Raises DraftError where it is not English."""
        for outcome in self.read_all([draft]):
            if isinstance(outcome, DraftError):
                raise outcome
            return outcome
        raise AssertionError("one draft in, one reading out")

    def _given(self, violation: str | None) -> Case | None:
        profiles = self._knowledge.facts.profiles
        return Case(violation, profiles[violation].title, given=True) if violation else None

    def read_all(self, drafts: Iterable[Draft]) -> Iterator[Reading | DraftError]:
        """Each draft's reading, or why it cannot be judged, in order; the parser gets their blocks as one stream."""
        group: list[Draft] = []
        for draft in drafts:
            group.append(draft)
            if len(group) == _DRAFTS_AT_ONCE:
                yield from self._read_group(group)
                group = []
        yield from self._read_group(group)

    def _read_group(self, drafts: list[Draft]) -> Iterator[Reading | DraftError]:
        shown = [comments.letter_of(draft) for draft in drafts]
        english = [self._knowledge.english.speaks(letter.plain.text) for letter in shown]
        cut = [
            structure.blocks(d, self._knowledge.layout) if ok else ()  # told of comments: their lines are none
            for d, ok in zip(drafts, english, strict=True)
        ]
        docs = language.parse(self._nlp, (block.text for blocks in cut for block in blocks if _is_prose(block)))
        for draft, letter, blocks, ok in zip(drafts, shown, cut, english, strict=True):
            if not ok:
                yield DraftError(
                    draft.path,
                    "this does not read as English, so it is not scored",
                    "Write the letter in English: the rules read English only.",
                )
                continue
            sentences: list[Sentence] = []
            for block in blocks:
                if _is_prose(block):
                    sentences.extend(clauses.sentences(block, next(docs), self._knowledge.lexicons, len(sentences)))
            sentences = newness.mark(sentences)
            early = self._early.match(sentences, blocks)
            placed = roles.assign(sentences, blocks, early, self._knowledge.role_marks)
            signals = self._late.match(placed, blocks, early)
            heard = cases.heard(placed, blocks, self._knowledge.lexicons)
            by_sentence = {sentence.index: sentence.role for sentence in placed}
            facts = self._knowledge.facts
            case = cases.beside(self._case, heard, facts) if self._case else cases.told(heard, facts)
            yield Reading(
                letter,
                tuple(roles.of_blocks(blocks, placed)),
                tuple(placed),
                tuple(replace(signal, role=by_sentence[signal.sentence]) for signal in signals),
                case,
                heard,
                self._letter or letters.told(blocks, signals, self._knowledge.letter_marks, self._knowledge.lexicons),
                self._letter is not None,
                draft if draft is not letter else None,
                () if case else cases.rivals(heard, facts),
            )

    def judge(self, reading: Reading, lang: Lang = "en") -> Report:
        """The report on a reading, all that was found in it told; what rules say is in the language asked for."""
        return review.report(self.assess(reading, lang))

    def assess(self, reading: Reading, lang: Lang = "en") -> Assessment:
        """All that the rules that look at such a letter find in a reading, what several say alike told by each."""
        asked = (each for each in self._checks if reading.letter in each[0].spec.letters)
        found = tuple(_finding(rule, hint, lang) for rule, check in asked for hint in check(reading))
        written = reading.written or reading.draft
        return Assessment(
            written, reading.letter, reading.case, found, self.rulebook(lang), reading.letter_given, reading.rivals
        )

    def rulebook(self, lang: Lang = "en") -> Rulebook:
        """The rules and the scale that this engine judges by; the same value each time."""
        if lang not in self._rulebooks:
            rules = tuple(_info(rule, lang) for rule in self._knowledge.rules)
            blanks = tuple(_of_allowances(self._knowledge.rules, lang))
            self._rulebooks[lang] = Rulebook(rules, self._knowledge.scale, blanks, lang)
        return self._rulebooks[lang]


def _is_prose(block: Block) -> bool:
    return block.kind in ("paragraph", "list-item", "table-row", "quote")


def _stages(definitions: Iterable[Definition], for_roles: set[str]) -> tuple[list[Definition], list[Definition]]:
    """The signals that roles are told from (with all that they build on), and the others."""
    ordered = list(definitions)
    wanted = set(for_roles)
    for definition in reversed(ordered):
        if definition.name in wanted:
            wanted |= definition.needs()
    return [d for d in ordered if d.name in wanted], [d for d in ordered if d.name not in wanted]


def _info(rule: Rule, lang: Lang) -> RuleInfo:
    spec, words = rule.spec, rule.words(lang)
    why, advice = " ".join(words.why.split()), " ".join(_FIELD.sub("\u2026", words.advice).split())
    return RuleInfo(spec.id, words.title, spec.pillar, spec.flag, spec.severity, why, tuple(spec.letters), advice)


def _of_allowances(rules: Iterable[Rule], lang: Lang) -> Iterator[tuple[str, Finding]]:
    """What rules tell of allowances, their blanks still to be filled."""
    for rule in rules:
        if rule.spec.check.kind == "allowance":
            yield rule.spec.check.of, _finding(rule, Hint(), lang)


def _finding(rule: Rule, hint: Hint, lang: Lang) -> Finding:
    spec, words = rule.spec, rule.words(lang)
    return Finding(
        rule=spec.id,
        pillar=spec.pillar,
        flag=spec.flag,
        severity=spec.severity,
        message=filled(words.message, hint.fill, lang),
        advice=filled(words.advice, hint.fill, lang),
        cue=render(hint.cue, lang),
        start=hint.start,
        end=hint.end,
        points=spec.points,
        status=spec.status,
        title=words.title,
        open_advice=filled_openly(words.advice, hint.fill, lang),
    )
