"""Comments of a Word file: what each says, with the replies to it."""

from __future__ import annotations

from poalint.readers.word.package import Package, W
from poalint.readers.xmlparts import Node, local

_ANSWERED = " / "


class Comments:
    """The comments by their ids; replies stand with what they answer."""

    def __init__(self, package: Package) -> None:
        self._said: dict[str, str] = {}
        self._answers: set[str] = set()
        by_paragraph: dict[str, str] = {}
        for node in _each(package.part("comments"), "comment"):
            own = node.get(f"{W}id", "")
            self._said[own] = _words(node)
            for paragraph in node.iter(f"{W}p"):
                by_paragraph[_attribute(paragraph, "paraId")] = own
        for node in _each(package.part("commentsExtended"), "commentEx"):
            own = by_paragraph.get(_attribute(node, "paraId"))
            first = by_paragraph.get(_attribute(node, "paraIdParent") or "-")
            if own is not None and first is not None and own != first and own not in self._answers:
                self._answers.add(own)
                self._said[first] += f"{_ANSWERED}{self._said[own]}"

    def taken(self, own: str) -> str | None:
        """What a comment says, its replies too, when first asked for; None for a reply, and where there is none."""
        return None if own in self._answers else self._said.pop(own, None)


def _each(root: Node | None, name: str) -> list[Node]:
    return [node for node in root if local(node) == name] if root is not None else []


def _words(node: Node) -> str:
    lines = ("".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in node.iter(f"{W}p"))
    return " ".join(line.strip() for line in lines if line.strip())


def _attribute(node: Node, name: str) -> str:
    """An attribute by its name alone: newer programs put it into other namespaces."""
    return next((str(value) for key, value in node.attrib.items() if key.rpartition("}")[2] == name), "")
