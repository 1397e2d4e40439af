"""What is dear to make is made once: the rules, compiled, and the pipeline."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

import pytest

from poalint import language, loader
from poalint.engine import Engine
from poalint.loader import Knowledge
from poalint.loading.packs import built_in
from poalint.model import Reading
from readings import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.language import Language


@pytest.fixture(scope="session", autouse=True)
def _cache_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests keep what they find in a folder of their own, and those of another run do not find it."""
    with mock.patch.dict(os.environ, {"POALINT_CACHE_DIR": str(tmp_path_factory.mktemp("cache"))}):
        yield


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
