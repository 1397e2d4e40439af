r"""RTF to letters: structure, code pages, what was deleted and hidden, and files that no program writes."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paperwork import SAMPLES, marked, sample, written
from poalint.errors import DraftError
from poalint.limits import USUAL, Limits
from poalint.model import Draft
from poalint.readers import READERS, SOUGHT, read
from poalint.readers.rtf import read as rtf_itself
from program import run


def rtf(body: str, head: str = r"\ansi\ansicpg1252") -> bytes:
    return f"{{\\rtf1{head}\n{body}}}".encode("latin-1")


def draft(body: str, head: str = r"\ansi\ansicpg1252") -> Draft:
    return read("letter.rtf", rtf(body, head), ".rtf")


def extras(made: Draft) -> list[tuple[str, str, str]]:
    return [(each.kind, made.text[each.start : each.end], each.words) for each in made.extras]


def refusal(data: bytes, limits: Limits = USUAL) -> DraftError:
    with pytest.raises(DraftError) as caught:
        read("letter.rtf", data, ".rtf", limits)
    assert caught.value.remedy
    return caught.value


# -- files of real programs ----------------------------------------------------------------------------------------


def test_what_libreoffice_saved_is_read_as_it_was_written() -> None:
    made = sample("rtf-libreoffice.rtf")
    assert marked(made) == written()
    assert [made.place(mark.start) for mark in made.marks] == [(0, number + 1) for number in range(len(made.marks))]


def test_what_libreoffice_keeps_beside_the_text_is_told() -> None:
    made = sample("rtf-extras.rtf")
    assert extras(made) == [
        ("comment", "March", "这里要先问老王"),
        ("insertion", "and April", "and April"),
        ("deletion", "April.", "because the carrier is bad"),
        ("hidden", "buyers.", "Do not tell them about May."),
    ]
    assert "老王" not in made.text
    assert "Do not tell" not in made.text
    assert marked(made)[-1] == ("paragraph", "We will count the parcels every day. 深圳")


def test_what_word_writes_is_read() -> None:
    made = sample("rtf-word-style.rtf")
    assert marked(made) == [
        ("heading", "Plan of Action"),
        ("paragraph", "Dear Amazon,"),
        ("heading", "Root Cause"),
        (
            "paragraph",
            "We shipped 41 orders late \u2013 that is our own fault, the seller\u2019s. "
            "The handling time\u00a0was 1 day.",
        ),
        ("list-item", "We refunded all 41 buyers on 20 March."),
        ("list-item", "See our page {A}."),
        ("table-row", "| Week | Late |"),
        ("table-row", "| 4 March | 9 |"),
        ("paragraph", "Yours,\nAnna Meyer, 深圳市明亮家居 😀"),
    ]
    assert extras(made) == [
        ("insertion", "that is", "that is"),
        ("deletion", "seller\u2019s.", "The carrier is to blame."),
        ("comment", "The handling time", "请先问一下老王再发"),
        ("hidden", "day.", "Hide May."),
        ("field", "20", "MERGEFIELD RefundDate"),
    ]
    assert made.remarks == ()


def test_the_program_finds_rtf_in_folders_and_names_paragraphs(tmp_path: Path) -> None:
    (tmp_path / "letter.rtf").write_bytes(rtf(r"Dear Amazon,\par Please, my family will starve.\par "))
    (tmp_path / "invoice.pdf").write_bytes(b"%PDF")
    (tmp_path / "mail.eml").write_bytes(b"Subject: x")
    done = run("check", tmp_path)
    assert done.status == 1
    assert "paragraph 2" in done.out
    assert not {".pdf", ".eml"} & set(SOUGHT)
    assert READERS["rtf"].extra == ""


# -- the grammar ---------------------------------------------------------------------------------------------------

GBK = "".join(f"\\'{byte:02x}" for byte in "深圳".encode("gbk"))
ODD_GBK = "".join(f"\\'{byte:02x}" if byte > 127 else chr(byte) for byte in "镕".encode("gbk"))


@pytest.mark.parametrize(
    ("body", "head", "text"),
    [
        (r"We shipped late.", r"\ansi", "We shipped late."),
        (r"caf\'e9 \'96 it", r"\ansi\ansicpg1252", "caf\u00e9 \u2013 it"),
        (GBK, r"\ansi\ansicpg936", "深圳"),
        (ODD_GBK, r"\ansi\ansicpg936", "镕"),
        (r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset134 SimSun;}}\f0 caf\'e9 \f1 " + GBK, r"\ansi", "café 深圳"),
        (r"\uc1\u28145?\u22323?", r"\ansi", "深圳"),
        (r"\uc2\u28145\'c9\'ee\u22323\'db\'da x", r"\ansi", "深圳 x"),
        (r"\uc0\u28145 \u22323 x", r"\ansi", "深圳x"),
        (r"{\uc0\u28145 }\u22323? x", r"\ansi", "深圳 x"),
        (r"\u-10179?\u-8704?", r"\ansi", "😀"),
        (r"\u-10179?a", r"\ansi", "a"),
        (r"{\upr{old}{\*\ud{new}}}", r"\ansi", "new"),
        (r"a{\*\unknown b{c}}d", r"\ansi", "ad"),
        (r"a{\pict\pngblip 89504e47}d", r"\ansi", "ad"),
        (r"a{\pict\bin5 }}{{\ }d", r"\ansi", "ad"),
        (r"a\-b\_c\{\}\\", r"\ansi", "ab\u2011c{}\\"),
        (r"a{\field{\*\fldinst{HYPERLINK x}}{\fldrslt our page}}", r"\ansi", "aour page"),
        (r"\ansicpg99999 abc", "", "abc"),
        ("a\r\nb", r"\ansi", "ab"),
        (r"{\header h\par}{\footer f\par}body", r"\ansi", "body"),
        (r"{\info{\title T}{\author A}}body", r"\ansi", "body"),
        (r"body}{\b trailing", r"\ansi", "body"),
    ],
)  # fmt: skip
def test_bytes_become_the_characters_that_a_reader_sees(body: str, head: str, text: str) -> None:
    assert draft(body, head).text == text + "\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"one\par two\par\par three", [("paragraph", "one"), ("paragraph", "two"), ("paragraph", "three")]),
        (r"\outlinelevel0 Cause\par\pard text", [("heading", "Cause"), ("paragraph", "text")]),
        (
            r"{\stylesheet{\s4 heading 2;}{\s5 Quote;}}\pard\s4 Cause\par\pard\s5 text",
            [("heading", "Cause"), ("paragraph", "text")],
        ),
        (r"{\pntext\'b7\tab}one\par{\listtext 2.\tab}two\par\pard three",
         [("list-item", "one"), ("list-item", "two"), ("paragraph", "three")]),
        (r"\trowd\cellx1\cellx2\pard\intbl a\par b\cell c\cell\row\pard d",
         [("table-row", "| a b | c |"), ("paragraph", "d")]),
        (r"one\page two\sect three", [("paragraph", "one"), ("paragraph", "two"), ("paragraph", "three")]),
    ],
)  # fmt: skip
def test_structure_is_kept(body: str, expected: list[tuple[str, str]]) -> None:
    assert marked(draft(body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"We {\v hid }{\v it }ship.", [("hidden", "We", "hid it")]),
        (r"{\v all of it}\par ship", [("hidden", "ship", "all of it")]),
        (r"ship\par{\v all of it}", [("hidden", "ship", "all of it")]),
        (r"We \v no\v0  ship.", [("hidden", "We", "no")]),
        (r"We \v no\plain  ship.", [("hidden", "We", "no")]),
        (r"\trowd\intbl a{\deleted b}\cell\row", [("deletion", "| a |", "b")]),
        (r"We{\*\annotation ask Li} ship", [("comment", "We", "ask Li")]),
        (r"{\field{\*\fldinst PAGE}{\fldrslt 3}} of", []),
    ],
)
def test_what_is_not_seen_is_an_extra_at_the_words_beside_it(body: str, expected: list[tuple[str, str, str]]) -> None:
    assert extras(draft(body)) == expected


# -- input that means harm -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (rtf(""), "the draft is empty"),
        (rtf(r"{\*\annotation ask Li}"), "the draft is empty"),
        (rtf("{" * 300 + "a" + "}" * 300), "more than 200 deep"),
        (b"{\\rtf1" + b"{" * 200_000, "more than 200 deep"),
        (rtf("word " * 60_000), "characters"),
        (rtf("a" * 5_000_000), "characters"),
    ],
)
def test_what_is_no_letter_is_refused_soon(data: bytes, reason: str) -> None:
    begin = time.monotonic()
    assert reason in refusal(data).reason
    assert time.monotonic() - begin < 5


def test_what_is_only_called_rtf_is_no_rtf() -> None:
    with pytest.raises(DraftError, match="this is not RTF"):
        rtf_itself("letter.rtf", b"We shipped late.", USUAL)


def test_size_and_time_are_bounded() -> None:
    assert "2.0 MB" in refusal(b"{\\rtf1 " + bytes(2_000_000), replace(USUAL, file_megabytes=1)).reason
    slow = rtf(r"\b\b0" * 400_000)
    assert "longer than 0.01 seconds" in refusal(slow, replace(USUAL, seconds=0.01)).reason


def test_a_large_picture_costs_little() -> None:
    data = rtf(r"We ship.{\pict\pngblip " + ("0123456789abcdef" * 8 + "\r\n") * 40_000 + "}")
    begin = time.monotonic()
    assert read("letter.rtf", data, ".rtf").text == "We ship.\n"
    assert time.monotonic() - begin < 5


def test_half_a_file_is_read_and_said() -> None:
    data = (SAMPLES / "rtf-libreoffice.rtf").read_bytes()
    made = read("letter.rtf", data[: len(data) * 3 // 4], ".rtf")
    assert "may be missing" in str(made.remarks[0])
    assert made.text.startswith("Plan of Action")


WORDS = [
    "{", "}", "\\par ", "\\v ", "\\deleted ", "\\revised", "\\u-10179?", "\\'c9", "\\'", "\\", "\\*", "word ",
    "\\cell ", "\\row", "\\bin3 ", "\\bin99999999 ", "{\\*\\annotation ", "{\\field{\\*\\fldinst ", "\\fldrslt ",
    "\\uc9999999 ", "\\f1", "{\\fonttbl{\\f1\\fcharset134 x;}}", "{\\listtext ", "\\intbl", "\\outlinelevel0", "深",
    "\0",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_tokens_give_a_draft_or_a_refusal(words: list[str]) -> None:
    try:
        made = read("letter.rtf", ("{\\rtf1 letter " + "".join(words)).encode("gb18030"), ".rtf")
    except DraftError:
        return
    starts = [mark.start for mark in made.marks]
    assert starts == sorted(starts)
    assert all(first.end <= second.start for first, second in pairwise(made.marks))
    assert all(0 <= each.start < each.end <= len(made.text) for each in made.extras)
    made.text.encode()
