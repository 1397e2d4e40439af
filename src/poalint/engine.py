"""Compile once, then ``lint(draft) -> Report``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from poalint import cases, language, letters, roles, score, structure
from poalint.errors import DraftError
from poalint.grammar import clauses, newness
from poalint.kinds import KINDS, Check
from poalint.loader import Knowledge
from poalint.loading.rules import Rule
from poalint.model import SEVERITIES, Block, Case, Draft, Finding, Hint, Letter, Reading, Report, Sentence
from poalint.signals import Definition, Matcher, Watch
from poalint.speech import Lang, Tellable, render

if TYPE_CHECKING:
    from spacy.language import Language

_FIELD = re.compile(r"\{(\w+)\}")
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
        self._case = Case(violation, knowledge.facts.profiles[violation].title, given=True) if violation else None
        self._letter = letter
        self._nlp = nlp
        early, late = _stages(knowledge.signals, set(knowledge.role_marks.marks))
        self._early, self._late = Matcher(early, watch), Matcher(late, watch)
        self._checks: list[tuple[Rule, Check]] = [
            (rule, KINDS[rule.spec.check.kind](rule.spec.check, knowledge.facts)) for rule in knowledge.rules
        ]

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
        english = [self._knowledge.english.speaks(draft.text) for draft in drafts]
        cut = [
            structure.blocks(d.text, self._knowledge.layout) if ok else ()
            for d, ok in zip(drafts, english, strict=True)
        ]
        docs = language.parse(self._nlp, (block.text for blocks in cut for block in blocks if _is_prose(block)))
        for draft, blocks, ok in zip(drafts, cut, english, strict=True):
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
                draft,
                tuple(roles.of_blocks(blocks, placed)),
                tuple(placed),
                tuple(replace(signal, role=by_sentence[signal.sentence]) for signal in signals),
                case,
                heard,
                self._letter or letters.told(blocks, signals, self._knowledge.letter_marks, self._knowledge.lexicons),
                () if case else cases.rivals(heard, facts),
            )

    def judge(self, reading: Reading, lang: Lang = "en") -> Report:
        """The rules that look at such a letter run on a reading; what they say is in the language asked for."""
        found = _without_echoes(self.found(reading, lang))
        made = score.report(reading.draft, found, self._knowledge.scoring, reading.letter)
        return replace(made, case=reading.case, rivals=reading.rivals)

    def found(self, reading: Reading, lang: Lang = "en") -> list[Finding]:
        """All that the rules find in a reading, what several say alike of one place told by each of them."""
        asked = (each for each in self._checks if reading.letter in each[0].spec.letters)
        return [_finding(rule, hint, lang) for rule, check in asked for hint in check(reading)]


def _without_echoes(findings: list[Finding]) -> list[Finding]:
    """The findings, each flag told once at a place: by the worst and dearest, unless others mark another pillar."""
    told: dict[tuple[str | None, int | None, int | None], Finding] = {}
    kept = []
    for finding in sorted(findings, key=_weight):
        first = told.setdefault((finding.flag, finding.start, finding.end), finding)
        echoes = finding is not first and finding.pillar in (None, first.pillar)
        if finding.flag is None or finding.start is None or not echoes:
            kept.append(finding)
    return kept


def _weight(finding: Finding) -> tuple[int, float]:
    return SEVERITIES.index(finding.severity), -finding.points


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


def _finding(rule: Rule, hint: Hint, lang: Lang) -> Finding:
    spec, words = rule.spec, rule.words(lang)
    return Finding(
        rule=spec.id,
        pillar=spec.pillar,
        flag=spec.flag,
        severity=spec.severity,
        message=_filled(words.message, hint.fill, lang),
        advice=_filled(words.advice, hint.fill, lang),
        cue=render(hint.cue, lang),
        start=hint.start,
        end=hint.end,
        points=spec.points,
        status=spec.status,
    )


def _filled(text: str, fill: Mapping[str, Tellable], lang: Lang) -> str:
    told = _FIELD.sub(lambda found: render(fill[found[1]], lang) if found[1] in fill else found[0], text)
    return " ".join(told.split())
