"""A baseline: the findings that were there when a project began to check, and do not count until they are mended."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from poalint.kept import Value, schema_known
from poalint.model import Assessment, Finding, LeftOut, Report
from poalint.speech import spoken

SCHEMA = 1
"""Changes when an earlier version could no longer read what is written."""
KIND = "baseline"
WRITTEN_BY = spoken("`poalint baseline create PATH...` writes one.")
"""What to do where there is none."""

Entries = Mapping[str, tuple[str, ...]]
"""The fingerprints of what is known in a draft, under their rules. They hold no word of it."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What is known of each draft; ``file`` is where the baseline lies, and drafts are named as seen from there."""

    file: str
    drafts: Mapping[str, Entries] = field(default_factory=dict)

    def __len__(self) -> int:
        return sum(len(prints) for entries in self.drafts.values() for prints in entries.values())

    def name_of(self, path: str) -> str:
        """What the baseline calls the draft ``path``: its path from the baseline's folder, with slashes."""
        here = os.path.dirname(os.path.abspath(self.file))
        try:
            return PurePath(os.path.relpath(path, here)).as_posix()
        except ValueError:  # on another drive
            return PurePath(os.path.abspath(path)).as_posix()

    def path_of(self, name: str) -> str:
        """Where the draft of that name lies."""
        return os.path.join(os.path.dirname(os.path.abspath(self.file)), name)

    def known(self, path: str) -> Counter[tuple[str, str]]:
        """What is known of the draft ``path``: rules with fingerprints."""
        entries = self.drafts.get(self.name_of(path), {})
        return Counter((rule, each) for rule, prints in entries.items() for each in prints)

    def set_aside(
        self, found: Assessment, kept: tuple[Finding, ...]
    ) -> tuple[tuple[Finding, ...], tuple[LeftOut, ...]]:
        """Tell the findings that count from those that are known."""
        left = self.known(found.draft.path)
        counts, out = [], []
        for finding in kept:
            key = finding.rule, finding.fingerprint
            if left[key] > 0:
                left[key] -= 1
                out.append(LeftOut(finding, "known"))
            else:
                counts.append(finding)
        return tuple(counts), tuple(out)

    def learned(self, report: Report) -> Entries:
        """What it is to know of a draft: all that counts in its report."""
        return _sorted(_prints(report))

    def left(self, report: Report) -> Entries:
        """What it knows of a draft and its report still finds."""
        return _sorted(self.known(report.draft.path) & _prints(report))

    def without_gone(self) -> Baseline:
        """The baseline without the drafts that are gone."""
        return replace(self, drafts={n: each for n, each in self.drafts.items() if os.path.lexists(self.path_of(n))})

    def holding(self, drafts: Mapping[str, Entries]) -> Baseline:
        """The baseline that knows this of the drafts of these names, and of others what it knew."""
        made = {**self.drafts, **drafts}
        return replace(self, drafts={name: made[name] for name in sorted(made) if made[name]})


def read(path: str, document: Value) -> Baseline:
    """The baseline in a document. Raises KeptFileError with the place of what is no part of one."""
    if (kind := document.member("kind")).as_(str) != KIND:
        raise kind.wrong("this file is no baseline", WRITTEN_BY)
    schema_known(document, SCHEMA)
    drafts = {
        name: {rule: tuple(each.as_(str) for each in prints.items()) for rule, prints in entries.members()}
        for name, entries in document.member("drafts").members()
    }
    return Baseline(path, drafts)


class Stale:
    """Counts what a baseline knows and nobody finds any more, as reports pass."""

    def __init__(self, baseline: Baseline) -> None:
        self.baseline = baseline
        self._checked: set[str] = set()
        self._gone = 0

    @property
    def entries(self) -> int:
        """How many entries match nothing, of the drafts that were checked and of those that are gone."""
        gone = (name for name in self.baseline.drafts if name not in self._checked)
        lost = (name for name in gone if not os.path.lexists(self.baseline.path_of(name)))
        return self._gone + sum(len(prints) for name in lost for prints in self.baseline.drafts[name].values())

    def note(self, report: Report) -> None:
        """Count what the baseline knows of a draft and its report does not."""
        name = self.baseline.name_of(report.draft.path)
        if name not in self._checked and name in self.baseline.drafts:
            self._checked.add(name)
            left = self.baseline.known(report.draft.path)
            met = (each.finding for each in report.left_out if each.by == "known")
            left.subtract((each.rule, each.fingerprint) for each in met)
            ran = {rule.id for rule in report.rules}  # what others would find was not asked
            self._gone += sum(count for (rule, _), count in left.items() if rule in ran and count > 0)


def _prints(report: Report) -> Counter[tuple[str, str]]:
    return Counter((each.rule, each.fingerprint) for each in report.findings)


def _sorted(prints: Counter[tuple[str, str]]) -> Entries:
    by_rule: dict[str, tuple[str, ...]] = {}
    for rule, each in sorted(prints.elements()):
        by_rule[rule] = (*by_rule.get(rule, ()), each)
    return by_rule
