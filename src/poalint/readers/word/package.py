"""A Word file's parts and what leads from one to the other."""

from __future__ import annotations

import posixpath

from poalint.limits import Limits
from poalint.readers.archive import Archive
from poalint.readers.xmlparts import Node, local, parsed

TITLE = "Word"
"""What people call the format."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN = "word/document.xml"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
)  # fmt: skip
"""The names that Word's variant "Strict Open XML Document" gives to the same things."""


class Package:
    """The parts of a Word file that a letter has, each parsed when it is asked for. Raises DraftError."""

    def __init__(self, path: str, data: bytes, limits: Limits) -> None:
        self._path, self._limits = path, limits
        self._archive = Archive(path, data, limits, TITLE)
        self._main = next((name for kind, name in self._related("") if kind == "officeDocument"), _MAIN)
        self._by_kind: dict[str, list[str]] = {}
        for kind, name in self._related(self._main):
            self._by_kind.setdefault(kind, []).append(name)

    @property
    def has_macros(self) -> bool:
        """Whether the file holds programs."""
        return any(name.lower().endswith("vbaproject.bin") for name in self._archive.names)

    def body(self) -> Node:
        """The body of the document, and nothing else is a Word file. Raises DraftError."""
        root = self._parsed(self._main)
        body = root.find(f"{W}body") if root is not None else None
        if body is None:
            raise self._archive.damaged()
        return body

    def parts(self, kind: str) -> list[Node]:
        """The roots of all parts of one kind (``styles``, ``comments``, ``footer``); without those that are missing."""
        roots = (self._parsed(name) for name in dict.fromkeys(self._by_kind.get(kind, ())))
        return [root for root in roots if root is not None]

    def part(self, kind: str) -> Node | None:
        """The root of the one part of a kind, or None."""
        return next(iter(self.parts(kind)), None)

    def _parsed(self, name: str) -> Node | None:
        data = self._archive.part(name)
        if data is None:
            return None
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        return parsed(self._path, data, TITLE, self._limits)

    def _related(self, name: str) -> list[tuple[str, str]]:
        """What a part (the file itself: no name) leads to inside the file: kinds and names."""
        folder, file = posixpath.split(name)
        root = self._parsed(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = []
        for each in root if root is not None else ():
            if local(each) == "Relationship" and each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))
                found.append((each.get("Type", "").rpartition("/")[2], target.lstrip("/")))
        return found
