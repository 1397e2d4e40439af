"""Which language model judges, told from its files: to ask spaCy would take longer than the rest of a run."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from poalint.caching import digests
from poalint.caching.store import Store
from poalint.language import MODELS

_TOLD_BY = ("meta.json", "config.cfg")
"""What names an installed model and its version. Of a folder every file counts: it may be trained again in place."""
_MOST_OF_A_MODEL = 4_000_000_000
"""No file of one is larger."""


def identity(model: str | None, store: Store) -> str:
    """Tells a model, and the spaCy that runs it, from every other. Raises OSError where there is none."""
    parts = [_version_of_spacy()]
    names = (model,) if model else MODELS
    for name in names:
        folder = _package(name)
        parts.append(digests.of_files(folder, _TOLD_BY, store) if folder else "")
    if model and Path(model).is_dir():
        parts.append(digests.of_files(Path(model), ("",), store, _MOST_OF_A_MODEL))
    elif not any(parts[1:]):
        raise FileNotFoundError(model or MODELS[0])
    return digests.of_text(*names, *parts)


def _version_of_spacy() -> str:
    """The digest of the file that holds it."""
    folder = _package("spacy")
    if folder is None:
        raise FileNotFoundError("spacy")
    return digests.of_file(folder / "about.py")


def _package(name: str) -> Path | None:
    """Where a package lies; it is not imported."""
    try:
        spec = find_spec(name) if name.isidentifier() else None
    except (ImportError, ValueError):
        return None
    places = spec.submodule_search_locations if spec else None
    return Path(next(iter(places))) if places else None
