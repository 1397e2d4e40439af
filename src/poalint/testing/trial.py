"""The tests of packs, one after the other, from the files to what came of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from poalint import language, loader
from poalint.engine import Engine
from poalint.errors import RuleError
from poalint.speech import Lang
from poalint.testing.choosing import Choice
from poalint.testing.coverage import Coverage
from poalint.testing.gathering import examples
from poalint.testing.results import Tested
from poalint.testing.running import results

if TYPE_CHECKING:
    from spacy.language import Language


def run_all(
    chosen: Iterable[Choice | RuleError],
    model: str | None = None,
    everything: bool = False,
    coverage: bool = False,
    lang: Lang = "en",
) -> Iterator[Tested | RuleError]:
    """Test each pack, or tell its mistakes; errors among ``chosen`` keep their place.

    Raises ModelError where there is no usable pipeline.
    """
    pipeline = cache(lambda: language.load(model))
    for choice in chosen:
        if isinstance(choice, RuleError):
            yield choice
            continue
        try:
            yield run(choice, pipeline, everything, coverage, lang)
        except RuleError as error:
            yield error


def run(
    choice: Choice,
    pipeline: Callable[[], Language],
    everything: bool = False,
    coverage: bool = False,
    lang: Lang = "en",
) -> Tested:
    """Test a pack on top of those that it extends; ``everything`` tests the examples of these too.

    For ``coverage`` all of the pack's examples are read: a part of one rule may be fired by the example of another.
    Raises RuleError that lists every mistake in the packs; ``pipeline`` is asked only once there is none.
    """
    knowledge = loader.load(choice.packs)
    written = examples(knowledge)

    def wanted(path: Path) -> bool:
        return choice.wants(path) or (everything and not choice.files)

    watching = Coverage(knowledge, wanted) if coverage else None
    own = [each for each in written if wanted(each.path) or (watching and each.pack == choice.pack.name)]
    engine = Engine(knowledge, pipeline(), watch=watching.watch if watching else None)
    came = results(engine, own, watching.look if watching else None, lang)
    return Tested(
        packs=tuple((pack.name, pack.version) for pack in choice.packs),
        results=tuple(each for each in came if wanted(each.example.path)),
        gaps=watching.gaps() if watching else (),
        parts=watching.parts if watching else None,
    )
