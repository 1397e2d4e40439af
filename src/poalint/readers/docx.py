"""Word: ``.docx`` and the like, as they are sent.

python-docx, which writes outlines, is not what reads: its paragraphs leave out tracked insertions, content controls,
boxes and notes, and it parses a whole package, or fails on a single link that leads nowhere, before anything could be
refused. The parts that a letter has are parsed with lxml, on which it rests itself.

Headers and footers are no part of the letter: they come again on every page, and say nothing to the reviewer.
"""

from __future__ import annotations

import posixpath

from poalint.errors import DraftError
from poalint.limits import Limits
from poalint.model import Draft
from poalint.readers.composing import Composer
from poalint.readers.text import whole
from poalint.readers.word.body import Body
from poalint.readers.word.comments import Comments
from poalint.readers.word.numbering import Numbering
from poalint.readers.word.package import Package, W
from poalint.readers.word.runs import Runs
from poalint.readers.word.styles import Styles
from poalint.readers.xmlparts import Node
from poalint.speech import Phrase, Tellable

_LOCK = "~$"
_NOTES = ("footnote", "endnote")
_ASIDE = ("header", "footer")
_BLANK_NOTES = ("separator", "continuationSeparator", "continuationNotice")


def read(path: str, data: bytes, limits: Limits) -> Draft:
    """A draft from the bytes of a Word file.

    Raises DraftError where it is no such file, damaged, too large, protected by a password or empty.
    """
    if posixpath.basename(path.replace("\\", "/")).startswith(_LOCK):
        reason = Phrase("this is what Word keeps beside a letter while it is open, not the letter")
        raise DraftError(path, reason, Phrase("Name the letter: the file without {lock}.", lock=_LOCK))
    package = Package(path, data, limits)
    body = package.body()
    has_pages = next(body.iter(f"{W}lastRenderedPageBreak"), None) is not None
    composer = Composer(page=1 if has_pages else 0)
    styles = Styles(package.part("styles"))
    runs = Runs(composer, styles, Comments(package), _notes(package))
    paper = body.getparent().find(f"{W}background") is None
    Body(composer, runs, styles, Numbering(package.part("numbering")), paper).blocks(body)
    composer.end()
    runs.close()
    return whole(composer.draft(path, _remarks(package)), limits)


def _notes(package: Package) -> dict[tuple[str, str], Node]:
    """Footnotes and endnotes by their kind and id."""
    found = {}
    for kind in _NOTES:
        root = package.part(f"{kind}s")
        for node in root.iterfind(f"{W}{kind}") if root is not None else ():
            if node.get(f"{W}type") not in _BLANK_NOTES:
                found[kind, node.get(f"{W}id", "")] = node
    return found


def _remarks(package: Package) -> tuple[Tellable, ...]:
    """What whoever checks should know of how the file was read."""
    said: list[Tellable] = []
    texts = (text.text or "" for kind in _ASIDE for part in package.parts(kind) for text in part.iter(f"{W}t"))
    if any(any(letter.isalpha() for letter in text) for text in texts):
        said.append(Phrase("Headers and footers are no part of the letter, and were not read."))
    if package.has_macros:
        said.append(Phrase("The file holds macros. They were not run; send Amazon a file without any (.docx)."))
    return tuple(said)
