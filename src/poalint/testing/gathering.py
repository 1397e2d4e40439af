"""The examples of rules and signals, taken out of what was loaded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from poalint.errors import Mistakes
from poalint.loader import Knowledge
from poalint.loading.yamlfile import mistake
from poalint.model import Letter
from poalint.speech import Phrase
from poalint.testing.beside import Beside, beside
from poalint.testing.marks import MarkError, marked
from poalint.testing.results import Example, Key, What

_LEFT_IN = "left-in"
"""The kind of rules whose examples tell what a file holds beside its text."""


def examples(knowledge: Knowledge) -> tuple[Example, ...]:
    """Every example of every rule and signal, in the order of their files. Raises RuleError where marks do not fit."""
    mistakes = Mistakes()
    found = [made for each in _written(knowledge) if (made := mistakes.told(_example, *each))]
    mistakes.stop()
    return tuple(found)


def _written(knowledge: Knowledge) -> Iterator[tuple[What, str, Key, int, str, Path, str, tuple[Letter, ...], bool]]:
    for rule in knowledge.rules:
        for key, number, text in _texts(rule.spec.examples):
            yield (
                "rule",
                rule.spec.id,
                key,
                number,
                text,
                rule.path,
                rule.pack,
                tuple(rule.spec.letters),
                rule.spec.check.kind == _LEFT_IN,
            )
    for signal in knowledge.sources:
        for key, number, text in _texts(signal.spec.examples):
            yield "signal", signal.spec.signal, key, number, text, signal.path, signal.pack, (), False


def _texts(listed: object) -> Iterator[tuple[Key, int, str]]:
    for key in get_args(Key):
        for number, text in enumerate(getattr(listed, key, ())):
            yield key, number, text


def _example(
    what: What,
    name: str,
    key: Key,
    number: int,
    written: str,
    path: Path,
    pack: str,
    letters: tuple[Letter, ...],
    more: bool,
) -> Example:
    """One example; ``more`` says that it tells too what stands beside its text."""
    loc = ("examples", key, number)
    try:
        taken = marked(written)
    except MarkError as error:
        raise mistake(path, loc, error.reason) from error
    seen = beside(taken.text, taken.spans) if more else Beside(taken.text, taken.spans, ())
    made = Example(what, name, key, number, seen.text, seen.spans, path, pack, letters, seen.extras)
    if made.spans and not made.fires:
        said = Phrase("a mark says where the {what} fires, and on this example it must not", what=Phrase(what))
        raise mistake(path, loc, said, Phrase("Strike the marks, or write \\[ for a plain bracket."))
    return made
