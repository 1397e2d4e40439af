"""PDF with text in it.

pypdf and pdfplumber were both tried on letters printed by LibreOffice and Chromium. Both give every word, in the same
order. pdfplumber tells the width of each character, but takes four to five times as long, 15 MB more memory and
four more packages, and unpacks whatever a stream holds: a file of some kilobytes can fill the memory. pypdf bounds
what it unpacks, parses and follows, and each bound can be set. So pypdf reads the file, and `paper` makes paragraphs
of where it says that text stands.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader, apply_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PdfReadError

from poalint.errors import DraftError
from poalint.limits import Limits, more
from poalint.model import Draft
from poalint.readers.clock import Clock
from poalint.readers.paper.furniture import without_furniture
from poalint.readers.paper.lines import Line, lines_of
from poalint.readers.paper.notes import Note, notes_of, with_notes
from poalint.readers.paper.paragraphs import parts_of
from poalint.readers.paper.quiet import quiet
from poalint.readers.paper.scraps import scraps_of
from poalint.readers.parts import drafted
from poalint.readers.size import measured
from poalint.speech import Phrase, Tellable

_OPERATIONS = 400_000
"""A full page has some thousand operators and operands."""
_FORMS = 300
"""A page of a letter draws a form or two: a logo, a stamp."""
_UNPACKED = (
    "maximum_declared_stream_length",
    "array_based_stream_maximum_output_length",
    "lzw_maximum_output_length",
    "run_length_maximum_output_length",
    "zlib_maximum_output_length",
    "stream_decoding_work_maximum_length",
)
"""The bounds of pypdf's that count bytes which something is unpacked to."""
_UNREADABLE = 0.2
"""Where so large a share of the characters stands for none, the fonts do not tell their letters."""


def read(path: str, data: bytes, limits: Limits) -> Draft:
    """A draft from a PDF. Raises DraftError where it is locked, damaged, scanned, too large or built to mislead."""
    measured(path, data, limits)
    most = int(limits.unpacked_megabytes * 1e6)
    clock = Clock(path, limits.seconds)
    bounds: dict[str, Any] = dict.fromkeys(_UNPACKED, most)
    bounds["page_tree_maximum_depth"] = limits.nesting
    bounds["page_tree_maximum_entries"] = 20 * limits.pages + 100
    bounds["stream_parsing_work_maximum_count"] = _OPERATIONS
    bounds["xform_maximum_invocations_per_extraction"] = _FORMS
    with quiet(), apply_configuration(**bounds):
        try:
            found = _found(path, data, limits, clock)
        except DraftError:
            raise
        except LimitReachedError as error:
            raise _too_much(path, f"{error}".lower(), limits) from error
        except FileNotDecryptedError as error:
            raise _locked(path) from error
        except DependencyError as error:
            raise DraftError(
                path,
                "the PDF is encrypted in a way that needs one more library",
                'Install it: pip install "pypdf[crypto]"',
            ) from error
        except RecursionError as error:
            raise _bad(path, Phrase("the objects of the PDF stand in each other too deep, or in a circle")) from error
        except Exception as error:  # a parser of broken bytes fails in every way there is; that is the file's fault
            if isinstance(error, PdfReadError) and "cycl" in f"{error}".lower():
                raise _bad(path, Phrase("its pages stand in each other in a circle")) from error
            raise _bad(path, Phrase("the PDF is damaged ({why})", why=_short(error))) from error
    _judge(path, found)
    made = list(parts_of(without_furniture(found.pages, found.heights)))
    tops = [(part.page, top) for part, top in made]
    return drafted(path, with_notes([part for part, _ in made], tops, found.notes), limits, found.remarks)


@dataclass(frozen=True, slots=True)
class _Found:
    """What pypdf finds on the pages: their lines and heights, notes stuck on, and which of them are mere pictures."""

    pages: list[list[Line]]
    heights: list[float]
    notes: list[Note]
    pictures: list[int]
    remarks: tuple[Tellable, ...]


