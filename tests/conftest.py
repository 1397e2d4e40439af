"""What is dear to make is made once: the rules, compiled, and the pipeline."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from poalint import language, loader
from poalint.engine import Engine
from poalint.loader import Knowledge
from poalint.loading.packs import built_in
from poalint.model.reading import Reading
from readings import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.language import Language


@pytest.fixture(scope="session")
def _caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders that are not there yet."""
    top = tmp_path_factory.mktemp("caches")
    return (top / str(number) for number in count())


@pytest.fixture(autouse=True)
def _a_cache_of_its_own(_caches: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """What one test finds is not known to the next, which may look at how it is found."""
    monkeypatch.setenv("POALINT_CACHE_DIR", str(next(_caches)))


@pytest.fixture(scope="session")
def rules() -> Path:
    """The rules as they stand in the checkout."""
    return Path(__file__).parents[1] / "rules"


@pytest.fixture(scope="session")
def knowledge(rules: Path) -> Knowledge:
    return loader.load([built_in(rules)])


@pytest.fixture(scope="session")
def nlp() -> Language:
    return language.load()


@pytest.fixture(scope="session")
def engine(knowledge: Knowledge, nlp: Language) -> Engine:
    return Engine(knowledge, nlp)


@pytest.fixture(scope="session")
def read(engine: Engine) -> Callable[[str], Reading]:
    """Reads a text; one that was read before is not parsed again."""
    return read_text(engine)
