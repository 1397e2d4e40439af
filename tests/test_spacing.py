# ruff: noqa: RUF001 # Chinese has full-width marks
"""One rule for spaces in Chinese: one beside Latin letters and digits, none between Chinese and Chinese."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinese import texts
from poalint.places import rule_files, rules_folder, violation_files
from poalint.speech import Phrase, Said, Tellable, filled, render
from poalint.speech.spacing import Piece, spaced
from program import BAD, run

ODD = re.compile(r"[\u4e00-\u9fff][A-Za-z0-9`]|[A-Za-z0-9%`][\u4e00-\u9fff]|[\u4e00-\u9fff] [\u4e00-\u9fff]")
"""Where the rule is broken."""
CODE = re.compile(r"`[^`]+`")
HELD = re.compile(r"店铺名\|姓名：\?\$")
"""A regular expression of a rule: no text, though it holds Chinese."""


def test_every_chinese_text_keeps_the_rule() -> None:
    found = list(texts())
    assert len(found) > 2000
    assert [(place, text) for place, text in found if ODD.search(CODE.sub("`x`", HELD.sub("", text)))] == []


@pytest.mark.parametrize(
    ("template", "fields", "told"),
    [
        ("对 {x} 的要求", {"x": Said("ODR", "订单缺陷率")}, "对订单缺陷率的要求"),
        ("对{x}的要求", {"x": Said("ODR", "ODR")}, "对 ODR 的要求"),
        ("对 {x} 的要求", {"x": Said("ODR", "订单缺陷率（ODR）")}, "对订单缺陷率（ODR）的要求"),
        ("共{n}个", {"n": 3}, "共 3 个"),
        ("低于 {n}%的", {"n": 4.5}, "低于 4.5%的"),
        ("不能是{x}", {"x": Phrase("{name!r}", name="eror")}, "不能是“eror”"),
        ("已写入 {x}", {"x": "信件/a.yaml"}, "已写入 信件/a.yaml"),
        ("{x} 不存在", {"x": "--rules"}, "--rules 不存在"),
        ("{x}{y}", {"x": Said("", "封"), "y": 3}, "封 3"),
        ("对 {x} 的", {"x": ""}, "对  的"),
        ("{{x}} 里的{x}", {"x": "a"}, "{x} 里的 a"),
    ],
)
def test_what_is_filled_in_stands_as_chinese_has_it(template: str, fields: dict[str, Tellable], told: str) -> None:
    assert filled(template, fields, "zh") == told


@given(st.lists(st.builds(Piece, st.text("中文。（a1%/ "), st.booleans(), st.booleans()), max_size=6))
def test_only_spaces_of_the_template_come_and_go(pieces: list[Piece]) -> None:
    made = spaced(pieces)
    assert made.replace(" ", "") == "".join(each.text for each in pieces).replace(" ", "")
    assert all(each.text in made for each in pieces if each.filled)
    if len(pieces) == 1:
        assert made == pieces[0].text


@given(st.text("中文。（a1%/ "), st.text("中文。（a1%/ "))
def test_english_is_filled_in_as_it_stands(before: str, value: str) -> None:
    assert filled(f"{before}{{x}}", {"x": value}, "en") == before + value


def outputs(letter: Path) -> list[tuple[str, ...]]:
    """Commands whose output is Chinese through and through."""
    rules = [path.stem for path in rule_files(rules_folder())]
    cases = [path.stem for path in violation_files(rules_folder())]
    return [
        ("check", str(letter)), ("check", "--as", "dispute", str(letter)), ("parse", str(letter)), ("rules",),
        ("violations",), ("violations", *cases), ("explain", *rules), ("test", "rude", "--coverage"),
        ("check", "--violation", "inauthentic", str(letter), "/no/such"), ("explain", "rud"), ("schema", "zzz"),
    ]  # fmt: skip


def test_what_is_printed_keeps_the_rule(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(
        BAD + "\nThe late shipment rate must be under 2%. We attach the invoices.\n\nAttachments\n- a letter\n"
    )
    for args in outputs(letter):
        done = run(*args, "--lang", "zh")
        said = done.out + done.err
        assert re.search("[\u4e00-\u9fff]", said)
        assert [line for line in said.splitlines() if ODD.search(re.sub("“.*?”|`.*?`", "“”", line))] == [], args


def test_a_phrase_without_fields_is_left_as_it_stands() -> None:
    assert render(Phrase("a {b} c"), "zh") == "a {b} c"
