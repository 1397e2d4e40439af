"""An HTML page taken apart by Python's own parser, which knows nothing of how it was made."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"meta", "br"})


@dataclass
class Element:
    """An element, its attributes, and all text in it and in what it holds."""

    name: str
    attributes: dict[str, str]
    text: str = ""
    children: list["Element"] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def all(self, name: str = "", class_: str = "") -> list["Element"]:
        """Itself and what it holds, of a name and a class."""
        own = [self] if name in ("", self.name) and (not class_ or class_ in self.classes) else []
        return own + [found for child in self.children for found in child.all(name, class_)]

    def one(self, name: str = "", class_: str = "") -> "Element":
        (found,) = self.all(name, class_)
        return found


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs})
        assert len(made.attributes) == len(attrs), "an attribute stands twice"
        self.open[-1].children.append(made)
        if tag not in _VOID:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].name == tag, f"{self.open[-1].name} is open, {tag} ends"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for each in self.open:
            each.text += data


def parsed(page: str) -> Element:
    """The page as a tree; every element ends where it should."""
    parser = _Parser()
    parser.feed(page)
    parser.close()
    assert len(parser.open) == 1, "something is left open"
    return parser.open[0]
