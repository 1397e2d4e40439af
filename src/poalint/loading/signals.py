"""The files ``signals/<name>.yaml`` of packs, as written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from poalint.errors import Mistakes, stands_in_too
from poalint.loading.compiling import names
from poalint.loading.packs import Pack
from poalint.loading.yamlfile import Loc, mistake, named_as_its_file, read_file
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
    file: SignalFile = read_file(path, SignalFile)
    named_as_its_file(path, "signal", "signal", file.signal)
    if "zh" in pack.languages:
        mistakes = Mistakes()
        if file.zh is None:
            mistakes.add(mistake(path, ("zh",), "the Chinese of this signal is missing", "Add the key zh."))
        cues = file.zh.cues if file.zh else {}
        for key, alternatives in (("any", file.any), ("unless", file.unless)):
            for number, each in enumerate(alternatives):
                if file.zh and each.why not in cues:
                    said = Phrase("the Chinese of {why!r} is missing", why=each.why)
                    mistakes.add(mistake(path, (key, number, "why"), said, "Add it under zh: cues."))
        used = {each.why for each in (*file.any, *file.unless)}
        for why in cues.keys() - used:
            mistakes.add(mistake(path, ("zh", "cues", why), "no alternative has this `why`", "Strike it."))
        mistakes.stop()
    return SignalSource(file, path, pack.name)


def signals_named(file: SignalFile) -> Iterator[tuple[Loc, str]]:
    """The signals that a signal builds on, each with its place."""
    for key, alternatives in (("any", file.any), ("unless", file.unless)):
        for number, each in enumerate(alternatives):
            for at, near in enumerate(each.near):
                for field in ("signals", "without"):
                    for name in names(getattr(near, field)):
                        yield (key, number, "near", at, field), name
