"""What other programs may import.

    from poalint.api import check_text

    report = check_text(letter)
    print(report.score, report.verdict, [finding.rule for finding in report.findings])

The pipeline is loaded at the first draft, not by importing this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from poalint import review
from poalint.errors import DraftError, Mistakes, ModelError, PoalintError, RuleError, UnknownNameError
from poalint.model import LETTERS, Assessment, Draft, Finding, Letter, Pillar, Report
from poalint.model.reading import Reading
from poalint.ordering import Known, in_order
from poalint.readers.text import draft_of
from poalint.settings import Judging
from poalint.speech import Lang

if TYPE_CHECKING:
    from spacy.language import Language

    from poalint.engine import Engine
    from poalint.loader import Knowledge

__all__ = [
    "Draft", "DraftError", "Finding", "Linter", "ModelError", "Pillar", "PoalintError", "Reading", "Report",
    "RuleError", "check_text",
]  # fmt: skip


def check_text(text: str, path: str = "<text>") -> Report:
    """Report on one draft, with the built-in rules. ``path`` is only what the report calls it.

    Front matter is no part of the letter. What it says, and what a configuration says, counts for the program alone.

    Raises DraftError where there is no text, or too much, or it is not English, ModelError where there is no pipeline.
    """
    return Linter().lint(draft_of(path, text))


class Linter:
    """Rules and a pipeline; they are loaded once for a process, whoever asks first.

    What is asked for is told by `poalint.settings.Judging`, whose fields these are.
    """

    def __init__(
        self,
        model: str | None = None,
        packs: Iterable[str] = (),
        violation: str | None = None,
        lang: Lang = "en",
        letter: Letter | None = None,
    ) -> None:
        if letter is not None and letter not in LETTERS:
            raise UnknownNameError("kind of letter", letter, LETTERS)
        self._asked = (model, tuple(packs), violation, letter)
        self._lang = lang

    @classmethod
    def of(cls, asked: Judging) -> Linter:
        """What judges as it is asked."""
        return cls(asked.model, asked.packs, asked.violation, asked.lang, asked.letter)

    def load(self) -> None:
        """Load rules and pipeline now, and not at the first draft. Raises RuleError or ModelError."""
        _compiled(*self._asked)

    def lint(self, draft: Draft) -> Report:
        """Report on one draft. Raises DraftError where it is not English, RuleError or ModelError."""
        return self._engine.judge(self._engine.read(draft), self._lang)

    def lint_all(self, drafts: Iterable[Draft | DraftError]) -> Iterator[Report | DraftError]:
        """Report on each draft, or tell why not, in order; errors among ``drafts`` keep their place.

        Drafts are taken a few at a time, so ``drafts`` may be long. Raises RuleError or ModelError.
        """
        for found in self.assess_all(drafts):
            yield found if isinstance(found, DraftError) else review.report(found)

    def assess_all(self, drafts: Iterable[Draft | DraftError]) -> Iterator[Assessment | DraftError]:
        """All that is found in each draft, before anybody chooses among it, with the same promises as `lint_all`."""
        for reading in self.read_all(drafts):
            yield reading if isinstance(reading, DraftError) else self._engine.assess(reading, self._lang)

    def read_all(self, drafts: Iterable[Draft | DraftError]) -> Iterator[Reading | DraftError]:
        """Tell how each draft is read (blocks, clauses, signals), with the same promises as `lint_all`."""
        # the engine is loaded, by asking for it, only where there is a draft that can be read
        return in_order(drafts, _to_read, lambda readable: self._engine.read_all(readable))

    @property
    def packs(self) -> tuple[tuple[str, str], ...]:
        """Name and version of each pack of rules; none where one cannot be found, which the first draft then tells."""
        from poalint.loading.packs import find

        try:
            return tuple((pack.name, pack.version) for pack in find(self._asked[1]))
        except RuleError:
            return ()

    def shows(self, signal: str) -> bool:
        """Tell whether a signal is for users; all others only serve these."""
        return signal in _compiled(*self._asked)[1]

    @property
    def _engine(self) -> Engine:
        return _compiled(*self._asked)[0]


def _to_read(draft: Draft | DraftError) -> Draft | Known[Reading | DraftError]:
    return Known(draft) if isinstance(draft, DraftError) else draft


@lru_cache(maxsize=8)
def _known(wanted: tuple[str, ...]) -> Knowledge:
    """What packs hold: the same for letters about any violation."""
    from poalint import loader
    from poalint.loading import packs

    mistakes = Mistakes()
    return loader.load(packs.find(wanted, mistakes), mistakes)


@lru_cache(maxsize=2)
def _pipeline(model: str | None) -> Language:
    """The pipeline: it takes more memory than all else."""
    from poalint import language

    return language.load(model)


@lru_cache(maxsize=8)
def _engine(model: str | None, wanted: tuple[str, ...]) -> Engine:
    from poalint.engine import Engine

    return Engine(_known(wanted), _pipeline(model))


@lru_cache(maxsize=64)
def _compiled(
    model: str | None, wanted: tuple[str, ...], violation: str | None, letter: Letter | None
) -> tuple[Engine, frozenset[str]]:
    """What judges as it is asked, and the signals to show. Drafts about several cases share what is dear to make."""
    knowledge = _known(wanted)
    if violation is not None and violation not in knowledge.facts.profiles:
        raise UnknownNameError("violation", violation, knowledge.facts.profiles)
    shown = frozenset(each.name for each in knowledge.signals if each.shown)
    return _engine(model, wanted).asked(violation, letter), shown
