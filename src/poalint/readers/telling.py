"""What format a file is in: told by its first bytes, whatever its name ends in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from poalint.speech import Phrase, Tellable

_WORD = Phrase("Save it in Word as .docx, or as plain text (.txt), and check that.")
_EXPORT = Phrase("Export the letter as .docx or as plain text (.txt), and check that.")
_PICTURE = Phrase("Type the letter's words into a file, or copy them there: a picture has none to read.")
_UNPACK = Phrase("Unpack it, and check the letter alone.")
SAVE = Phrase("Save the letter as plain text (.txt) and check that.")
"""What always helps."""


@dataclass(frozen=True, slots=True)
class Told:
    """A format: its ``name`` in the table of readers ("" where none will ever read it), and what people call it.

    ``remedy`` helps whoever has one that cannot be read.
    """

    name: str
    called: Tellable
    remedy: Tellable = SAVE


PDF = Told("pdf", Phrase("a PDF"))
RTF = Told("rtf", Phrase("an RTF document"))
WORD = Told("word", Phrase("a Word document"))
OPENDOCUMENT = Told("opendocument", Phrase("an OpenDocument text"))
HTML = Told("html", Phrase("an HTML page"))
EMAIL = Told("email", Phrase("an e-mail"))
MARKDOWN = Told("markdown", Phrase("Markdown"))
TEXT = Told("text", Phrase("plain text"))
_ZIP = Told("", Phrase("a ZIP archive"), _UNPACK)
_OLD_WORD = Told("", Phrase("an old Word or WPS document"), _WORD)
_LOCKED = Told(
    "",
    Phrase("a document with a password"),
    Phrase("Save it without a password, and check that: Amazon could not open it either."),
)
_BY_NAME = {each.name: each for each in (PDF, RTF, WORD, OPENDOCUMENT, HTML, EMAIL, MARKDOWN, TEXT)}

_FIRST_BYTES = (
    (b"%PDF-", PDF),
    (b"{\\rtf", RTF),
    (b"\x89PNG\r\n\x1a\n", Told("", Phrase("a picture (PNG)"), _PICTURE)),
    (b"\xff\xd8\xff", Told("", Phrase("a picture (JPEG)"), _PICTURE)),
    (b"GIF87a", Told("", Phrase("a picture (GIF)"), _PICTURE)),
    (b"GIF89a", Told("", Phrase("a picture (GIF)"), _PICTURE)),
    (b"II*\x00", Told("", Phrase("a picture (TIFF)"), _PICTURE)),
    (b"MM\x00*", Told("", Phrase("a picture (TIFF)"), _PICTURE)),
    (b"\x1f\x8b", Told("", Phrase("a gzip archive"), _UNPACK)),
    (b"Rar!\x1a\x07", Told("", Phrase("a RAR archive"), _UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", Told("", Phrase("a 7-Zip archive"), _UNPACK)),
    (b"SQLite format 3\x00", Told("", Phrase("a database"))),
)
_RIFF_PICTURE = re.compile(rb"RIFF....WEBP|....ftyp(?:heic|heix|mif1|avif)", re.DOTALL)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (  # names of streams, as the directory of such a file holds them
    ("EncryptedPackage", _LOCKED),
    ("WordDocument", _OLD_WORD),
    ("Workbook", Told("", Phrase("an old Excel workbook (.xls)"))),
    ("PowerPoint Document", Told("", Phrase("old PowerPoint slides (.ppt)"))),
    ("__properties_version1.0", Told("", Phrase("an Outlook message (.msg)"), Phrase("Save it in Outlook as text."))),
)
_IN_ZIP = (  # by what a name in it begins with
    ("word/", WORD),
    ("xl/", Told("", Phrase("an Excel workbook"))),
    ("ppt/", Told("", Phrase("PowerPoint slides"))),
    ("Index/Document.iwa", Told("", Phrase("a Pages document"), _EXPORT)),
    ("Index.zip", Told("", Phrase("a Pages document"), _EXPORT)),
    ("META-INF/container.xml", Told("", Phrase("an e-book (EPUB)"))),
)
_ODF = b"application/vnd.oasis.opendocument."
_BOM = b"\xef\xbb\xbf"
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FLAT = re.compile(rb"\A\s*<\?xml[^>]{0,200}\?>\s*<office:document\b")
"""An OpenDocument text that is one file of XML."""
_HEADER = re.compile(rb"(?P<name>[A-Za-z][A-Za-z-]{1,40}):[^\r\n]*\r?\n(?:[ \t]+[^\r\n]*\r?\n)*")
_MAIL = frozenset({b"from", b"to", b"date", b"subject", b"message-id", b"mime-version", b"received", b"return-path"})
_OF_PROGRAMS = frozenset({b"message-id", b"mime-version", b"received", b"return-path"})
"""Headers that programs write: a letter may begin with "From:" and "Subject:" too."""


def told(data: bytes) -> Told | None:
    """The format that the first bytes tell, and for archives the names of what is in them; None where they do not."""
    for first, format_ in _FIRST_BYTES:
        if data.startswith(first):
            return format_
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if data.startswith(_OLE):
        return _old_office(data)
    if _RIFF_PICTURE.match(data):
        return Told("", Phrase("a picture"), _PICTURE)
    start = data[:8192].removeprefix(_BOM)
    if _HTML.match(_narrow(start)):
        return HTML
    if _FLAT.search(start):
        return OPENDOCUMENT
    return EMAIL if _is_mail(start) else None


def by_name(name: str) -> Told:
    """What a format of that name in the table of readers is called."""
    return _BY_NAME.get(name, TEXT)


def _narrow(start: bytes) -> bytes:
    """UTF-16 as one byte a character, as far as it is ASCII."""
    return start[2:].replace(b"\0", b"") if start.startswith((b"\xff\xfe", b"\xfe\xff")) else start


def _zipped(data: bytes) -> Told:
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        names = _first_names(data)  # its end is missing: the reader will say so
    if "mimetype" in names and _ODF in data[:200]:
        return OPENDOCUMENT if _ODF + b"text" in data[:200] else Told("", Phrase("an OpenDocument file without text"))
    return next((format_ for name, format_ in _IN_ZIP if any(each.startswith(name) for each in names)), _ZIP)


def _first_names(data: bytes) -> list[str]:
    found = re.finditer(rb"PK\x03\x04.{22}(?P<length>..).{2}", data, re.DOTALL)
    return [data[m.end() : m.end() + int.from_bytes(m["length"], "little")].decode("latin-1") for m in found]


def _old_office(data: bytes) -> Told:
    found = (format_ for name, format_ in _OLE_STREAMS if name.encode("utf-16-le") in data)
    return next(found, _OLD_WORD)


def _is_mail(start: bytes) -> bool:
    """Whether the text begins with the headers of a mail, some of them a program's."""
    names: set[bytes] = set()
    at = 0
    while header := _HEADER.match(start, at):
        names.add(header["name"].lower())
        at = header.end()
    return len(names & _MAIL) >= 3 and bool(names & _OF_PROGRAMS)
