"""PDF files put together by hand, and the letter that the samples were made of."""

import json
import zlib
from pathlib import Path

from poalint.limits import USUAL, Limits
from poalint.model import Draft
from poalint.readers import read

SAMPLES = Path(__file__).parent / "samples"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
WORDS = b"BT /F1 12 Tf 72 700 Td (We shipped 41 orders late.) Tj ET"


def sample(name: str, limits: Limits = USUAL) -> Draft:
    """The draft in a sample file."""
    return read(name, (SAMPLES / name).read_bytes(), Path(name).suffix, limits)


def marked(draft: Draft) -> list[tuple[str, str]]:
    """What a draft's file says of its text: each kind with its words."""
    return [(mark.kind, draft.text[mark.start : mark.end]) for mark in draft.marks]


def written() -> list[tuple[str, str]]:
    """What was written in the letter that the samples were made of, as readers should find it."""
    found: list[tuple[str, str]] = []
    for block in json.loads((SAMPLES / "paper-letter.json").read_text(encoding="utf-8"))["blocks"]:
        kind = block["kind"]
        if kind in ("bullets", "numbers"):
            found += [("list-item", " ".join(item.split())) for item in block["items"]]
        elif kind == "table":
            found += [("table-row", f"| {' | '.join(cells)} |") for cells in block["rows"]]
        else:
            found.append((kind, " ".join(block["text"].split())))
    return found


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    at, size = len(out), len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size + b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, at))


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %b>>\nstream\n%b\nendstream" % (len(data), extra, data)


def packed(data: bytes, times: int = 1) -> bytes:
    """A stream that unpacks to ``data``, packed so many times."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, b"/Filter [%b] " % (b"/FlateDecode " * times))


def page(contents: int, extra: bytes = b"") -> bytes:
    """A page object whose font is object 3."""
    looks = b"/MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
    return b"<< /Type /Page /Parent 2 0 R %b /Contents %d 0 R %b>>" % (looks, contents, extra)


def one_page(contents: bytes, extra: bytes = b"") -> bytes:
    """A PDF of one page with a stream as its contents."""
    tree = b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>"
    return pdf(b"<< /Type /Catalog /Pages 2 0 R >>", tree, FONT, page(5, extra), contents)


def lines_at(*lines: tuple[float, float, float, str], font: bytes = b"Helvetica") -> bytes:
    """A PDF of one page with lines of text at places: x, y, size, words."""
    text = "".join(f"BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET\n" for x, y, size, words in lines)
    made = one_page(stream(text.encode("latin-1")))
    return made if font == b"Helvetica" else made.replace(b"/Helvetica", b"/" + font)
