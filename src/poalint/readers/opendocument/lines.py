"""What stands in a paragraph of an OpenDocument text: spans, tracked changes, comments, fields, notes, frames."""

from __future__ import annotations

import re

from poalint.readers import fields
from poalint.readers.composing import Composer
from poalint.readers.opendocument.styles import Styles, attribute
from poalint.readers.xmlparts import Node, local, plain

_SPACE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 40
"""More in a row are no text; a few bytes could ask for millions."""
_SIGNS = {"tab": "\t", "line-break": "\n", "soft-hyphen": ""}
_LEFT_OUT = frozenset({"note-citation", "ruby-text", "tracked-changes", "desc", "title", "index-source"})
_BLANKS = frozenset({"placeholder", "database-display"})
"""Fields that stand for something that is still to come."""
_UNSEEN = frozenset({"hidden-text", "hidden-paragraph"})
_REFERENCES = frozenset({"bookmark-ref", "reference-ref", "note-ref", "sequence-ref", "variable-get", "expression"})
_KINDS = {"insertion": "insertion", "deletion": "deletion", "format-change": "formatting"}
_ANSWERED = " / "


class Lines:
    """Writes what stands in paragraphs. Notes and frames wait in ``waiting`` until their paragraph has ended.

    ``changes`` are the tracked changes by their id: the kind, and what was deleted.
    """

    def __init__(self, composer: Composer, styles: Styles, changes: dict[str, tuple[str, str]]) -> None:
        self.waiting: list[Node] = []
        self._composer, self._styles, self._changes = composer, styles, changes
        self._begun: dict[str, int] = {}
        self._comments: dict[str, tuple[int, int, str]] = {}
        self._answers: list[tuple[str, str]] = []
        self._spans: list[str] = []
        self._paragraph = ""
        self._on_paper = True
        self._blank = True

    def write(self, paragraph: Node, on_paper: bool) -> None:
        """All that stands in a paragraph; ``on_paper`` says that there is no cell and no frame around it."""
        self._paragraph, self._on_paper, self._blank = attribute(paragraph, "style-name"), on_paper, True
        self._inside(paragraph)

    def change(self, node: Node) -> None:
        """An anchor of a tracked change that stands between paragraphs."""
        self._one(node)

    def hide(self, words: str) -> None:
        """Words of something that is hidden as a whole."""
        if words:
            self._composer.extra("hidden", self._composer.here, self._composer.here, words)

    def close(self) -> None:
        """Tell the comments, each with the answers to it."""
        for of, said in self._answers:
            if of in self._comments:
                start, end, words = self._comments[of]
                self._comments[of] = start, end, f"{words}{_ANSWERED}{said}"
            else:
                self._comments[f"{of} {said}"] = 0, 0, said
        for start, end, words in self._comments.values():
            self._composer.extra("comment", start, end, words)

    def _inside(self, parent: Node) -> None:
        self._say(parent.text)
        for node in parent:
            self._one(node)
            self._say(node.tail)

    def _one(self, node: Node) -> None:
        name, here = local(node), self._composer.here
        if name in _LEFT_OUT:
            return
        if name == "s":
            count = attribute(node, "c")
            self._put(" " * min(int(count) if count.isdecimal() and len(count) < 5 else 1, _MOST_SPACES))
        elif name in _SIGNS:
            self._put(_SIGNS[name])
        elif name == "span":
            self._spans.insert(0, attribute(node, "style-name"))
            self._inside(node)
            self._spans.pop(0)
        elif name == "soft-page-break":
            self._composer.breaks_page()
        elif name in ("annotation", "annotation-end"):
            self._annotation(name, node)
        elif name.startswith("change"):
            self._change(name, attribute(node, "change-id"))
        elif name in ("note", "frame", "custom-shape", "text-box"):
            self.waiting.append(node)
        elif name in _UNSEEN:
            self.hide(attribute(node, "string-value") or plain(node))
        else:
            self._inside(node)
            if name in _BLANKS or (name in _REFERENCES and fields.is_broken(plain(node))):
                self._composer.extra("field", here, self._composer.here, plain(node))

    def _say(self, text: str | None) -> None:
        """Text between elements, in which any white space is one space, and none at the beginning of a line."""
        if text:
            text = _SPACE.sub(" ", text)
            self._put(text.lstrip(" ") if self._blank else text)

    def _put(self, text: str) -> None:
        if not text:
            return
        self._blank = text[-1].isspace()
        if self._styles.is_hidden(self._spans, self._paragraph, self._on_paper):
            self.hide(text.strip())
        else:
            self._composer.write(text)

    def _change(self, name: str, own: str) -> None:
        here = self._composer.here
        kind, words = self._changes.get(own, ("", ""))
        if name == "change-start":
            self._begun[own] = here
        elif kind:
            start = self._begun.pop(own, here) if name == "change-end" else here
            del self._changes[own]  # each is told once, however often the file points to it
            self._composer.extra(kind, start, here, words)

    def _annotation(self, name: str, node: Node) -> None:
        here, own = self._composer.here, attribute(node, "name")
        if name == "annotation-end":
            if own in self._comments:
                start, _, words = self._comments[own]
                self._comments[own] = start, here, words
            return
        words = " ".join(plain(each) for each in node if local(each) in ("p", "list"))
        if of := attribute(node, "parent-name"):
            self._answers.append((of, words))
        else:
            self._comments[own or f"comment {len(self._comments)}"] = here, here, words


def changes(body: Node) -> dict[str, tuple[str, str]]:
    """The tracked changes of a text by their ids: each its kind, and for a deletion what is gone."""
    found = {}
    for holder in body:
        for region in holder if local(holder) == "tracked-changes" else ():
            own = attribute(region, "id")
            for each in region:
                if local(each) in _KINDS:
                    gone = " ".join(plain(part) for part in each if local(part) != "change-info")
                    found[own] = _KINDS[local(each)], gone if local(each) == "deletion" else ""
    return found
