"""The body of a Word file: paragraphs, lists and tables in reading order."""

from __future__ import annotations

from functools import partial

from poalint.model import MarkKind
from poalint.readers.composing import Composer
from poalint.readers.word.numbering import Numbering
from poalint.readers.word.package import W
from poalint.readers.word.runs import Runs, asks
from poalint.readers.word.styles import Styles
from poalint.readers.xmlparts import Node, local

_ANCHORS = frozenset({"commentRangeStart", "commentRangeEnd", "lastRenderedPageBreak"})
_AROUND = frozenset({"sdtContent", "customXml", "ins", "moveTo", "smartTag", "txbxContent", "textbox"})
_GONE = frozenset({"del", "moveFrom"})
_CHANGED = ("pPrChange", "sectPrChange", "numberingChange")


class Body:
    """Writes blocks. A footnote or a box of text stands behind the paragraph that it hangs on."""

    def __init__(self, composer: Composer, runs: Runs, styles: Styles, numbering: Numbering, paper: bool) -> None:
        self._composer, self._runs, self._styles, self._numbering = composer, runs, styles, numbering
        self._paper = paper
        self._goes_on = False

    def blocks(self, parent: Node, on_paper: bool = True) -> None:
        """All blocks in an element; ``on_paper`` says that it is no cell of a table and no box."""
        for node in parent:
            name, here = local(node), self._composer.here
            if name == "p":
                self._paragraph(node, on_paper)
            elif name == "tbl":
                self._table(node)
            elif name == "sdt":
                self.blocks(node, on_paper)
                if self._composer.here > here and asks(node):
                    self._composer.extra("field", here, self._composer.here)
            elif name in _AROUND:
                self.blocks(node, on_paper)
            elif name in _GONE:
                self._runs.deleted(node)
            elif name in _ANCHORS:
                self._runs.change(node)

    def _paragraph(self, node: Node, on_paper: bool) -> None:
        properties = node.find(f"{W}pPr")
        start = self._begin(properties)
        self._runs.write(node, on_paper and self._paper)
        self._tracked(properties, start)
        # where the mark at its end was deleted, the next paragraph is one with this
        self._goes_on = properties is not None and properties.find(f"{W}rPr/{W}del") is not None
        if self._goes_on:
            return
        self._composer.end()
        section = properties.find(f"{W}sectPr") if properties is not None else None
        if section is not None and not _continuous(section):
            self._composer.breaks_page()
        self._waiting()

    def _begin(self, properties: Node | None) -> int:
        """Open the block that a paragraph with these properties is, or goes on with."""
        if self._goes_on:
            return self._composer.here
        if properties is not None and properties.find(f"{W}pageBreakBefore") is not None:
            self._composer.breaks_page()
        kind = self._kind(properties)
        if self._composer.last == "list-item" and self._styles.goes_on(properties):
            self._composer.begin("list-item", goes_on=True)
        else:
            self._composer.begin(kind, below=kind == "list-item" == self._composer.last)
        return self._composer.here

    def _kind(self, properties: Node | None) -> MarkKind:
        styles = self._styles
        if styles.is_heading(properties):
            return "heading"
        place = styles.numbering(properties)
        if self._numbering.shows(place) or (place is None and styles.is_item(properties)):
            return "list-item"
        return "quote" if styles.is_quote(properties) else "paragraph"

    def _tracked(self, properties: Node | None, start: int) -> None:
        """Tracked changes of the paragraph itself: its look, and the mark at its end."""
        if properties is None:
            return
        here = self._composer.here
        if any(properties.find(f"{W}{name}") is not None for name in _CHANGED):
            self._composer.extra("formatting", start, here)
        if properties.find(f"{W}rPr/{W}ins") is not None:
            self._composer.extra("insertion", here, here)
        if properties.find(f"{W}rPr/{W}del") is not None:
            self._composer.extra("deletion", here, here)

    def _waiting(self) -> None:
        """Notes and boxes, now that what they hang on has ended."""
        waiting, self._runs.waiting = self._runs.waiting, []
        for node in waiting:
            self.blocks(node, on_paper=False)

    def _table(self, table: Node) -> None:
        """The rows of a table. One that serves as a page layout is read as what stands in its cells."""
        below = False
        for row in _inside(table, "tr"):
            cells = list(_inside(row, "tc"))
            change = row.find(f"{W}trPr")
            if change is not None and change.find(f"{W}del") is not None:
                self._runs.deleted(row)
                continue
            start = self._composer.here
            if len(cells) == 1 or any(_paragraphs(cell) > 1 for cell in cells):
                for cell in cells:
                    self.blocks(cell, on_paper=False)
                below = False
            else:
                self._row(cells, below)
                below = True
            if change is not None and change.find(f"{W}ins") is not None:
                self._composer.extra("insertion", start, self._composer.here)

    def _row(self, cells: list[Node], below: bool) -> None:
        self._composer.end()
        paragraphs = (cell.iter(f"{W}p") for cell in cells)
        self._composer.row(paragraphs, partial(self._runs.write, on_paper=False), below)
        self._waiting()


def _inside(parent: Node, name: str) -> list[Node]:
    """Rows of a table or cells of a row, those in content controls and the like too."""
    found = []
    for node in parent:
        if local(node) == name:
            found.append(node)
        elif local(node) in _AROUND or local(node) == "sdt":
            found += _inside(node, name)
    return found


def _paragraphs(cell: Node) -> int:
    """How many paragraphs of a cell hold text."""
    return sum(1 for node in cell.iter(f"{W}p") if any((text.text or "").strip() for text in node.iter(f"{W}t")))


def _continuous(section: Node) -> bool:
    kind = section.find(f"{W}type")
    return kind is not None and kind.get(f"{W}val") == "continuous"
