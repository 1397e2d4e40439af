"""All that findings depend on besides a draft's words, as one key: program, rules, model, and how it is asked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import poalint
from poalint.caching import digests, models
from poalint.caching.store import Store
from poalint.errors import RuleError
from poalint.loading.packs import Pack, built_in, find
from poalint.loading.packs import read as read_pack
from poalint.places import pack_file
from poalint.settings import Judging

_SOURCES = (".py",)
_RULES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Context:
    """A way of judging, as ``key``; ``packs`` are the names and versions of the packs of rules."""

    key: str
    packs: tuple[tuple[str, str], ...]


def context(judging: Judging, store: Store) -> Context | None:
    """The context in which drafts are judged so; None where rules or model cannot be found, as judging then tells."""
    try:
        packs = find(judging.packs, reads=lambda folder: _glanced(folder, store))
        parts = [
            poalint.__version__,
            digests.of_files(Path(poalint.__file__).parent, _SOURCES, store),
            models.identity(judging.model, store),
            *_contents(packs, store),
            json.dumps([judging.violation, judging.letter, judging.lang]),
        ]
    except (OSError, RuleError):
        return None
    return Context(digests.of_text(*parts), tuple((pack.name, pack.version) for pack in packs))


def _contents(packs: tuple[Pack, ...], store: Store) -> Iterator[str]:
    for pack in packs:
        yield pack.name
        yield digests.of_files(pack.folder, _RULES, store)


def _glanced(folder: Path | None, store: Store) -> Pack:
    """A pack's name, version and what it extends; its file is parsed only where that is not known from before."""
    from poalint.places import rules_folder

    there = folder or rules_folder()
    key = digests.of_text("pack", digests.of_file(pack_file(there))).encode()
    if (kept := store.find(key)) is not None:
        name, version, extends = json.loads(kept)
        return Pack(name, version, there, extends=tuple(extends))
    made = read_pack(folder) if folder else built_in()
    store.keep(key, json.dumps([made.name, made.version, made.extends]))
    return made
