# ruff: noqa: RUF001 # letters are typed with dashes
"""Bytes to text: every encoding that letters come in, and a clear word where it is none."""

from __future__ import annotations

import codecs

import pytest

from poalint.errors import DraftError
from poalint.limits import USUAL
from poalint.readers import READERS, SOUGHT, read

LETTER = "Dear Amazon,\n\nWe shipped 41 orders late – “our” fault. 深圳 😀\n"


def refusal(data: bytes, suffix: str = ".txt") -> DraftError:
    with pytest.raises(DraftError) as caught:
        read("letter.txt", data, suffix)
    return caught.value


@pytest.mark.parametrize(
    "data",
    [
        LETTER.encode(),
        codecs.BOM_UTF8 + LETTER.encode(),
        codecs.BOM_UTF16_LE + LETTER.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + LETTER.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + LETTER.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + LETTER.encode("utf-32-be"),
    ],
    ids=["utf-8", "utf-8 with BOM", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"],
)
def test_every_encoding_gives_the_same_text(data: bytes) -> None:
    draft = read("letter.txt", data, ".txt")
    assert (draft.path, draft.text) == ("letter.txt", LETTER)


@pytest.mark.parametrize("suffix", ["", ".txt", ".TXT", ".md", ".text", ".docx", ".whatever"])
def test_plain_text_is_read_whatever_the_file_is_called(suffix: str) -> None:
    assert read("letter", LETTER.encode(), suffix).text == LETTER


def test_line_endings_are_kept_so_that_places_fit() -> None:
    assert read("letter.txt", b"a\r\nb\rc\nd", ".txt").text == "a\r\nb\rc\nd"


@pytest.mark.parametrize("text", ["\x1b[31mred\x1b[0m", "tab\tand\x0cpage", "a\x0bb"])
def test_tabs_pages_and_terminal_codes_are_still_text(text: str) -> None:
    assert read("letter.txt", text.encode(), ".txt").text == text


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" ",
        b"\n\r\n\t \n",
        codecs.BOM_UTF8,
        codecs.BOM_UTF16_LE,
        codecs.BOM_UTF16_BE + " \n".encode("utf-16-be"),
        "\u00a0\u3000\u2028".encode(),
    ],
)
def test_a_draft_without_words_is_called_empty(data: bytes) -> None:
    error = refusal(data)
    assert (error.where, error.reason) == ("letter.txt", "the draft is empty")
    assert error.remedy


@pytest.mark.parametrize("invisible", ["\ufeff\ufeff", "\u200b\u200b", "\u2060 \u200b\n"])
def test_invisible_characters_are_no_words(invisible: str) -> None:
    assert refusal(invisible.encode()).reason == "the draft is empty"


BINARY = {
    "zeros": bytes(64),
    "zeros behind text": b"We shipped 41 orders late.\n" + bytes(64),
    "zeros far behind text": b"We shipped 41 orders late.\n" * 400 + bytes(64),
    "controls": bytes(range(1, 9)) * 9,
}


@pytest.mark.parametrize("name", BINARY)
def test_what_is_no_text_is_refused_with_a_remedy(name: str) -> None:
    error = refusal(BINARY[name])
    assert error.where == "letter.txt"
    assert "not a text file" in error.reason
    assert ".txt" in error.remedy


@pytest.mark.parametrize(
    ("data", "encoding", "position"),
    [
        (b"We shipped late.\xff\xfe", "UTF-8", 16),
        (codecs.BOM_UTF8 + b"We\xff", "UTF-8", 5),
        (codecs.BOM_UTF16_LE + "We".encode("utf-16-le") + b"x", "UTF-16", 6),
        (LETTER.encode()[:-2], "UTF-8", len(LETTER.encode()) - 5),
    ],
)
def test_invalid_bytes_are_told_with_encoding_and_position(data: bytes, encoding: str, position: int) -> None:
    error = refusal(data)
    assert error.where == "letter.txt"
    assert f"not valid {encoding}" in error.reason
    assert re_numbers(error.reason) == [position]
    assert "UTF-8" in error.remedy


def re_numbers(text: str) -> list[int]:
    return [int(word) for word in text.split() if word.isdigit()]


def test_a_file_that_is_too_large_is_refused_with_its_size() -> None:
    error = refusal(b"word " * 1_000_000)
    assert "5.0 MB" in error.reason
    assert "a text may have 1;" in error.reason
    assert "`megabytes`" in error.remedy


def test_the_largest_file_that_may_be_is_read() -> None:
    widest = "w" * USUAL.characters
    assert len(read("letter.txt", widest.encode("utf-16"), ".txt").text) == USUAL.characters
    assert f"{USUAL.characters + 1:,} characters" in refusal(b"w" * (USUAL.characters + 1)).reason
    assert "MB" in refusal(b"w" * (int(USUAL.megabytes * 1e6) + 1)).reason


def test_an_error_reads_as_place_reason_remedy() -> None:
    assert str(refusal(b"")) == "letter.txt: the draft is empty. Put the letter's text into the file."


def test_folders_are_searched_for_the_suffixes_in_the_table() -> None:
    assert {".txt", ".md"} <= set(SOUGHT)
    assert all(
        suffix.startswith(".") and suffix == suffix.lower() for each in READERS.values() for suffix in each.suffixes
    )
