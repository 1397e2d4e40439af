"""An OpenDocument file's parts: those of an archive, or all in one file of XML (``.fodt``)."""

from __future__ import annotations

from poalint.limits import Limits
from poalint.readers.archive import Archive, damaged, locked
from poalint.readers.xmlparts import Node, local, parsed

TITLE = "OpenDocument"
"""What people call the format."""
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_LOCKED = b"encryption-data"
_SCRIPTS = ("Basic/", "Scripts/")


class Package:
    """The parts of an OpenDocument text that a letter has. Raises DraftError."""

    def __init__(self, path: str, data: bytes, limits: Limits) -> None:
        self._path = path
        self.has_macros = False
        if not data.startswith(b"PK"):
            root = parsed(path, data, TITLE, limits)
            self.roots = [root]
        else:
            archive = Archive(path, data, limits, TITLE)
            if _LOCKED in (archive.part("META-INF/manifest.xml") or b""):
                raise locked(path)
            self.has_macros = any(name.startswith(_SCRIPTS) for name in archive.names)
            parts = (archive.part(name) for name in ("content.xml", "styles.xml"))
            self.roots = [parsed(path, part, TITLE, limits) for part in parts if part is not None]

    def body(self) -> Node:
        """The text of the document; a table or a presentation is none. Raises DraftError."""
        for root in self.roots:
            found = root.find(f"{OFFICE}body/{OFFICE}text")
            if found is not None:
                return found
        raise damaged(self._path, TITLE)

    def styles(self) -> list[Node]:
        """All elements that hold styles."""
        return [each for root in self.roots for each in root if local(each) in ("automatic-styles", "styles")]

    def asides(self) -> list[Node]:
        """Headers and footers."""
        return [
            each
            for root in self.roots
            for each in root.iterfind(f"{OFFICE}master-styles/*/*")
            if local(each).startswith(("header", "footer"))
        ]
