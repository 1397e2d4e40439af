"""OpenDocument texts: ``.odt``, the flat ``.fodt``, and the templates ``.ott``.

Their XML is read with lxml. odfpy, the one library for the format, has had no release since 2020, makes objects of a
whole document before anything could be refused, and tells no more of lists, changes or comments than the XML itself.

Headers and footers are no part of the letter: they come again on every page, and say nothing to the reviewer.
"""

from __future__ import annotations

from poalint.limits import Limits
from poalint.model import Draft
from poalint.readers.composing import Composer
from poalint.readers.opendocument.body import Body
from poalint.readers.opendocument.lines import Lines, changes
from poalint.readers.opendocument.package import TEXT, Package
from poalint.readers.opendocument.styles import Styles
from poalint.readers.text import whole
from poalint.readers.xmlparts import plain
from poalint.speech import Phrase, Tellable


def read(path: str, data: bytes, limits: Limits) -> Draft:
    """A draft from the bytes of an OpenDocument text.

    Raises DraftError where it is no such file, damaged, too large, protected by a password or empty.
    """
    package = Package(path, data, limits)
    body = package.body()
    composer = Composer(page=1 if body.get(f"{TEXT}use-soft-page-breaks") == "true" else 0)
    styles = Styles(package.styles())
    lines = Lines(composer, styles, changes(body))
    Body(composer, lines, styles).blocks(body)
    lines.close()
    return whole(composer.draft(path, _remarks(package)), limits)


def _remarks(package: Package) -> tuple[Tellable, ...]:
    """What whoever checks should know of how the file was read."""
    said: list[Tellable] = []
    if any(letter.isalpha() for aside in package.asides() for letter in plain(aside)):
        said.append(Phrase("Headers and footers are no part of the letter, and were not read."))
    if package.has_macros:
        said.append(Phrase("The file holds macros. They were not run; send Amazon a file without any."))
    return tuple(said)
