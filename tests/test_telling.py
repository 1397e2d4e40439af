"""The format is told by content as well as by name."""

from __future__ import annotations

import io
import zipfile

import pytest

from poalint.errors import DraftError
from poalint.readers import READERS, read
from poalint.readers.telling import told

PLAIN = b"Dear Amazon,\n\nWe shipped 41 orders late.\n"


def zipped(*names: str, first: bytes = b"") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        if first:
            archive.writestr("mimetype", first)
        for name in names:
            archive.writestr(name, "<x/>")
    return made.getvalue()


ODT = b"application/vnd.oasis.opendocument.text"
MAIL = b"Return-Path: <a@b.c>\r\nReceived: from x\r\n by y\r\nFrom: Li\r\nSubject: Plan\r\n\r\nDear Amazon\r\n"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"{\\rtf1\\ansi We}", "rtf"),
        (zipped("[Content_Types].xml", "word/document.xml"), "word"),
        (zipped("content.xml", first=ODT), "opendocument"),
        (zipped("[Content_Types].xml", "word/document.xml")[:-30], "word"),
        (b"<!DOCTYPE html><p>We", "html"),
        (b"\xef\xbb\xbf \n<html lang=en>", "html"),
        ("<html>".encode("utf-16"), "html"),
        (MAIL, "email"),
    ],
)
def test_what_a_reader_is_for_is_told_by_its_first_bytes(data: bytes, name: str) -> None:
    found = told(data)
    assert found is not None
    assert found.name == name
    assert name in READERS


@pytest.mark.parametrize(
    "data",
    [
        PLAIN,
        b"From: Li\nTo: Amazon\nSubject: Plan of Action\nDate: 2 May\n\nDear Amazon,\n",
        b"<your name>\nWe shipped late.",
        b"---\nviolation: expired\n---\nWe",
        b"PK is our brand",
        b"",
    ],
)
def test_a_letter_is_not_taken_for_anything_else(data: bytes) -> None:
    assert told(data) is None


@pytest.mark.parametrize(
    ("data", "called"),
    [
        (b"\x89PNG\r\n\x1a\n\x00", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0", "a picture (JPEG)"),
        (zipped("xl/workbook.xml"), "an Excel workbook"),
        (zipped("Index/Document.iwa"), "a Pages document"),
        (zipped("a.txt"), "a ZIP archive"),
        (b"PK\x05\x06" + bytes(18), "a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "an old Word or WPS document"),
        (b"\x1f\x8b\x08", "a gzip archive"),
    ],
)
@pytest.mark.parametrize("suffix", ["", ".txt", ".md", ".docx"])
def test_what_nobody_reads_is_refused_by_its_name_with_a_remedy(data: bytes, called: str, suffix: str) -> None:
    with pytest.raises(DraftError) as caught:
        read("letter", data, suffix)
    assert called in str(caught.value.reason)
    assert str(caught.value.remedy)


@pytest.mark.parametrize(
    ("data", "suffix", "said"),
    [
        (b"<!doctype html><p>We shipped late.", ".txt", "the name ends in .txt, but this is an HTML page"),
        (b"<!doctype html><p>We shipped late.", ".md", "the name ends in .md, but this is an HTML page"),
        (PLAIN, ".pdf", "the name ends in .pdf, but this is plain text"),
        (PLAIN, ".DOCX", "the name ends in .DOCX, but this is plain text"),
        (PLAIN, ".txt", ""),
        (PLAIN, "", ""),
        (PLAIN, ".letter", ""),
        (b"<!doctype html><p>We shipped late.", "", ""),
    ],
)
def test_it_is_said_where_the_name_says_something_else(data: bytes, suffix: str, said: str) -> None:
    remarks = [str(each) for each in read("letter", data, suffix).remarks]
    assert [each.startswith(said) for each in remarks] == ([True] if said else [])
