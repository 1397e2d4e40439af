# ruff: noqa: RUF001 # Chinese has full-width marks
"""All that people read comes in Chinese where it is asked for, in columns that a Chinese screen keeps."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from rich.cells import cell_len

from poalint.api import Linter
from poalint.model import PILLARS, Draft
from poalint.places import rule_files, rules_folder, violation_files
from poalint.speech import LANGS
from poalint.speech.zh import TEXTS
from program import BAD, run
from sayings import commands

HAN = re.compile("[\u4e00-\u9fff]")
ENGLISH = re.compile(r"(?:\b[A-Za-z]{2,}[,;]? ){3,}")
"""Words in a row that are no name, no option and no example: a sentence that nobody translated."""


# -- which language ----------------------------------------------


@pytest.mark.parametrize(
    ("args", "env", "chinese"),
    [
        (["rules"], {}, False),
        (["rules", "--lang", "zh"], {}, True),
        (["--lang", "zh", "rules"], {}, True),
        (["--lang=zh", "rules"], {}, True),
        (["--lang", "zh", "rules", "--lang", "en"], {}, False),
        (["--lang", "en", "rules", "--lang=zh"], {}, True),
        (["rules"], {"LANG": "zh_CN.UTF-8"}, True),
        (["rules"], {"LC_MESSAGES": "zh_TW", "LANG": "en_GB"}, True),
        (["rules"], {"LC_ALL": "de_DE", "LC_MESSAGES": "zh_CN", "LANG": "zh_CN"}, False),
        (["rules"], {"LC_ALL": "", "LANG": "zh"}, True),
        (["rules"], {"LANG": "C.UTF-8"}, False),
        (["rules", "--lang", "en"], {"LANG": "zh_CN.UTF-8"}, False),
        (["--help", "--lang", "zh"], {}, True),
        (["check", "--help", "--lang", "zh"], {}, True),
        (["--lang", "zh"], {}, True),
        ([], {"LC_ALL": "zh_CN"}, True),
        (["check", "--fromat", "x", "--lang", "zh"], {}, True),
        (["chek"], {"LANG": "zh_CN"}, True),
        (["rules", "--lang", "fr"], {}, False),
        (["rules", "--lang", "fr"], {"LANG": "zh_CN"}, True),
        (["rules", "--lang"], {}, False),
        (["explain", "no-couse", "--lang", "zh"], {}, True),
        (["check", "/no/such", "--lang", "zh"], {}, True),
        (["check", "--", "--lang", "zh"], {}, False),
    ],
)
def test_the_language_is_the_one_asked_for_or_that_of_the_locale(
    args: list[str], env: dict[str, str], chinese: bool
) -> None:
    done = run(*args, env=env)
    assert bool(HAN.search(done.out + done.err)) == chinese


# -- what is printed ----------------------------------------------


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "信件" / "申诉信.txt"
    path.parent.mkdir()
    path.write_text(BAD + "\n深圳市某某电子有限公司 shipped 41 orders late!!!\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("path", [path for path, _ in commands()])
def test_help_is_the_same_in_chinese(path: str) -> None:
    english, chinese = run(*path.split(), "--help"), run(*path.split(), "--help", "--lang", "zh")
    assert (english.status, chinese.status, chinese.err) == (0, 0, "")
    said = chinese.out.replace(f"poalint{path} ", "")  # a command of three words is no sentence
    assert not ENGLISH.search(said)
    names = r"(?<=^  )(?:-\w, )?(?:--)?[a-z][a-z-]*(?: \[[^\]]*\]| [A-Z]+)?(?=  )"
    assert re.findall(names, chinese.out, re.MULTILINE) == re.findall(names, english.out, re.MULTILINE)
    assert "--help" in chinese.out
    assert max(map(cell_len, chinese.out.splitlines())) <= 80


@pytest.mark.parametrize(
    "args",
    [
        ["check"],
        ["chek"],
        ["letter.txt"],
        ["check", "--fromat", "json", "x"],
        ["check", "--format"],
        ["check", "--format", "yaml", "x"],
        ["check", "--min-score", "101", "x"],
        ["check", "--min-score", "many", "x"],
        ["check", "--help=1"],
        ["rules", "extra", "words"],
        ["explain"],
        ["explain", "no-couse", "zzzz"],
        ["explain", "rude", "--rules", "/no/such"],
        ["check", "", "/no/such", "*.nothing"],
        ["check", "--as", "letter", "x"],
        ["test", "rudd"],
        ["test", "zzzz", "/"],
        ["new", "rul", "late"],
        ["new", "rule", "Late_One"],
        ["new", "pack", "Our Pack"],
        ["new", "pack", "ours", "--in", "/no/such"],
        ["schema", "rul"],
        ["schema", "zzzz"],
        ["violations", "late-shipmant"],
        ["template", "zzzz"],
    ],
)
def test_a_wrong_command_line_is_told_in_chinese(
    args: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    english, chinese = run(*args), run(*args, env={"LANG": "zh_CN.UTF-8"})
    assert (chinese.status, chinese.out) == (2, "")
    assert english.status == 2
    assert len(chinese.err.splitlines()) == len(english.err.splitlines())
    for line in chinese.err.splitlines():
        assert HAN.search(line) or not line
        assert not ENGLISH.search(re.sub("`.*?`", "", line))  # what is to be typed stays


def test_a_report_in_chinese_says_the_same_and_keeps_its_columns(letter: Path) -> None:
    english, chinese = run("check", letter), run("check", letter, "--lang", "zh")
    assert (chinese.status, chinese.err) == (english.status, "")
    lines = chinese.out.splitlines()
    assert len(lines) == len(english.out.splitlines())
    assert lines[0].startswith(f"{letter}: ")
    assert lines[0].endswith("分（满分 100），还不能提交")
    table = lines[1:6]
    assert [line.split()[0] for line in table] == [TEXTS[name] for name in PILLARS]
    assert len({cell_len(line[: line.index("/")]) for line in table}) == 1
    costs = [match for line in lines[1:7] if (match := re.search(r"-\d+ [a-z]", line))]
    assert len(costs) > 3
    assert len({cell_len(match.string[: match.start()]) for match in costs}) == 1
    for number, line in enumerate(lines):
        if re.match(r" +\d+ \| ", line):
            marks = lines[number + 1]
            assert cell_len(line) >= cell_len(marks)
        elif not re.match(r" +\| ", line):
            assert not ENGLISH.search(re.sub("“.*?”", "", line))


def test_a_reading_in_chinese_says_the_same(letter: Path) -> None:
    english, chinese = run("parse", letter), run("parse", letter, "--lang", "zh")
    assert (chinese.status, chinese.err) == (0, "")
    ids = [re.findall(r"^ +([+-] [a-z-]+)  ", done.out, re.MULTILINE) for done in (english, chinese)]
    assert ids[0] == ids[1] != []
    assert "第 1 行，称呼（salutation），不属于任何部分" in chinese.out
    assert not any(HAN.search(line) for line in english.out.splitlines() if line.startswith("line "))


def test_lists_and_explanations_are_chinese_but_for_what_is_written_in_letters() -> None:
    for args in (["rules"], ["rules", "--format", "markdown"]):
        out = run(*args, "--lang", "zh").out
        assert all(HAN.search(line) for line in out.splitlines() if line and not line.startswith("|--"))
        assert not ENGLISH.search(out)
    rows = [line for line in run("rules", "--lang", "zh").out.splitlines() if line.startswith("  ")]
    starts = {cell_len(line[: HAN.search(line, 8).start()]) for line in rows}  # type: ignore[union-attr] # seen above
    assert len(starts) == 1
    for path in rule_files(rules_folder()):
        done = run("explain", path.stem, "--lang", "zh")
        assert done.status == 0
        heads = [line for line in done.out.splitlines() if line and not line.startswith(" ")]
        assert all(HAN.search(line) for line in heads)
        assert sum(" 也是" not in line for line in heads) % 12 == 0


@pytest.mark.parametrize("command", ["check", "parse"])
def test_json_in_chinese_keeps_its_keys_and_values(letter: Path, command: str) -> None:
    args = (command, "--format", "json", letter, letter.parent / "gone.txt")
    english, chinese = (json.loads(run(*args, "--lang", lang).out) for lang in LANGS)
    assert [each.pop("lang", None) for each in (english, chinese)] == [*LANGS] or command == "parse"
    spoken = {"message", "advice", "cue"}
    found: Counter[str] = Counter()

    def same(one: object, other: object, key: str = "") -> None:
        if key in spoken and isinstance(one, str) and isinstance(other, str):
            found[key] += bool(HAN.search(other))
            assert not HAN.search(re.sub("“.*?”", "", one).replace("深圳市某某电子有限公司", ""))
        elif isinstance(one, dict) and isinstance(other, dict):
            assert list(one) == list(other)
            for name in one:
                same(one[name], other[name], name)
        elif isinstance(one, list) and isinstance(other, list):
            assert len(one) == len(other)
            for each, its in zip(one, other, strict=True):
                same(each, its, key)
        else:
            assert one == other

    same(english, chinese)
    assert found["cue"] > 3
    assert found["message"] >= (5 if command == "check" else 1)


def test_rules_as_json_have_chinese_titles_and_english_values() -> None:
    english, chinese = (json.loads(run("rules", "--format", "json", "--lang", lang).out)["rules"] for lang in LANGS)
    assert all(HAN.search(each["title"]) for each in chinese)
    assert [{**each, "title": ""} for each in english] == [{**each, "title": ""} for each in chinese]


@pytest.mark.parametrize("width", [50, 72, 90])
def test_no_chinese_line_overruns_a_terminal(letter: Path, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(letter.parent)  # the line with the place is not wrapped: a path must stay in one piece
    for command in (["check", letter.name], ["parse", letter.name], ["rules"], ["explain", "no-cause", "template"]):
        out = run(*command, "--lang", "zh", "--color", "never", terminal=True, width=width).out
        for line in out.splitlines():
            assert cell_len(line) <= width, line
            assert line == line.rstrip()
            assert line.lstrip()[:1] not in set("，。、；：？！）”"), "no line begins with a mark that closes"


def test_a_linter_speaks_chinese_too() -> None:
    report = Linter(lang="zh").lint(Draft("x", BAD))
    assert all(HAN.search(each.message) and HAN.search(each.advice) for each in report.findings)


def test_who_says_so_is_told_in_chinese() -> None:
    for path in rule_files(rules_folder()):
        out = run("explain", path.stem, "--lang", "zh").out
        source = out.split("\n出处\n")[1].split("\n\n")[0]
        assert HAN.search(source)
        assert not re.search(r"\b[a-z]{2,} [a-z]{2,}", source.replace("amazon-appeal", "")), source
    for path in violation_files(rules_folder()):
        out = run("violations", path.stem, "--lang", "zh").out
        assert len(re.findall("（[^（）]*(?:（[^（）]*）[^（）]*)*；[^；）]*）", out.replace("\n    ", ""))) > 3
        out = re.sub(r"（[\w ()-]+）", "", out, flags=re.ASCII)  # how sellers know it
        assert not re.search(r"(?:\b[a-z]{2,} ){2}[a-z]{2,}", re.sub("`.*?`", "", out)), path.stem


# -- mistakes in rule files ----------------------------------------------

SIGNAL = """\
signal: one
about: x
any:
  - why: x
    near: {signals: [two], before: 1}
