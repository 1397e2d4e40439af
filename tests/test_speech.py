# ruff: noqa: RUF001 # Chinese has full-width marks
"""Everything that the program says can be said in Chinese, and nothing gets lost on the way."""

import ast
import pickle
import re
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poalint.errors import DraftError, Place, RuleError, UnknownNameError
from poalint.model import SEVERITIES
from poalint.speech import LANGS, Lang, Phrase, Said, Tellable, either, joined, render, several, translated
from poalint.speech.chinese.libraries import LIBRARIES
from poalint.speech.zh import TEXTS
from sayings import NAMES, PACKAGE, of_the_command_line, of_the_rules, of_the_source

HAN = re.compile("[\u4e00-\u9fff]")
ENGLISH = re.compile(r"(?:\b[A-Za-z]{2,}[,;]? ){3,}")
"""Words in a row that are no name, no option and no example: a sentence that nobody translated."""
SAYINGS = [*of_the_source(), *of_the_command_line(), *of_the_rules()]


def placeholders(template: str) -> frozenset[str]:
    """The fields of a template; a text with other braces has none and is never filled."""
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)
    except ValueError:
        return frozenset()


# -- the catalogue ----------------------------------------------


def test_every_text_has_its_chinese() -> None:
    assert len(SAYINGS) > 200
    lacking = [(each.place, each.text) for each in SAYINGS if each.text is not None and each.text not in TEXTS]
    assert lacking == []
    assert set(TEXTS) >= NAMES


def test_no_text_is_put_together_where_it_is_said() -> None:
    assert [each.place for each in SAYINGS if each.text is None] == [], "take a Phrase with fields"


def test_every_phrase_is_filled() -> None:
    odd = [
        (each.place, each.text)
        for each in SAYINGS
        if each.text is not None and each.fields and placeholders(each.text) != each.fields
    ]
    assert odd == []


def test_nothing_in_the_catalogue_is_left_over() -> None:
    said = {each.text for each in SAYINGS} | NAMES | {f"{{n}} {name}" for name in SEVERITIES}
    assert sorted(set(TEXTS) - set(LIBRARIES) - said) == []


def test_no_text_stands_in_the_catalogue_twice() -> None:
    tables = [PACKAGE / "speech" / "zh.py", *(PACKAGE / "speech" / "chinese").glob("*.py")]
    keys = Counter(
        key.value
        for path in tables
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant)
    )
    assert len(keys) == len(TEXTS)
    assert [key for key, number in keys.items() if number > 1] == []


@pytest.mark.parametrize("english", TEXTS)
def test_the_chinese_has_the_same_fields_and_chinese_marks(english: str) -> None:
    chinese = TEXTS[english]
    assert placeholders(chinese) == placeholders(english)
    assert chinese.strip()
    assert HAN.search(chinese) or not re.search("[a-z]{2}", re.sub(r"\{\w+(?:!r)?\}", "", english))
    assert not re.search(r"[\u4e00-\u9fff][,;:?!]|[,;?!][\u4e00-\u9fff]", chinese), (
        "marks are full-width beside Chinese"
    )
    assert not re.search("[\u4e00-\u9fff] [\u4e00-\u9fff]", chinese)


def test_a_text_without_chinese_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "odd.py").write_text(
        "def f(mistakes, x):\n"
        "    said = f'odd {x}'\n"
        "    Phrase('one {x}', y=x)\n"
        "    DraftError(x, said, 'two')\n"
        "    mistakes.told(all_known, x, x, x, 'three')\n"
        "    Counted(x, 'four')\n"
        "    mistake(x, x, 'five' if x else 'six')\n",
        encoding="utf-8",
    )
    found = list(of_the_source(tmp_path))
    assert [each.text for each in found] == ["one {x}", None, "two", "three", "{n} four", "five", "six"]
    assert found[0].fields == frozenset({"y"})
    assert not {each.text for each in found} & set(TEXTS)


# -- rendering ----------------------------------------------

VALUES = st.one_of(st.text(), st.integers(), st.floats(allow_nan=False), st.builds(Said, st.text(), st.text()))
CATALOGUED = st.sampled_from(sorted(text for text in TEXTS if placeholders(text)))


