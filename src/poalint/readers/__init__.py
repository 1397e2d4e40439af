"""Bytes to drafts: one table, one file a format, imported when a draft needs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module

from poalint.errors import DraftError
from poalint.limits import USUAL, Limits
from poalint.model import Draft
from poalint.readers.telling import by_name, told
from poalint.speech import Phrase

Read = Callable[[str, bytes, Limits], Draft]
"""What each reader's module offers as ``read``: path, bytes and limits to a draft. Raises DraftError."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A format that drafts are kept in.

    ``title`` is what people call it, ``module`` the one under ``poalint.readers`` that reads it, ``extra`` the optional
    part of the installation that it needs. Folders are searched for the suffixes of formats that letters are written in
    (``sought``): other formats hold many things besides letters, and are read where a file is named.
    """

    title: str
    suffixes: tuple[str, ...]
    module: str
    extra: str = ""
    sought: bool = True


READERS: dict[str, Reader] = {
    "text": Reader("plain text", (".txt", ".text"), "text"),
    "markdown": Reader("Markdown", (".md", ".markdown"), "markdown"),
    "html": Reader("HTML", (".html", ".htm"), "html", sought=False),
    "pdf": Reader("PDF", (".pdf",), "pdf", "pdf", sought=False),
    "rtf": Reader("RTF", (".rtf",), "rtf"),
    "email": Reader("e-mail", (".eml",), "eml", sought=False),
    "word": Reader("Word", (".docx", ".docm", ".dotx", ".dotm"), "docx", "docx"),
    "opendocument": Reader("OpenDocument", (".odt", ".fodt", ".ott"), "odt", "odt"),
}
"""Every format and how it is read."""
SOUGHT = tuple(suffix for each in READERS.values() if each.sought for suffix in each.suffixes)
"""The suffixes that folders are searched for."""
_OF_LINES = ("text", "markdown", "html", "email")
"""Formats that no first byte tells for sure: there the suffix is believed, where the content does not speak up."""
_BY_SUFFIX = {suffix: name for name, each in READERS.items() for suffix in each.suffixes}


def read(path: str, data: bytes, suffix: str, limits: Limits = USUAL) -> Draft:
    """The draft in ``data``, read as what it is; where the name says something else, that is remarked.

    Among formats of plain text the suffix decides, unless the content is plainly another one's. Files of an unknown
    suffix are read as plain text, since a seller names files at will. Raises DraftError where it cannot be read, or is
    no letter.
    """
    named = _BY_SUFFIX.get(suffix.lower())
    held = told(data) or by_name(named if named in _OF_LINES else "text")
    if held.name not in READERS:
        raise DraftError(path, Phrase("this is {format}, which cannot be read", format=held.called), held.remedy)
    draft = _loaded(path, READERS[held.name])(path, data, limits)
    if named is None or named == held.name or {named, held.name} == {"text", "markdown"}:
        return draft
    said = Phrase("the name ends in {suffix}, but this is {format}, and was read so", suffix=suffix, format=held.called)
    return replace(draft, remarks=(said, *draft.remarks))


def _loaded(path: str, reader: Reader) -> Read:
    """A reader's function. Raises DraftError where what it needs is not installed."""
    try:
        made: Read = import_module(f"{__name__}.{reader.module}").read
    except ModuleNotFoundError as error:
        if not reader.extra or (error.name or "").startswith("poalint"):
            raise
        reason = Phrase("{format} is read by a part of poalint that is not installed", format=Phrase(reader.title))
        remedy = Phrase('Install it: pip install "poalint[{extra}]"', extra=reader.extra)
        raise DraftError(path, reason, remedy) from error
    return made
