"""Allowances in a file beside a draft, for formats that have no comments: ``letter.docx.poalint.yaml``.

Each draft has its own: it moves and goes with the draft, names no path, and two writers never change the same one.
"""

from __future__ import annotations

import os
from pathlib import Path

from poalint.asides.allowance import Allowance, Named
from poalint.fingerprints import normal

SUFFIX = ".poalint.yaml"


def beside(path: str) -> tuple[Allowance, ...]:
    """The allowances in the file beside the draft ``path``; none where there is no such file.

    Raises RuleError with every mistake in it.
    """
    file = path + SUFFIX
    if not os.path.isfile(file):
        return ()
    from poalint.loading.yamlfile import place_of, read_file
    from poalint.schema.allowed import AllowedFile

    listed = read_file(Path(file), AllowedFile).allow
    return tuple(
        Allowance(
            names=tuple(map(Named, each.rule)),
            reason=each.reason if any(map(str.isalnum, each.reason)) else "",
            words=normal(each.words or ""),
            place=str(place_of(Path(file), ("allow", number, "rule"))),
        )
        for number, each in enumerate(listed)
    )
