"""Earlier reports: the JSON of ``poalint check``, and what it says of the scores that drafts had."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from poalint.errors import KeptFileError
from poalint.kept import Value, parsed, schema_known
from poalint.speech import spoken

SCHEMA = 1
WRITTEN_BY = spoken("`poalint check --format json=FILE` writes one.")
"""What to do where there is no report."""
_MOST = 100

Scores = tuple[tuple[str, int], ...]
"""Scores, oldest first, each with the name of its report."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The scores of earlier reports, under the paths of the drafts."""

    scores: Mapping[str, Scores] = field(default_factory=dict)

    def of(self, path: str) -> Scores:
        """The scores that the draft at ``path`` had; a dot or a doubled slash in a path makes no difference."""
        return self.scores.get(os.path.normpath(path), ())


def report_in(path: str, data: bytes) -> Value:
    """The report that a file holds. Raises KeptFileError where it holds none, or one of another schema."""
    document = parsed(path, data)
    if document.get("files") is None:
        raise KeptFileError(path, "this is JSON, but no report on drafts", WRITTEN_BY)
    schema_known(document, SCHEMA)
    return document


def score_of(file: Value) -> int:
    """The score of one draft in a report."""
    score = file.member("score")
    if not 0 <= score.as_(int) <= _MOST:
        raise score.wrong("no score is below 0 or above 100")
    return score.as_(int)


def earlier(reports: Iterable[Value]) -> Earlier:
    """The scores in reports, oldest first. Raises KeptFileError with the place of what is no score."""
    found: dict[str, Scores] = {}
    for report in reports:
        name = os.path.basename(report.file).removesuffix(".json")
        for file in report.member("files").items():
            own = os.path.normpath(file.member("path").as_(str))
            found[own] = (*found.get(own, ()), (name, score_of(file)))
    return Earlier(found)
