"""What stands in a paragraph of a Word file: runs of letters, tracked changes, comments, fields, links, notes."""

from __future__ import annotations

from dataclasses import dataclass, field

from poalint.readers import fields
from poalint.readers.composing import Composer
from poalint.readers.word.comments import Comments
from poalint.readers.word.package import W
from poalint.readers.word.styles import Styles
from poalint.readers.xmlparts import Node, local

_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
"""What elements of a run look like; a soft hyphen is seen at the end of a line only."""
_SYMBOLS = {
    "FC": "\u2713",
    "FB": "\u2717",
    "FE": "\u2611",
    "A8": "\u2610",
    "6F": "\u2610",
    "E0": "\u2192",
    "E8": "\u2192",
}
"""Letters of the fonts Wingdings: ticks, boxes, arrows. Of others nobody knows more than that something is there."""
_UNKNOWN_SYMBOL = "\u2022"
_LEFT_OUT = frozenset({"rPr", "pPr", "instrText", "delInstrText", "Fallback", "rt", "sdtPr", "sdtEndPr", "pgNum"})


@dataclass(slots=True)
class _Field:
    """A field whose end has not come: what it asks for, and where what it shows begins, None before that."""

    code: list[str] = field(default_factory=list)
    shown: int | None = None
    words: list[str] = field(default_factory=list)


class Runs:
    """Writes what stands in paragraphs. Notes and boxes wait in ``waiting`` until their paragraph has ended."""

    def __init__(
        self, composer: Composer, styles: Styles, comments: Comments, notes: dict[tuple[str, str], Node]
    ) -> None:
        self.waiting: list[Node] = []
        self._composer, self._styles, self._comments, self._notes = composer, styles, comments, notes
        self._commented: dict[str, tuple[int, int]] = {}
        self._fields: list[_Field] = []
        self._paragraph: Node | None = None
        self._on_paper = True
        self._hidden = False
        self._deleted = 0

    def write(self, paragraph: Node, on_paper: bool) -> None:
        """All that stands in a paragraph; ``on_paper`` says that there is no cell and no box around it."""
        self._paragraph, self._on_paper = paragraph.find(f"{W}pPr"), on_paper
        self._all(paragraph)

    def change(self, node: Node) -> None:
        """An anchor of a comment or the like that stands between paragraphs."""
        self._one(node)

    def deleted(self, node: Node) -> None:
        """Whatever text stands in something that was deleted."""
        words = "".join(each.text or "" for each in node.iter(f"{W}t", f"{W}delText"))
        if words:
            self._composer.extra("deletion", self._composer.here, self._composer.here, words)

    def close(self) -> None:
        """Comments whose reference never came hang where their range stands."""
        for own in list(self._commented):
            self._comment(own)

    def _all(self, parent: Node) -> None:
        for node in parent:
            self._one(node)

    def _one(self, node: Node) -> None:
        name, here = local(node), self._composer.here
        if name in _LEFT_OUT:
            self._code(name, node)
        elif name == "r":
            self._run(node)
        elif name in ("t", "delText"):
            self._say((node.text or "").replace("\n", " "))
        elif name in _SIGNS:
            self._say(_SIGNS[name])
        elif name in ("br", "lastRenderedPageBreak"):
            self._break(name, node.get(f"{W}type", ""))
        elif name == "sym":
            self._say(_SYMBOLS.get(node.get(f"{W}char", "").upper()[-2:], _UNKNOWN_SYMBOL))
        elif name in ("del", "moveFrom"):
            self._deleted += 1
            self._all(node)
            self._deleted -= 1
        elif name in ("ins", "moveTo"):
            self._all(node)
            if self._composer.here > here and not self._deleted:
                self._composer.extra("insertion", here, self._composer.here)
        elif name == "fldChar":
            self._field(node.get(f"{W}fldCharType", ""))
        elif name == "fldSimple":
            self._fields.append(_Field([node.get(f"{W}instr", "")], here))
            self._all(node)
            self._field("end")
        elif name == "sdt":
            self._all(node)
            if self._composer.here > here and asks(node):
                self._composer.extra("field", here, self._composer.here)
        elif name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            self._anchor(name, node.get(f"{W}id", ""))
        elif name in ("footnoteReference", "endnoteReference"):
            # each is read once, however often the file points to it, even from within
            note = (
                None
                if self._deleted
                else self._notes.pop((name.removesuffix("Reference"), node.get(f"{W}id", "")), None)
            )
            self.waiting += [note] if note is not None else []
        elif name in ("txbxContent", "textbox") and not self._deleted:
            self.waiting.append(node)
        else:
            self._all(node)

    def _run(self, node: Node) -> None:
        properties, start = node.find(f"{W}rPr"), self._composer.here
        before, self._hidden = self._hidden, self._styles.is_hidden(properties, self._paragraph, self._on_paper)
        self._all(node)
        self._hidden = before
        if properties is not None and properties.find(f"{W}rPrChange") is not None and self._composer.here > start:
            self._composer.extra("formatting", start, self._composer.here)

    def _say(self, text: str) -> None:
        """Text, as far as it is seen: not in the code of a field, nor deleted, nor hidden."""
        here = self._composer.here
        if self._fields and self._fields[-1].shown is None:
            return
        for each in self._fields:
            each.words.append(text)
        if self._deleted:
            self._composer.extra("deletion", here, here, text)
        elif self._hidden:
            if text.strip():
                self._composer.extra("hidden", here, here, text)
        else:
            self._composer.write(text)

    def _break(self, name: str, kind: str) -> None:
        if name == "lastRenderedPageBreak":
            self._composer.breaks_page(again=True)
            return
        if kind == "page":
            self._composer.breaks_page()
        self._say("\n")

    def _code(self, name: str, node: Node) -> None:
        if name == "instrText" and self._fields and self._fields[-1].shown is None:
            self._fields[-1].code.append(node.text or "")

    def _field(self, part: str) -> None:
        """The beginning of a field, of what it shows, or its end."""
        if part == "begin":
            self._fields.append(_Field())
        elif part == "separate" and self._fields:
            self._fields[-1].shown = self._composer.here
        elif part == "end" and self._fields:
            last = self._fields.pop()
            code, start = "".join(last.code), last.shown if last.shown is not None else self._composer.here
            if words := fields.button(code) if last.shown is None else "":
                self._say(words)
            if fields.is_left(code, "".join(last.words)) and not self._deleted:
                self._composer.extra("field", start, self._composer.here, "".join(last.words) or code)

    def _anchor(self, name: str, own: str) -> None:
        here = self._composer.here
        if name == "commentRangeStart":
            self._commented[own] = here, here
        elif name == "commentRangeEnd":
            self._commented[own] = self._commented.get(own, (here, here))[0], here
        else:
            self._comment(own)

    def _comment(self, own: str) -> None:
        here = self._composer.here
        start, end = self._commented.pop(own, (here, here))
        said = self._comments.taken(own)
        if said is not None:
            self._composer.extra("comment", start, max(start, end), said)


def asks(node: Node) -> bool:
    """Whether a content control still shows what Word wrote into it: "Click or tap here to enter text"."""
    return node.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
