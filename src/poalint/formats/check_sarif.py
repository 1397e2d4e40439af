"""``check --format sarif``: SARIF 2.1.0.

Members of JSON stand in any order, so results come first and go out as they come; the rules that ran are known last.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from poalint import __version__
from poalint.errors import PoalintError
from poalint.formats.entries import Entry, Region, entries
from poalint.formats.jsontext import compact
from poalint.formats.lines import Line, line
from poalint.formats.ran import Ran
from poalint.formats.rows import Rows
from poalint.formats.sarif_rules import descriptor
from poalint.formats.sarif_text import plain
from poalint.formats.uris import is_file, uri
from poalint.formats.writer import About
from poalint.model import Report
from poalint.speech import Lang, Phrase, render, translated

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_FINGERPRINT = "poalint/v1"
"""The version changes when fingerprints are made in another way. GitHub makes ``primaryLocationLineHash`` itself."""
_ROOT = "%SRCROOT%"
_LANGUAGES = {"en": "en-US", "zh": "zh-CN"}
_LEVELS = {"failed": "error", "gate": "warning", "remark": "note"}
"""What is told as a notification, and its level: all that is no finding."""
_RUN = {
    "columnKind": "unicodeCodePoints",
    "newlineSequences": ["\r\n", "\n", "\r"],
    # Without a URI: where the folder lies on one machine is nobody's business, and would differ on the next.
    "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which poalint was run."}}},
}


class Writer:
    """One run; what is told of errors and of gates waits for the end, as the rules do."""

    def __init__(self, about: About) -> None:
        self._about = about
        self._ran = Ran()
        self._results = Rows()
        self._notifications: list[str] = []

    def begin(self) -> Iterator[Line]:
        """Open the results."""
        head = {"$schema": _SCHEMA, "version": "2.1.0"}
        yield line(f'{compact(head)[:-1]}, "runs": [{{', wrap=False)
        for name, value in {**_RUN, "language": _LANGUAGES[self._about.lang]}.items():
            yield line(f'"{name}": {compact(value)},', wrap=False)
        yield line('"results": [', wrap=False)

    def add(self, outcome: Report | PoalintError) -> Iterator[Line]:
        """Make the results of one draft."""
        if isinstance(outcome, Report):
            self._ran.note(outcome)
        for entry in entries(outcome, self._about.lang):
            if entry.kind in _LEVELS:
                self._notifications.append(compact(self._notification(entry)))
            else:
                yield from self._results.add(self._result(entry))

    def end(self) -> Iterator[Line]:
        """Make what is known last: the rules, and how the run went."""
        yield from self._results.end()
        yield line("],", wrap=False)
        yield from self._tool()
        done = compact(not self._about.tally.errors)
        yield line(f'"invocations": [{{"executionSuccessful": {done}, "toolExecutionNotifications": [', wrap=False)
        for number, each in enumerate(self._notifications, start=1):
            yield line(each + ("," if number < len(self._notifications) else ""), wrap=False)
        yield line("]}]", wrap=False)
        yield line("}]}", wrap=False)

    def _tool(self) -> Iterator[Line]:
        packs = [{"name": name, "version": version} for name, version in self._about.tally.packs]
        driver = compact({"name": "poalint", "semanticVersion": __version__, "version": __version__})
        yield line(f'"tool": {{"extensions": {compact(packs)}, "driver": {driver[:-1]}, "rules": [', wrap=False)
        rules = Rows()
        for rule in self._ran.rules():
            yield from rules.add(descriptor(rule, self._about.lang))
        yield from rules.end()
        yield line("]}},", wrap=False)

    def _result(self, entry: Entry) -> dict[str, Any]:
        return {
            "ruleId": entry.name,
            "ruleIndex": self._ran.number(entry.name),
            "level": entry.severity,
            "message": {"text": plain(entry.said_beside(self._about.lang))},
            "locations": [_location(entry, self._about.lang)],
            "partialFingerprints": {_FINGERPRINT: entry.fingerprint},
            # Of all results or of none, says the standard: an empty list is a finding that counts.
            "suppressions": _suppressions(entry),
            "properties": {name: value for name, value in _properties(entry).items() if value != ""},
        }

    def _notification(self, entry: Entry) -> dict[str, Any]:
        told = entry.message
        if entry.kind == "gate":
            told = render(Phrase("{gate}: {told}", gate=entry.name, told=entry.message), self._about.lang)
        return {
            "descriptor": {"id": entry.name},
            "level": _LEVELS[entry.kind],
            "message": {"text": plain(told)},
            **({"locations": [_location(entry, self._about.lang)]} if entry.path else {}),
        }


def _location(entry: Entry, lang: Lang) -> dict[str, Any]:
    artifact: dict[str, Any] = {"description": {"text": translated("standard input", lang)}}
    if is_file(entry.path):
        address, relative = uri(entry.path)
        artifact = {"uri": address, **({"uriBaseId": _ROOT} if relative else {})}
    region = {"region": _region(entry.region, entry.text)} if entry.region else {}
    return {"physicalLocation": {"artifactLocation": artifact, **region}, **_in_file(entry, lang)}


def _in_file(entry: Entry, lang: Lang) -> dict[str, Any]:
    """Where something stands in a file without lines. A region of such a file would count bytes, which tell nobody."""
    if not (entry.page or entry.paragraph):
        return {}
    kind = "paragraph" if entry.paragraph else "page"
    return {"logicalLocations": [{"name": render(entry.where, lang), "kind": kind}]}


def _properties(entry: Entry) -> dict[str, Any]:
    own: dict[str, Any] = {"points": entry.points, "cue": entry.cue}
    if entry.region is None:  # what would be the region's snippet
        own |= {"page": entry.page or "", "paragraph": entry.paragraph or "", "text": entry.text}
    return own


def _region(region: Region, text: str) -> dict[str, Any]:
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
        "snippet": {"text": text},
    }


def _suppressions(entry: Entry) -> list[dict[str, str]]:
    if entry.kind == "finding":
        return []
    reason = {"justification": entry.reason} if entry.reason else {}
    return [{"kind": "inSource" if entry.kind == "allowed" else "external", "status": "accepted", **reason}]