@given(st.data(), st.sampled_from(LANGS))
def test_no_field_of_a_text_gets_lost(data: st.DataObject, lang: Lang) -> None:
    template = data.draw(CATALOGUED)
    inner = data.draw(CATALOGUED)
    names = sorted(placeholders(template))
    fields: dict[str, Tellable] = {name: data.draw(VALUES) for name in names}
    fields[names[0]] = Phrase(inner, **{name: data.draw(st.text()) for name in placeholders(inner)})
    told = render(Phrase(template, **fields), lang)
    for name, value in fields.items():
        shown = render(value, lang)
        assert shown in told or repr(shown)[1:-1] in told, (name, shown)


@given(st.text(), st.sampled_from(LANGS))
def test_what_is_not_in_the_catalogue_stays_as_it_is(text: str, lang: Lang) -> None:
    expected = TEXTS.get(text, text) if lang == "zh" else text
    assert translated(text, lang) == render(Phrase(text), lang) == expected
    assert render(text, lang) == text


@given(st.lists(st.text(min_size=1), min_size=1, max_size=5), st.sampled_from(LANGS))
def test_no_name_of_a_list_gets_lost(names: list[str], lang: Lang) -> None:
    for told in (render(either(names), lang), render(several(names), lang), joined(names, lang)):
        at = 0
        for name in names:
            assert name in told[at:]
            at = told.index(name, at) + len(name)


def test_lists_read_as_people_write_them() -> None:
    assert render(either(["a"]), "en") == "a"
    assert render(either(["a", "b"]), "en") == "a or b"
    assert render(either(["a", "b", "c"]), "en") == "a, b or c"
    assert render(either(["a", "b", "c"]), "zh") == "a\u3001b \u6216 c"


# -- errors ----------------------------------------------


def test_an_error_is_told_in_both_languages() -> None:
    error = UnknownNameError("rule", "no-couse", ["no-cause", "rude"])
    assert str(error) == error.told() == "no rule is called 'no-couse'. Did you mean no-cause?"
    assert error.told("zh") == "找不到规则“no-couse”。是不是想写 no-cause？"
    assert UnknownNameError("rule", "zzzz", ["rude"]).remedy == "`poalint rules` lists what there is."
    letters = UnknownNameError("kind of letter", "zzzz", ["plan", "dispute"])
    assert letters.told("en") == "no kind of letter is called 'zzzz'. There are plan, dispute."
    assert letters.told("zh") == "找不到信的类型“zzzz”。可以用的有 plan、dispute。"
    several = RuleError.all_of(
        [RuleError("a.yaml", "this is not YAML"), RuleError("b.yaml", "odd {x", "Check the path.")]
    )
    assert several.told("en") == str(several) == "a.yaml: this is not YAML\nb.yaml: odd {x. Check the path."
    assert several.told("zh") == "a.yaml: 这不是 YAML\nb.yaml: odd {x。请检查路径。"


def test_an_error_is_the_same_in_another_process() -> None:
    place = Place("a.yaml", 1, 1, 3, "a: b")
    for error in (
        UnknownNameError("rule", "no-couse", ["no-cause"]),
        DraftError("x", Phrase("this cannot be read ({why})", why="odd")),
        RuleError.all_of([RuleError(place, "this is not YAML"), RuleError("b.yaml", "this is not YAML")]),
    ):
        other = pickle.loads(pickle.dumps(error))
        assert type(other) is type(error)
        assert [other.told(lang) for lang in LANGS] == [error.told(lang) for lang in LANGS]
        if isinstance(other, RuleError):
            assert [each.place for each in other.parts] == [place, None]


@given(st.text(), st.text(), st.text(), st.sampled_from(LANGS))
def test_an_error_tells_all_that_it_was_given(where: str, reason: str, remedy: str, lang: Lang) -> None:
    error = DraftError(where, reason, remedy)
    told = error.told(lang)
    for each in (where, reason, remedy):
        assert translated(each, lang) in told
    assert (error.where, error.reason, error.remedy) == (where, reason, remedy)
