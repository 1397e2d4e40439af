"""Lists of a Word file: which of them show a bullet or a number."""

from __future__ import annotations

from poalint.readers.word.package import W
from poalint.readers.xmlparts import Node

_NO_LIST = "0"
"""The list that takes a paragraph out of the list of its style."""


class Numbering:
    """The lists by their ids. Programs number headings and plain text too, with lists that show nothing."""

    def __init__(self, root: Node | None) -> None:
        self._silent: set[tuple[str, str]] = set()
        if root is None:
            return
        silent: dict[str, set[str]] = {}
        for node in root.iterfind(f"{W}abstractNum"):
            levels = (level for level in node.iterfind(f"{W}lvl") if _shows_nothing(level))
            silent[node.get(f"{W}abstractNumId", "")] = {level.get(f"{W}ilvl", "0") for level in levels}
        for node in root.iterfind(f"{W}num"):
            made_of = node.find(f"{W}abstractNumId")
            for level in silent.get(made_of.get(f"{W}val", ""), ()) if made_of is not None else ():
                self._silent.add((node.get(f"{W}numId", ""), level))

    def shows(self, place: tuple[str, str] | None) -> bool:
        """Whether a paragraph at this list and level is seen as an item."""
        return place is not None and place[0] != _NO_LIST and place not in self._silent


def _shows_nothing(level: Node) -> bool:
    form, text = level.find(f"{W}numFmt"), level.find(f"{W}lvlText")
    bare = text is None or not text.get(f"{W}val", "").strip()
    return form is not None and form.get(f"{W}val") == "none" and bare
