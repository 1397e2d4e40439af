"""``metrics.yaml``, ``documents.yaml`` and ``violations/`` of all packs to `Facts`, and the lexicons they need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from poalint.errors import Mistakes, stands_in_too
from poalint.facts import Document, Evidence, Facts, Metric, Profile, Sourced, Unfit
from poalint.loading.entries import can_match
from poalint.loading.expressions import all_end
from poalint.loading.packs import BUILT_IN, Pack
from poalint.loading.strays import no_stray_files
from poalint.loading.yamlfile import Loc, all_known, mistake, named_as_its_file, read_file
from poalint.places import violation_files
from poalint.schema.cases import DocumentsFile, MetricsFile, Text, UnfitFile, ViolationFile
from poalint.speech import Said


def load_facts(packs: Iterable[Pack]) -> Facts:
    """What packs know of cases, without their rules. Raises RuleError that lists every mistake."""
    gathered, mistakes = FactFiles(), Mistakes()
    for pack in packs:
        mistakes.told(no_stray_files, pack)
        mistakes.told(gathered.take, pack)
    mistakes.stop()
    return gathered.facts


class FactFiles:
    """Gathers the facts of packs, one pack after the other.

    ``lexicons`` holds the words that tell them in a letter. ``whole`` is false where a table could not be read.
    """

    def __init__(self) -> None:
        self.whole = True
        self.lexicons: dict[str, list[str]] = {}
        self._metrics: dict[str, Metric] = {}
        self._documents: dict[str, Document] = {}
        self._profiles: dict[str, Profile] = {}
        self._paths: dict[tuple[str, str], Path] = {}

    @property
    def facts(self) -> Facts:
        """All that was gathered."""
        return Facts(self._metrics, self._documents, self._profiles)

    def take(self, pack: Pack) -> None:
        """Take in the facts of one pack. Raises RuleError that lists every mistake in its files."""
        mistakes = Mistakes()
        for file, take in (("metrics.yaml", self._take_metrics), ("documents.yaml", self._take_documents)):
            if (path := pack.folder / file).exists() and mistakes.told(take, path, mistakes, pack) is None:
                self.whole = False
        for path in violation_files(pack.folder):
            mistakes.told(self._take_violation, path, mistakes, pack)
        mistakes.stop()

    def _take_metrics(self, path: Path, mistakes: Mistakes, pack: Pack) -> bool:
        file = read_file(path, MetricsFile)
        mistakes.told(_in_chinese, path, file, pack)
        for name, each in file.metrics.items():
            if pack.name != BUILT_IN:
                near_by = [(("metrics", name, "right_near", key), key, re.IGNORECASE) for key in each.right_near]
                mistakes.told(all_end, path, near_by)
            if mistakes.told(self._new, path, ("metrics", name), "metric", name):
                near = {pattern: tuple(values) for pattern, values in each.right_near.items()}
                window = said(each.window) if each.window else None
                self._metrics[name] = Metric(
                    name, said(each.title), tuple(each.names), each.side, tuple(each.right), near, window,
                    said(each.source), said(each.date),
                )  # fmt: skip
        return True

    def _take_documents(self, path: Path, mistakes: Mistakes, pack: Pack) -> bool:
        file = read_file(path, DocumentsFile)
        mistakes.told(_in_chinese, path, file, pack)
        for name, each in file.documents.items():
            mistakes.told(can_match, path, [(("documents", name, "words", at), w) for at, w in enumerate(each.words)])
            if mistakes.told(self._new, path, ("documents", name), "document", name):
                self._documents[name] = Document(name, said(each.title), self._tag(f"~document:{name}", each.words))
        return True

    def _take_violation(self, path: Path, mistakes: Mistakes, pack: Pack) -> None:
        file = read_file(path, ViolationFile)
        name = file.violation
        named_as_its_file(path, "violation", "violation", name)
        self._new(path, ("violation",), "violation", name)
        mistakes.told(_in_chinese, path, file, pack)
        mistakes.told(can_match, path, _entries(file))
        metrics = [(("metrics", number), each) for number, each in enumerate(file.metrics)]
        if not self.whole:
            return  # who names what a broken table holds is not at fault
        mistakes.told(all_known, path, metrics, set(self._metrics), "metric")
        papers = [
            (("evidence", number, "any_of", at), each)
            for number, evidence in enumerate(file.evidence) for at, each in enumerate(evidence.any_of)
        ]  # fmt: skip
        mistakes.told(all_known, path, papers, set(self._documents), "document")
        self._profiles[name] = Profile(
            name=name,
            title=said(file.title),
            about=said(file.about),
            strong=self._tag(f"~case:{name}:strong", file.found_by.strong),
            slight=self._tag(f"~case:{name}:slight", file.found_by.slight),
            metrics=self._known(self._metrics, file.metrics),
            expects=tuple(Sourced(said(each.text), said(each.source), said(each.date)) for each in file.expects),
            evidence=tuple(
                Evidence(said(e.text), said(e.source), said(e.date), self._known(self._documents, e.any_of), e.asked)
                for e in file.evidence
            ),
            causes=tuple(map(said, file.causes)),
            remedies=tuple(map(said, file.remedies)),
            unfit=tuple(self._unfit(f"~unfit:{name}:{number}", each) for number, each in enumerate(file.unfit)),
            prompts={part: tuple(map(said, texts)) for part, texts in file.prompts},
        )

    def _unfit(self, tag: str, file: UnfitFile) -> Unfit:
        because, instead, source, date = map(said, (file.because, file.instead, file.source, file.date))
        return Unfit(self._tag(tag, file.words), because, instead, source, date)

    def _known(self, table: dict[str, Any], names: Iterable[str]) -> tuple[Any, ...]:
        return tuple(table[name] for name in names if name in table)  # the others were told as mistakes

    def _tag(self, name: str, words: Sequence[str]) -> str:
        self.lexicons[name] = list(words)
        return name

    def _new(self, path: Path, loc: tuple[int | str, ...], what: str, name: str) -> bool:
        other = self._paths.setdefault((what, name), path)
        if other != path:
            raise mistake(path, loc, stands_in_too(what, name, other), "Give one of them another name.")
        return True


def said(text: Text) -> Said:
    """A text of a file, as it is handed on."""
    return Said(text.en, text.zh)


def _in_chinese(path: Path, file: BaseModel, pack: Pack) -> None:
    """Raise RuleError that lists the texts without Chinese, where the pack says that it speaks it."""
    mistakes = Mistakes()
    if "zh" in pack.languages:
        for loc in _silent(file):
            mistakes.add(mistake(path, (*loc, "zh"), "the Chinese of this text is missing", "Add the key zh."))
    mistakes.stop()


def _silent(value: Any, loc: Loc = ()) -> Iterator[Loc]:
    """The way to each text that has no Chinese; one without letters, such as a date, needs none."""
    if isinstance(value, Text):
        if not value.zh.strip() and any(map(str.isalpha, value.en)):
            yield loc
    elif isinstance(value, (BaseModel, dict)):
        for key, each in dict(value).items():
            yield from _silent(each, (*loc, key))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _silent(each, (*loc, number))


def _entries(file: ViolationFile) -> Iterator[tuple[Loc, str]]:
    """The words that tell the case and what does not fit it, each with its place."""
    for key in ("strong", "slight"):
        for at, words in enumerate(getattr(file.found_by, key)):
            yield ("found_by", key, at), words
    for number, unfit in enumerate(file.unfit):
        for at, words in enumerate(unfit.words):
            yield ("unfit", number, "words", at), words