def _found(path: str, data: bytes, limits: Limits, clock: Clock) -> _Found:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _locked(path)
    tree: Any = reader.root_object["/Pages"].get_object()
    told = tree.get("/Count")
    count = len(reader.pages) if not isinstance(told, int) or told <= limits.pages else int(told)
    if count > limits.pages:
        raise DraftError(
            path,
            Phrase(
                "the PDF has {count} pages, {most} at most are read; a Plan of Action has about two",
                count=count,
                most=limits.pages,
            ),
            more("pages"),
        )
    pages: list[list[Line]] = []
    heights: list[float] = []
    notes: list[Note] = []
    pictures: list[int] = []
    for number, page in enumerate(reader.pages, 1):
        lines = lines_of(scraps_of(page, clock, limits), number)
        if not lines and _has_picture(page):
            pictures.append(number)
        pages.append(lines)
        heights.append(_height(page))
        notes += notes_of(page, number)
    return _Found(pages, heights, notes, pictures, _remarks(reader, pictures))


def _judge(path: str, found: _Found) -> None:
    """Raise DraftError where the pages hold pictures of a letter instead of its text."""
    text = "".join(line.text for lines in found.pages for line in lines)
    if not text and found.pictures:
        raise DraftError(
            path,
            "the PDF holds pictures of pages and no text, as a scanner makes them",
            "Save the letter as PDF from the program that it was written in, or check its source.",
        )
    unknown = sum(each == "\ufffd" or "\ue000" <= each <= "\uf8ff" or each < " " for each in text)
    if unknown > _UNREADABLE * len(text):
        raise _bad(path, Phrase("the fonts of the PDF do not tell which letters their shapes stand for"))


def _height(page: Any) -> float:
    """How high a page is, in points; that of A4 where it does not say."""
    box = page.get("/MediaBox")
    sides = list(box.get_object()) if box is not None else []
    return float(sides[3]) if len(sides) == 4 else 842.0


def _has_picture(holder: Any, depth: int = 2) -> bool:
    """Whether a page shows a picture, itself or in a form that it draws."""
    resources = holder.get("/Resources")
    drawn = resources.get_object().get("/XObject") if resources is not None else None
    for each in list(drawn.get_object().values())[:50] if drawn is not None else ():
        shown = each.get_object()
        if shown.get("/Subtype") == "/Image" or (depth and shown.get("/Subtype") == "/Form" and _has_picture(shown, 0)):
            return True
    return False


def _remarks(reader: PdfReader, pictures: list[int]) -> tuple[Tellable, ...]:
    found: list[Tellable] = [
        Phrase("page {page} is a picture without text, which is not checked", page=page) for page in pictures[:5]
    ]
    form = reader.root_object.get("/AcroForm")
    if form is not None and form.get_object().get("/Fields"):
        found.append(Phrase("the PDF is a form; what is typed into its fields is not checked"))
    return tuple(found)


def _locked(path: str) -> DraftError:
    return DraftError(path, "the PDF is locked with a password", "Save it without a password, or check its source.")


def _too_much(path: str, why: str, limits: Limits) -> DraftError:
    """Which bound was met. pypdf tells it in words alone, so they are looked at; what is not known is told as it is."""
    if "page tree" in why:
        reason = Phrase("its pages are listed in more parts than those of any letter, or too deep in each other")
    elif "token" in why or "invocation" in why or "xform" in why:
        reason = Phrase("a page of it draws more than a letter can hold")
    elif any(word in why for word in ("decompress", "decod", "output", "length")):
        reason = Phrase("a part of the PDF unpacks to more than {size} MB", size=f"{limits.unpacked_megabytes:g}")
        return DraftError(path, reason, more("unpacked-megabytes"))
    else:
        reason = Phrase("the PDF holds more than a letter can ({why})", why=why[:80])
    return _bad(path, reason)


def _bad(path: str, reason: Phrase) -> DraftError:
    return DraftError(path, reason, "Check the document that it was made of, or save that as PDF again.")


def _short(error: Exception) -> str:
    """What the library says, on one line; it may quote the file."""
    return " ".join(f"{error}".split())[:80] or type(error).__name__
