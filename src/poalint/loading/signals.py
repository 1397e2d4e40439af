"""The files ``signals/<name>.yaml`` of packs, as written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from poalint.errors import Mistakes, stands_in_too
from poalint.loading.asked import part, reasons
from poalint.loading.packs import Pack
from poalint.loading.yamlfile import looked_at, mistake, named_as_its_file
from poalint.places import signal_files
from poalint.schema.signals import SignalFile
from poalint.speech import Phrase


@dataclass(frozen=True, slots=True)
class SignalSource:
    """A signal as written, with the file and pack that it comes from."""

    spec: SignalFile
    path: Path
    pack: str


def signal_sources(packs: Sequence[Pack], gathered: Mistakes | None = None) -> tuple[SignalSource, ...]:
    """All signals of the packs.

    Raises RuleError that lists every mistake in every file; with ``gathered`` they are put there instead.
    """
    mistakes = Mistakes() if gathered is None else gathered
    found: dict[str, SignalSource] = {}
    for pack in packs:
        for path in signal_files(pack.folder):
            each = mistakes.told(_signal_source, path, pack)
            other = found.setdefault(each.spec.signal, each) if each else None
            if each is not None and other is not None and other is not each:
                said = stands_in_too("signal", each.spec.signal, other.path)
                mistakes.add(mistake(path, ("signal",), said, "Give one of them another name."))
    if gathered is None:
        mistakes.stop()
    return tuple(found.values())


def _signal_source(path: Path, pack: Pack) -> SignalSource:
    return SignalSource(looked_at(path, SignalFile, partial(_look, path, pack)), path, pack.name)


def _look(path: Path, pack: Pack, signal: Any) -> None:
    """Raise RuleError for what the form of a signal does not tell: its name and its Chinese."""
    mistakes = Mistakes()
    if isinstance(name := part(signal, "signal"), str):
        mistakes.told(named_as_its_file, path, "signal", "signal", name)
    if "zh" in pack.languages:
        if (chinese := part(signal, "zh")) is None:
            mistakes.add(mistake(path, ("zh",), "the Chinese of this signal is missing", "Add the key zh."))
        written = part(chinese, "cues")
        cues = set(written) if isinstance(written, Mapping) else set()
        used = list(reasons(signal))
        for loc, why in used if chinese is not None else ():
            if why not in cues:
                said = Phrase("the Chinese of {why!r} is missing", why=why)
                mistakes.add(mistake(path, loc, said, "Add it under zh: cues."))
        for why in cues - {why for _, why in used}:
            mistakes.add(mistake(path, ("zh", "cues", why), "no alternative has this `why`", "Strike it."))
    mistakes.stop()
