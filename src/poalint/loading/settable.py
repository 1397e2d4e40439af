"""What a configuration or front matter says, as a layer: each value with the place where it stands."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from poalint.errors import Mistakes, RuleError, sentence
from poalint.layers import By, Empty, Given, Layer, Origin
from poalint.loading.packs import find
from poalint.loading.parsing import Parsed, parsed
from poalint.loading.source import Loc
from poalint.loading.yamlfile import place_in, sound
from poalint.model import Draft
from poalint.places import from_here
from poalint.speech import Phrase

if TYPE_CHECKING:
    from poalint.schema.config import FrontMatter

_BREAK = re.compile(r"\r\n|\r|\n")
_NO_SETTINGS = ("paths", "overrides")


def layer(made: Parsed, file: FrontMatter, at: Loc, folder: Path, mistakes: Mistakes) -> Layer:
    """What stands at ``at`` in a configuration that lies in ``folder``. Packs that cannot be found are mistakes."""
    found = dict(_keys(made, file, at, "configuration"))
    if "rules" in found:
        packs = tuple(Given(_seen_from(folder, each.value), each.origin) for each in found["rules"])
        for each in packs:
            mistakes.told(_findable, each)
        found["rules"] = packs or found["rules"]
    if "baseline" in found:
        found["baseline"] = tuple(Given(from_here(folder / each.value), each.origin) for each in found["baseline"])
    return found


def of_draft(draft: Draft) -> Layer:
    """What the front matter of a draft says. Raises RuleError that lists every mistake in it."""
    from poalint.schema.config import FrontMatter

    # the rulers are no YAML; without them every key still stands in its line
    inner = ["", *_BREAK.split(draft.text[: draft.front].rstrip("\r\n"))[1:-1]]
    made = parsed(draft.path, "\n".join(inner).encode("utf-8", "replace"))
    return dict(_keys(made, sound(made, FrontMatter), (), "front matter"))


def _keys(made: Parsed, file: FrontMatter, at: Loc, by: By) -> Iterator[tuple[str, tuple[Given, ...]]]:
    """The keys that are written there, each with its values."""
    for name, field in type(file).model_fields.items():
        key = field.alias or name
        if name in file.model_fields_set and key not in _NO_SETTINGS:
            given = tuple(
                Given(value, Origin(by, place_in(made, (*at, key, *inner))))
                for inner, value in _each(getattr(file, name))
            )
            yield key, given or Empty.at(Origin(by, place_in(made, (*at, key))))


def _each(value: Any) -> Iterator[tuple[Loc, Any]]:
    """Each value of a list or mapping with its way there; a single one has none."""
    if isinstance(value, BaseModel):
        value = value.model_dump(by_alias=True, exclude_unset=True)
    if isinstance(value, dict):
        yield from (((name,), (name, each)) for name, each in value.items())
    elif isinstance(value, list):
        yield from (((number,), each) for number, each in enumerate(value))
    else:
        yield (), value


def _seen_from(folder: Path, rules: str) -> str:
    """A folder as seen from the one that names it; what is no folder there is the name of an installed pack."""
    there = folder / rules
    return os.fspath(there) if rules and there.is_dir() else rules


def _findable(each: Given) -> None:
    """Refuse a pack that is not there, at the place that names it; a mistake in its own file is told there."""
    try:
        find((each.value,))
    except RuleError as error:
        place = each.origin.place
        if error.place is not None or len(error.parts) > 1 or place is None:
            raise
        _, reason, remedy = error.args
        raise RuleError(place, Phrase("{key}: {reason}", key="rules", reason=sentence(reason)), remedy) from error
