"""PDF to letters: paragraphs as they were written, and a clear word about each file that is none."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paperwork import FONT, SAMPLES, WORDS, lines_at, marked, one_page, packed, page, pdf, sample, stream, written
from poalint.errors import DraftError
from poalint.limits import USUAL, Limits
from poalint.readers import read
from poalint.readers.paper.hyphens import joined, words_of
from program import run


def refusal(data: bytes, limits: Limits = USUAL) -> DraftError:
    with pytest.raises(DraftError) as caught:
        read("letter.pdf", data, ".pdf", limits)
    assert caught.value.where == "letter.pdf"
    assert caught.value.remedy
    return caught.value


def found(data: bytes) -> list[tuple[str, str]]:
    return marked(read("letter.pdf", data, ".pdf"))


# -- files of real programs ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["pdf-libreoffice.pdf", "pdf-chromium.pdf"])
def test_what_was_printed_is_read_as_it_was_written(name: str) -> None:
    assert marked(sample(name)) == written()


@pytest.mark.parametrize(
    ("name", "words", "place"),
    [
        ("pdf-libreoffice.pdf", "Plan of Action: Late", (1, 1)),
        ("pdf-libreoffice.pdf", "Since then our late", (1, 21)),
        ("pdf-libreoffice.pdf", "In April we will", (2, 2)),
        ("pdf-libreoffice.pdf", "Anna Meyer\n", (2, 5)),
        ("pdf-chromium.pdf", "Preventive Actions", (1, 17)),
        ("pdf-chromium.pdf", "Since 25 March", (2, 1)),
    ],
)
def test_places_are_pages_and_the_paragraphs_on_them(name: str, words: str, place: tuple[int, int]) -> None:
    draft = sample(name)
    assert draft.place(draft.text.index(words)) == place
    assert not draft.has_lines


def test_a_paragraph_that_goes_on_on_the_next_page_turns_there() -> None:
    draft = sample("pdf-libreoffice.pdf")
    mark = next(mark for mark in draft.marks if draft.text.startswith("Since then", mark.start))
    assert draft.place(mark.start)[0] == 1
    assert draft.place(mark.end - 1) == (2, 1)


def test_headers_footers_and_page_numbers_are_no_part_of_the_letter() -> None:
    for name in ("pdf-libreoffice.pdf", "pdf-chromium.pdf"):
        text = sample(name).text
        assert "Page 1" not in text
        assert "1/2" not in text
        assert "Plan of Action, Brightwater" not in text


def test_notes_on_a_page_are_extras_and_not_text() -> None:
    draft = sample("pdf-notes.pdf")
    (note,) = draft.extras
    assert (note.kind, note.words) == ("comment", "这里要先问老王")
    assert draft.text[note.start : note.end].startswith("We shipped 41 orders late")
    assert note.words not in draft.text


def test_a_file_that_may_be_read_but_not_changed_is_read() -> None:
    assert "We refunded all 41 buyers." in sample("pdf-restricted.pdf").text


@pytest.mark.parametrize(
    ("name", "reason", "remedy"),
    [("pdf-locked.pdf", "locked with a password", "password"), ("pdf-scanned.pdf", "pictures of pages", "as PDF from")],
)
def test_what_cannot_be_read_says_why(name: str, reason: str, remedy: str) -> None:
    error = refusal((SAMPLES / name).read_bytes())
    assert reason in error.reason
    assert remedy in error.remedy


def test_the_program_reads_a_pdf_and_says_where_things_stand(tmp_path: Path) -> None:
    done = run("check", SAMPLES / "pdf-libreoffice.pdf")
    assert (done.status, "ready" in done.out) == (0, True)
    bad = tmp_path / "letter.pdf"
    bad.write_bytes(lines_at((72, 700, 11, "Dear Amazon,"), (72, 670, 11, "Please, my family will starve.")))
    done = run("check", bad)
    assert done.status == 1
    assert "page 1, paragraph 2" in done.out
    scanned = run("check", SAMPLES / "pdf-scanned.pdf")
    assert scanned.status == 2
    assert "as a scanner makes them" in " ".join(scanned.err.split())


# -- lines to paragraphs -------------------------------------------------------------------------------------------

FULL = "We compare the handling time of all our listings with the stock list, and the manager of the store"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            [(72, 700, 11, FULL), (72, 686, 11, "signs the list."), (72, 660, 11, "Then he goes.")],
            [("paragraph", f"{FULL} signs the list."), ("paragraph", "Then he goes.")],
            id="a wider gap",
        ),
        pytest.param(
            [(72, 700, 11, FULL), (72, 686, 11, "signs the list."), (72, 672, 11, "Then he goes.")],
            [("paragraph", f"{FULL} signs the list."), ("paragraph", "Then he goes.")],
            id="a short last line",
        ),
        pytest.param(
            [(72, 700, 18, "What happened"), (72, 670, 11, FULL), (72, 656, 11, "signs the list.")],
            [("heading", "What happened"), ("paragraph", f"{FULL} signs the list.")],
            id="larger type",
        ),
        pytest.param(
            [(72, 700, 11, FULL), (72, 686, 11, "signs the list."), (72, 672, 11, "1. One item"),
             (72, 658, 11, "2. Two")],
            [("paragraph", f"{FULL} signs the list."), ("list-item", "One item"), ("list-item", "Two")],
            id="numbers before items",
        ),
        pytest.param(
            [(72, 700, 11, FULL), (72, 686, 11, FULL), (72, 672, 11, "4. That was too much.")],
            [("paragraph", f"{FULL} {FULL} 4. That was too much.")],
            id="a number that ends a sentence",
        ),
        pytest.param(
            [(72, 700, 11, "Week"), (200, 700, 11, "Late"), (72, 680, 11, "4 March"), (200, 680, 11, "9")],
            [("table-row", "| Week | Late |"), ("table-row", "| 4 March | 9 |")],
            id="a table",
        ),
        pytest.param(
            [(92, 700, 11, FULL[:-10]), (72, 686, 11, FULL), (72, 672, 11, "signs the list."),
             (92, 658, 11, FULL[:-10]), (72, 644, 11, "signs it.")],
            [("paragraph", f"{FULL[:-10]} {FULL} signs the list."), ("paragraph", f"{FULL[:-10]} signs it.")],
            id="first lines are indented",
        ),
    ],
)  # fmt: skip
def test_lines_become_what_they_were(
    lines: list[tuple[float, float, float, str]], expected: list[tuple[str, str]]
) -> None:
    assert found(lines_at(*lines)) == expected


@pytest.mark.parametrize("font", [b"Helvetica-Bold", b"ABCDEF+Calibri-Bold", b"SimHei-Heavy"])
def test_where_all_is_bold_nothing_is_a_heading(font: bytes) -> None:
    made = found(lines_at((72, 700, 11, FULL), (72, 686, 11, "signs the list."), font=font))
    assert made == [("paragraph", f"{FULL} signs the list.")]


@pytest.mark.parametrize(
    ("before", "after", "elsewhere", "whole"),
    [
        ("our ship-", "ment rate", "", "our shipment rate"),
        ("a well-", "known fact", "", "a well-known fact"),
        ("our self-", "made list", "", "our self-made list"),
        ("a stock-", "list of ours", "the stock-list was old", "a stock-list of ours"),
        ("a stock-", "list of ours", "the stocklist was old", "a stocklist of ours"),
        ("a stock-", "list of ours", "our stock has a list", "a stock-list of ours"),
        ("the early after\u2010", "noon", "", "the early afternoon"),
        ("the early after \u2010", "noon", "", "the early afternoon"),
        ("the early after\u00ad", "noon", "", "the early afternoon"),
        ("order 404-", "6612097", "", "order 404-6612097"),
        ("B0-", "Xy", "", "B0-Xy"),
        ("we shipped -", "late", "", "we shipped - late"),
        ("深圳市", "明亮家居", "", "深圳市明亮家居"),
        ("two", "words", "", "two words"),
    ],
)
def test_hyphens_at_line_ends_are_undone_with_care(before: str, after: str, elsewhere: str, whole: str) -> None:
    assert joined(before, after, words_of([elsewhere, before, after])) == whole


# -- input that means harm -----------------------------------------------------------------------------------------

CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
SMALL = replace(USUAL, unpacked_megabytes=2)


def _loop() -> bytes:
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /X 6 0 R >> >> "
    draws = b"<< /Type /Page /Parent 2 0 R /Resources << /XObject << /X 6 0 R >> >> /Contents 5 0 R >>"
    tree = b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>"
    return pdf(CATALOGUE, tree, FONT, draws, stream(b"/X Do " * 200), stream(b"/X Do " * 200, form))


HARMFUL = {
    "a circle of pages": (pdf(CATALOGUE, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"), "in a circle"),
    "a wider circle": (
        pdf(CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
        "in a circle",
    ),
    "an object that is itself": (pdf(CATALOGUE, b"2 0 R"), "damaged"),
    "a deep tree": (
        pdf(CATALOGUE, *(b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (n + 3) for n in range(3000))),
        "too deep in each other",
    ),
    "deep arrays": (one_page(stream(WORDS)).replace(b"/Count 1", b"/Count 1 /X " + b"[" * 20000), "damaged"),
    "a bomb": (one_page(packed(b" " * 40_000_000)), "unpacks to more than 2 MB"),
    "a bomb in a bomb": (one_page(packed(b" " * 40_000_000, times=2)), "unpacks to more than 2 MB"),
    "a page without end": (one_page(packed(b"BT /F1 9 Tf " + b"() Tj " * 330_000)), "draws more than a letter"),
    "many pages": (
        pdf(CATALOGUE, b"<< /Type /Pages /Kids [%b] /Count 60 >>" % (b"4 0 R " * 60), FONT, page(5), stream(WORDS)),
        "has 60 pages",
    ),
    "a count that lies": (one_page(stream(WORDS)).replace(b"/Count 1", b"/Count 99999999"), "has 99999999 pages"),
    "pages by the thousand, not counted": (
        pdf(CATALOGUE, b"<< /Type /Pages /Kids [%b] /Count 1 >>" % (b"4 0 R " * 5000), FONT, page(5), stream(WORDS)),
        "listed in more parts",
    ),
    "forms that draw themselves": (_loop(), "the draft is empty"),
    "half a file": ((SAMPLES / "pdf-libreoffice.pdf").read_bytes()[:9000], "damaged"),
    "a head alone": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "damaged"),
    "zeros": (b"%PDF-1.7\n" + bytes(1_000_000), "damaged"),
    "nothing written": (one_page(stream(b"")), "the draft is empty"),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_a_file_that_means_harm_is_refused_soon_and_says_why(name: str) -> None:
    data, reason = HARMFUL[name]
    begin = time.monotonic()
    assert reason in refusal(data, SMALL).reason
    assert time.monotonic() - begin < 10


def test_reading_ends_when_the_time_is_over() -> None:
    busy = one_page(packed(b"BT /F1 9 Tf " + b"(a) Tj 0 -1 Td " * 40_000))
    assert "longer than 0.01 seconds" in refusal(busy, replace(USUAL, seconds=0.01)).reason


def test_a_file_that_is_too_large_is_not_even_looked_at() -> None:
    assert "3.0 MB" in refusal(b"%PDF" + bytes(3_000_000), replace(USUAL, file_megabytes=1)).reason


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    for data, _ in (HARMFUL["half a file"], HARMFUL["forms that draw themselves"]):
        refusal(data)
    assert caplog.text == ""
    assert capfd.readouterr().err == ""


GOOD = (SAMPLES / "pdf-restricted.pdf").read_bytes()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.binary(max_size=6)), min_size=1, max_size=12))
def test_a_damaged_file_gives_a_draft_or_a_refusal(changes: list[tuple[int, bytes]]) -> None:
    data = bytearray(GOOD)
    for at, new in changes:
        data[at : at + len(new)] = new
    try:
        draft = read("letter.pdf", bytes(data), ".pdf", replace(USUAL, seconds=5))
    except DraftError:
        return
    assert all(draft.text[mark.start : mark.end].strip() for mark in draft.marks)
