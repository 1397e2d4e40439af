"""No report is written over anything but an earlier report: that is asked before any draft is read."""

from __future__ import annotations

import os
from collections.abc import Iterable

from poalint.asides.beside import SUFFIX
from poalint.errors import OutputError
from poalint.formats.traces import made_by_us
from poalint.loading.configuration import FILES, PROJECT
from poalint.sources import content, identity, named
from poalint.speech import Phrase

_REMEDY = "Name another file."


def spare(outputs: Iterable[tuple[str, str]], paths: Iterable[str]) -> None:
    """Look at the files that formats (or a baseline) would be written to; ``paths`` name the drafts of the run.

    Raises OutputError where one is a draft or a configuration, or holds anything that this program did not write in the
    same format. Empty files may be written to.
    """
    asked = list(outputs)
    there = {identity(file): file for _, file in asked if os.path.exists(file)}
    if there:
        for draft in named(paths):
            if file := there.get(identity(draft)):
                raise OutputError(file, "this is one of the drafts that are checked", _REMEDY)
    for form, file in asked:
        _refuse_strange(form, file)


def _refuse_strange(form: str, file: str) -> None:
    name = os.path.basename(file)
    if name in (*FILES, PROJECT) or name.endswith(SUFFIX):
        raise OutputError(file, "a file of this name is a configuration", _REMEDY)
    if not os.path.exists(file):
        return
    if os.path.isdir(file):
        raise OutputError(file, "this is a folder", _REMEDY)
    if not os.path.isfile(file):
        raise OutputError(file, "this is a pipe or a device, not a file", _REMEDY)
    held = content(file)
    if held and not made_by_us(form, held):
        reason = Phrase("there is a file already, and it is no {format} that poalint wrote", format=Phrase(form))
        raise OutputError(file, reason, "Name another file, or remove this one first.")
