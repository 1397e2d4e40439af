"""The body of an OpenDocument text: paragraphs, lists and tables in reading order."""

from __future__ import annotations

from functools import partial

from poalint.model import MarkKind
from poalint.readers.composing import Composer
from poalint.readers.opendocument.lines import Lines
from poalint.readers.opendocument.styles import Styles, attribute
from poalint.readers.xmlparts import Node, local, plain

_AROUND = frozenset(
    {"section", "index-body", "index-title", "note-body", "text-box", "frame", "custom-shape", "note",
     "table-of-content", "alphabetical-index", "user-index", "illustration-index", "table-index", "bibliography",
     "numbered-paragraph", "g"}
)  # fmt: skip
_PARAGRAPHS = ("p", "h")
_ROWS = frozenset({"table-header-rows", "table-rows", "table-row-group"})
_ANCHORS = frozenset({"change", "change-start", "change-end", "soft-page-break"})


class Body:
    """Writes blocks. A note or a frame of text stands behind the paragraph that it hangs on."""

    def __init__(self, composer: Composer, lines: Lines, styles: Styles) -> None:
        self._composer, self._lines, self._styles = composer, lines, styles

    def blocks(self, parent: Node, on_paper: bool = True) -> None:
        """All blocks in an element; ``on_paper`` says that it is no cell of a table and no frame."""
        for node in parent:
            name = local(node)
            if name in _PARAGRAPHS:
                self._paragraph(node, on_paper, "paragraph")
            elif name == "list":
                self._list(node, on_paper)
            elif name == "table":
                self._table(node)
            elif name in _AROUND:
                if attribute(node, "display") == "none":
                    self._lines.hide(plain(node))
                else:
                    self.blocks(node, on_paper)
            elif name in _ANCHORS:
                self._lines.change(node)

    def _paragraph(self, node: Node, on_paper: bool, kind: MarkKind, goes_on: bool = False) -> None:
        style = attribute(node, "style-name")
        before, after = self._styles.breaks(style)
        if before and self._composer.last:
            self._composer.breaks_page()
        if local(node) == "h" or self._styles.is_heading(style):
            kind, goes_on = "heading", False
        elif kind == "paragraph" and self._styles.is_quote(style):
            kind = "quote"
        self._composer.begin(kind, below=kind == "list-item" == self._composer.last, goes_on=goes_on)
        self._lines.write(node, on_paper)
        self._composer.end()
        if after:
            self._composer.breaks_page()
        self._waiting()

    def _list(self, node: Node, on_paper: bool) -> None:
        """The items of a list: the first paragraph of each begins it, others go on with it."""
        for item in node:
            begun = local(item) == "list-header"
            for each in item:
                name, before = local(each), self._composer.here
                if name in _PARAGRAPHS:
                    kind: MarkKind = "paragraph" if local(item) == "list-header" else "list-item"
                    self._paragraph(each, on_paper, kind, begun and self._composer.last == kind == "list-item")
                    begun = begun or self._composer.here > before
                elif name == "list":
                    self._list(each, on_paper)
                    begun = False

    def _waiting(self) -> None:
        """Notes and frames, now that what they hang on has ended."""
        waiting, self._lines.waiting = self._lines.waiting, []
        for node in waiting:
            self.blocks(node, on_paper=False)

    def _table(self, table: Node, below: bool = False) -> bool:
        """The rows of a table, or of a part of one. One that serves as a page layout is read as what its cells hold."""
        for row in table:
            if local(row) in _ROWS:
                below = self._table(row, below)
            elif local(row) == "soft-page-break":
                self._composer.breaks_page()
            if local(row) != "table-row":
                continue
            cells = [each for each in row if local(each) == "table-cell"]
            if len(cells) == 1 or any(_paragraphs(cell) > 1 for cell in cells):
                for cell in cells:
                    self.blocks(cell, on_paper=False)
                below = False
            else:
                self._row(cells, below)
                below = True
        return below

    def _row(self, cells: list[Node], below: bool) -> None:
        paragraphs = (cell.iter("{*}p", "{*}h") for cell in cells)
        self._composer.row(paragraphs, partial(self._lines.write, on_paper=False), below)
        self._waiting()


def _paragraphs(cell: Node) -> int:
    """How many paragraphs of a cell hold text."""
    return sum(1 for node in cell.iter("{*}p", "{*}h") if plain(node))
