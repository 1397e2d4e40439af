"""The published schemas (``rules/schema/<kind>.json``), and the names of the built-in rules that they suggest."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from poalint.errors import UnknownNameError
from poalint.loading.packs import Pack
from poalint.loading.yamlfile import load_yaml
from poalint.places import lexicon_files, rule_files, rules_folder, signal_files


def kinds() -> list[str]:
    """The kinds of file that a schema is published for."""
    return sorted(path.stem for path in _folder().glob("*.json"))


def published(kind: str) -> str:
    """The JSON Schema of one kind of file. Raises UnknownNameError where there is no such kind."""
    if kind not in kinds():
        raise UnknownNameError("kind of file", kind, kinds())
    return (_folder() / f"{kind}.json").read_text(encoding="utf-8")


def names_in(pack: Pack) -> Mapping[str, list[str]]:
    """The names in a pack that files of other packs may use, under the kind of name."""
    entities = load_yaml(pack.folder / "entities.yaml")["entities"]
    lexicons = [name for path in lexicon_files(pack.folder) for name in load_yaml(path)]
    return {
        "rule": [path.stem for path in rule_files(pack.folder)],
        "signal": [path.stem for path in signal_files(pack.folder)],
        "metric": list(load_yaml(pack.folder / "metrics.yaml")["metrics"]),
        "document": list(load_yaml(path)["documents"]) if (path := pack.folder / "documents.yaml").exists() else [],
        "lexicon": [f"@{name}" for name in (*lexicons, *(f"entity-{each['name']}" for each in entities))],
    }


def _folder() -> Path:
    return rules_folder() / "schema"
