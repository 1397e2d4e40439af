"""What earlier reports in JSON say of a draft's score, matched by its path."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from poalint.errors import PoalintError
from poalint.speech import Phrase, spoken

Scores = tuple[tuple[str, int], ...]
"""Scores, oldest first, each with the name of its report."""

_REMEDY = spoken("Name a report that poalint check --format json=FILE made.")


class EarlierError(PoalintError):
    """An earlier report that cannot be read, or is none."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The scores of earlier reports, under the paths of the drafts."""

    scores: Mapping[str, Scores] = field(default_factory=dict)

    def of(self, path: str) -> Scores:
        """The scores that the draft at ``path`` had; a dot or a doubled slash in a path makes no difference."""
        return self.scores.get(os.path.normpath(path), ())


def read(paths: Iterable[str]) -> Earlier:
    """Read reports, oldest first. Raises EarlierError."""
    found: dict[str, Scores] = {}
    for path in paths:
        name = os.path.basename(path).removesuffix(".json")
        for draft, score in _scores(path):
            own = os.path.normpath(draft)
            found[own] = (*found.get(own, ()), (name, score))
    return Earlier(found)


def _scores(path: str) -> list[tuple[str, int]]:
    try:
        document = json.loads(Path(path).read_bytes())
    except OSError as error:
        why = Phrase("this cannot be read ({why})", why=Phrase(error.strerror or str(error)))
        raise EarlierError(path, why, _REMEDY) from error
    except (ValueError, RecursionError) as error:
        raise EarlierError(path, "this is no JSON", _REMEDY) from error
    try:
        return [_score(file) for file in document["files"]]
    except (KeyError, TypeError) as error:
        raise EarlierError(path, "this is JSON, but no report on drafts", _REMEDY) from error


def _score(file: Mapping[str, Any]) -> tuple[str, int]:
    path, score = file["path"], file["score"]
    if not isinstance(path, str) or not isinstance(score, int) or isinstance(score, bool) or not 0 <= score <= 100:
        raise TypeError(f"no path and score: {path!r}, {score!r}")
    return path, score
