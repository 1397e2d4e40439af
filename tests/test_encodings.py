# ruff: noqa: RUF001 # letters are typed with dashes
"""Encodings that no mark tells: guessed where the others would make nonsense of the bytes, else refused."""

from __future__ import annotations

import json

import pytest

from poalint.errors import DraftError
from poalint.model import Draft
from poalint.readers import read
from program import run

BODY = "Dear Amazon,\n\nWe shipped 41 orders late in March. I am {}, and I did not check the stock.\n"


def made(text: str, encoding: str) -> Draft:
    return read("letter.txt", text.encode(encoding), ".txt")


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        ("We shipped late – “our” fault, we didn’t check…", "cp1252", "Windows-1252"),
        ("Grüße, José Müller from São Paulo: £5, 20°C, €30.", "cp1252", "Windows-1252"),
        (BODY.format("李明"), "gb18030", "GB18030"),
        (BODY.format("深圳市华强电子有限公司（李明）"), "gb18030", "GB18030"),
        (BODY.format("Li") + "我们会每天检查订单。", "gb18030", "GB18030"),
        (
            BODY.format("Li") + "我們是台灣的賣家，已經退款給所有的買家，並且更新了庫存。我們會每天檢查訂單。",
            "big5",
            "Big5",
        ),
        (BODY.format("Li"), "utf-16-le", "UTF-16"),
        (BODY.format("李明"), "utf-16-be", "UTF-16"),
    ],
)
def test_a_guess_is_right_and_is_told(text: str, encoding: str, name: str) -> None:
    draft = made(text, encoding)
    assert draft.text == text
    (remark,) = draft.remarks
    assert f"guessed: {name}" in str(remark)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (BODY.format("Иван Петров"), "cp1251"),
        (BODY.format("Łukasz Dvořák from Łódź"), "cp1250"),
        (BODY.format("東京都の株式会社"), "shift_jis"),
        ("We didn’t check – “sorry”.", "mac_roman"),
        (BODY.format("镕"), "gb18030"),
    ],
)
def test_what_may_be_anything_is_refused_and_not_guessed_wrong(text: str, encoding: str) -> None:
    with pytest.raises(DraftError) as caught:
        made(text, encoding)
    assert "UTF-8" in str(caught.value.remedy)


def test_utf8_that_lost_a_byte_is_not_taken_for_something_else() -> None:
    whole = BODY.format("深圳市华强电子有限公司").encode()
    for cut in (whole[: whole.index("圳".encode()) + 2], whole.replace("市".encode(), "市".encode()[:2])):
        with pytest.raises(DraftError, match="not valid UTF-8"):
            read("letter.txt", cut, ".txt")


def test_places_after_a_byte_order_mark_are_those_of_the_line() -> None:
    for encoding in ("utf-8-sig", "utf-16", "utf-8"):
        letter = "We never did anything wrong. Please, my family will starve.\n".encode(encoding)
        found = json.loads(run("check", "--format", "json", "-", stdin=letter).out)["files"][0]["findings"]
        places = [(each["line"], each["column"], each["text"][:6]) for each in found if each["line"]]
        assert places[:2] == [(1, 1, "We nev"), (1, 30, "Please")]


def test_a_page_is_read_as_it_says_and_a_wrong_word_of_it_is_not_believed() -> None:
    page = "<html><head><meta charset={}></head><body><p>We didn’t check, {}.</p></body></html>"
    assert "didn’t check, José" in read("a.html", page.format("windows-1252", "José").encode("cp1252"), ".html").text
    assert "镕" in read("a.html", page.format("gb2312", "镕").encode("gb18030"), ".html").text
    assert "镕" in read("a.html", page.format("x-user-defined", "镕").encode(), ".html").text
