"""The JSON Schema of each kind of file of a pack, for editors: keys, what they mean, and the names that are known."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from poalint.schema.allowed import AllowedFile
from poalint.schema.cases import DocumentsFile, MetricsFile, ViolationFile
from poalint.schema.config import ConfigFile
from poalint.schema.outlines import OutlineFile
from poalint.schema.packs import LexiconFile, PackFile
from poalint.schema.rules import RuleFile
from poalint.schema.signals import SignalFile
from poalint.schema.tables import EntitiesFile, LetterFile, MarketplacesFile, RoleFile, ScoringFile, StructureFile

MODELS: Mapping[str, type[BaseModel]] = {
    "pack": PackFile,
    "config": ConfigFile,
    "allowed": AllowedFile,
    "rule": RuleFile,
    "signal": SignalFile,
    "lexicon": LexiconFile,
    "violation": ViolationFile,
    "metrics": MetricsFile,
    "documents": DocumentsFile,
    "structure": StructureFile,
    "entities": EntitiesFile,
    "roles": RoleFile,
    "letters": LetterFile,
    "marketplaces": MarketplacesFile,
    "scoring": ScoringFile,
    "outline": OutlineFile,
}
"""Each kind of file and its model."""

Names = Mapping[str, Iterable[str]]
"""The names that are known, under the kind that `poalint.schema.base.Suggests` gives them."""

_REF = "#/$defs/{model}"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(kind: str, names: Names) -> dict[str, Any]:
    """The JSON Schema of one kind of file. Known names are suggested; a pack's own are right too."""
    model = MODELS[kind]
    made = _plain(model.model_json_schema(by_alias=True, ref_template=_REF))
    text = json.dumps(made)
    suggested = {
        f"{what}-name": {"anyOf": [{"enum": sorted(known)}, {"type": "string"}]}
        for what, known in names.items()
        if _REF.format(model=f"{what}-name") in text
    }
    if suggested:
        made["$defs"] = {**made.get("$defs", {}), **suggested}
    return {"$schema": _DIALECT, "title": f"poalint: {kind}", **made}


def _plain(value: Any, keys: bool = False) -> Any:
    """A schema without pydantic's titles and nulls (no file says null), and with references to the known names.

    ``keys`` says that the mapping's own keys are names of properties, so that one called title is kept.
    """
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if not isinstance(value, dict):
        return value
    if keys:
        return {key: _plain(each) for key, each in value.items()}
    if "suggest" in value:
        about = {"description": value["description"]} if "description" in value else {}
        return {"$ref": _REF.format(model=f"{value['suggest']}-name"), **about}
    made = {
        key: _plain(each, keys=key in ("properties", "$defs"))
        for key, each in value.items()
        if key not in ("title", "discriminator") and not (key == "default" and each in (None, [], {}))
    }
    if "patternProperties" in made:
        made.setdefault("additionalProperties", False)
    if "description" in made:
        made["description"] = " ".join(made["description"].replace("``", "`").split())
    choices = [each for each in made.get("anyOf", []) if each != {"type": "null"}]
    if "anyOf" in made:
        del made["anyOf"]
        made = {**choices[0], **made} if len(choices) == 1 else {"anyOf": choices, **made}
    return made