examples:
  present: [a]
  absent: [b]
"""
PACK = "name: mine\nversion: '1'\nabout: x\nextends: poalint\n"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"pack.yaml": PACK + "namme: x\n"}, "namme：没有这个键。是不是想写 name？"),
        ({"pack.yaml": "name: mine\nversion: '1'\n"}, "about：缺少这个键"),
        ({"pack.yaml": PACK.replace("'1'", "1")}, "version：YAML 会把“1”读成数字。请加上引号。"),
        ({"pack.yaml": PACK.replace("about: x", "about:")}, "about：这个键后面没有写值\n"),
        ({"pack.yaml": PACK.replace("about: x", "about: [x]")}, "about：这里要写文字，不能是列表\n"),
        (
            {"pack.yaml": PACK.replace("mine", "My Pack")},
            "name：这里要写由小写字母、数字和连字符组成的名称，不能是“My Pack”\n",
        ),
        ({"pack.yaml": PACK + "name: x\n"}, "键“name”在这里写了两次，第一次在第 1 行。请删掉其中一个。"),
        (
            {"pack.yaml": PACK + "change: {rud: {points: 1}}\n"},
            "找不到所扩展规则包里的规则“rud”。是不是",
        ),
        ({"pack.yaml": PACK + "change: {rude: {points: 101}}\n"}, "points：这里不能大于 100"),
        (
            {"pack.yaml": PACK + "change: {rude: {points: '3'}}\n"},
            "points：YAML 会把“3”读成文字。请直接写数字，不加引号。",
        ),
        (
            {"pack.yaml": PACK + "change: {rude: {severity: eror}}\n"},
            "这里只能是 error、warning、note，不能是“eror”。是不是想写 error？",
        ),
        ({"pack.yaml": PACK + "change: {rude: {status: fail}}\n"}, "只有属于某个要点的规则才能写 status"),
        ({"pack.yaml": PACK + "languages: [fr]\n"}, "languages.0：这里只能是 en、zh，不能是“fr”\n"),
        ({"pack.yaml": PACK + "lexicons: {beging: [x]}\n"}, "找不到词表“beging”。是不是想写 begging"),
        ({"pack.yaml": PACK.replace("extends: poalint", "extends: gone")}, "没有叫“gone”的文件夹"),
        ({"pack.yaml": PACK + "a: b: c\n"}, "这个冒号前面不能是键。文字里有冒号就请加上引号，否则请改正缩进。"),
        (
            {"pack.yaml": PACK + "off: [a\n"},
            "这个括号没有闭合，或者后面少了逗号。请补上另一半括号，或者给文字加上引号。",
        ),
        ({"pack.yaml": PACK + "off: 'a\n"}, "这个引号没有闭合。请补上另一半引号；"),
        ({"pack.yaml": PACK + "\toff: a\n"}, "这里用了制表符，而 YAML 只能用空格缩进。请换成空格。"),
        ({"pack.yaml": PACK, "rules.yaml": ""}, "放在这里、叫这个名字的文件不会被读取"),
        ({"pack.yaml": PACK, "form/a.yml": ""}, "文件名必须以 .yaml 结尾"),
        ({"pack.yaml": PACK, "scoring.yaml": ""}, "只有内置规则才能有这张表"),
        ({"pack.yaml": PACK, "lexicon/a.yaml": "- x\n"}, "a.yaml:1:1: 这里要写键和值，不能是列表\n"),
        ({"pack.yaml": PACK, "lexicon/a.yaml": "begging: [x]\n"}, "词表“begging”在"),
        ({"pack.yaml": PACK, "lexicon/a.yaml": "new: ['']\n"}, "new.0：“”里没有词。请删掉它。"),
        ({"pack.yaml": PACK, "lexicon/a.yaml": "one: ['@two']\ntwo: ['@one']\n"}, "词表“one”绕了一圈又包含了自己"),
        (
            {
                "pack.yaml": PACK,
                "signals/one.yaml": SIGNAL,
                "signals/two.yaml": SIGNAL.replace("two", "TWO").replace("one", "two").replace("TWO", "one"),
            },
            "这些信号互相依赖：one、two。请断开这个循环。",
        ),
        ({"pack.yaml": PACK, "tonne/a.yaml": ""}, "找不到规则文件夹“tonne”。是不是想写 tone？如果是自己的主题，"),
        ({"pack.yaml": PACK, "a/b/c.yaml": ""}, "信号文件写作 signals/<name>.yaml。"),
        ({"pack.yaml": PACK, "signals/odd.yaml": SIGNAL}, "signal：文件名是“odd”，信号却叫“one”。两边请用同一个名字。"),
        (
            {"pack.yaml": PACK + "languages: [en, zh]\n", "signals/one.yaml": SIGNAL},
            "zh：这个信号缺中文。请加上 zh 键。",
        ),
        ({}, "这个文件夹里没有 pack.yaml"),
    ],
)
def test_mistakes_in_packs_are_told_in_chinese(tmp_path: Path, letter: Path, files: dict[str, str], said: str) -> None:
    folder = tmp_path / "pack"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    done = run("check", letter, "--rules", folder, "--lang", "zh")
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert not ENGLISH.search(done.err)
