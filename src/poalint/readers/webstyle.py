"""What HTML says of the look of its text: by elements, by ``style=`` and by classes of its style sheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

_NONE_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)")
_AS_TYPED = re.compile(r"white-space\s*:\s*pre")
_WORD_BULLET = re.compile(r"mso-list\s*:\s*ignore")
_WORD_ITEM = re.compile(r"mso-list\s*:\s*l\d")
_AT_RULE = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASS = re.compile(r"[a-z0-9]*\.([\w-]+)", re.IGNORECASE)

SKIPPED = frozenset({
    "audio", "canvas", "datalist", "iframe", "math", "noframes", "noscript", "object", "script", "style", "svg",
    "template", "title", "video", "xml",
})  # fmt: skip
"""Elements whose text is none of the page's."""
VOID = frozenset({
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
    "meta", "param", "source", "track", "wbr",
})  # fmt: skip
BREAKS = {
    **dict.fromkeys(("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "dl", "table", "hr"), 2),
    **dict.fromkeys((
        "address", "article", "aside", "body", "center", "dd", "details", "dir", "div", "dt", "fieldset", "figcaption",
        "figure", "footer", "form", "header", "html", "legend", "li", "main", "menu", "nav", "option", "section",
        "summary", "tbody", "td", "tfoot", "th", "thead", "tr", "caption",
    ), 1),
}  # fmt: skip
"""Elements that stand on lines of their own, and the line breaks around them."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_STRONG = frozenset({"b", "strong"})
_TELLING = SKIPPED | HEADINGS | _STRONG | {"del", "pre", "textarea", "blockquote", "li", "td", "th"}
"""Elements that say something of their text by being what they are."""


@dataclass(frozen=True, slots=True)
class Look:
    """What holds for the text in an element, of all that the elements around it say."""

    skipped: bool = False
    hidden: bool = False
    deleted: bool = False
    bold: bool = False
    as_typed: bool = False
    quoted: bool = False
    heading: bool = False
    in_item: bool = False


def look(name: str, attributes: Mapping[str, str], over: Look, classes: Mapping[str, str]) -> Look:
    """The look of an element within another's."""
    if not attributes and name not in _TELLING:
        return over
    style = declared(attributes, classes)
    made = replace(
        over,
        skipped=over.skipped or name in SKIPPED or bool(_WORD_BULLET.search(style)),
        hidden=over.hidden or "hidden" in attributes or bool(_NONE_SHOWN.search(style)),
        deleted=over.deleted or name == "del",
        as_typed=over.as_typed or name in ("pre", "textarea") or bool(_AS_TYPED.search(style)),
        quoted=over.quoted or name == "blockquote",
        heading=over.heading or name in HEADINGS or attributes.get("class", "").startswith("MsoTitle"),
        in_item=(over.in_item or name == "li") and name not in ("td", "th"),
        bold=(over.bold or name in _STRONG or bool(_BOLD.search(style))) and not _NOT_BOLD.search(style),
    )
    return over if made == over else made


def is_word_item(attributes: Mapping[str, str], classes: Mapping[str, str]) -> bool:
    """Whether a paragraph is an item of a list as Word writes them: its bullet is text in a span of its own."""
    return bool(_WORD_ITEM.search(declared(attributes, classes)))


def declared(attributes: Mapping[str, str], classes: Mapping[str, str]) -> str:
    """All that style sheet and element say of it, in small letters."""
    named = attributes.get("class", "").split() if classes else ()
    return ";".join([*(classes[each] for each in named if each in classes), attributes.get("style", "")]).lower()


def classes_in(sheet: str) -> dict[str, str]:
    """What a style sheet says of single classes; what it says for some screens or for paper only is left out."""
    made: dict[str, str] = {}
    for selectors, declarations in _RULE.findall(_AT_RULE.sub("", sheet.replace("<!--", "").replace("-->", ""))):
        for selector in selectors.split(","):
            if found := _CLASS.fullmatch(selector.strip()):
                made[found[1]] = f"{made.get(found[1], '')};{declarations}"
    return made
