"""What a project's configuration says holds, from where it is found to what the program does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from poalint import regular
from poalint.errors import RuleError
from poalint.layers import Layer, value, values
from poalint.loading import configuration
from poalint.loading.configuration import Configuration, Project, find
from program import GOOD, run

PACK = "name: mine\nversion: 1.2.0\nabout: ours\noff: [too-short]\n"
LETTER = "Our late shipment rate was 9% because nobody had changed the handling time.\n"
YAML = """\
rules: house
violation: expired
lang: zh
min-score: 70
min-pillar: {root-cause: pass}
overrides:
  - paths: drafts/*.md
    violation: verification
    ignore: [rude, hedging]
"""
TOML = """\
[tool.poalint]
rules = ["house"]
violation = "expired"
lang = "zh"
min-score = 70
[tool.poalint.min-pillar]
root-cause = "pass"
[[tool.poalint.overrides]]
paths = ["drafts/*.md"]
violation = "verification"
ignore = [
  "rude", # a comment
  'hedging',
]
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a pack and a draft, in which the program is started."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "house" / "tone").mkdir(parents=True)
    (tmp_path / "house" / "pack.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "letter.txt").write_text(LETTER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def plain(layer: Layer) -> dict[str, list[Any]]:
    return {key: [each.value for each in given] for key, given in layer.items()}


def checked(*args: object) -> Any:
    return json.loads(run("check", "--format", "json", *args).out)


def held(*args: object) -> Any:
    return json.loads(run("config", "show", "--format", "json", *args).out)


# -- where it is found ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "text"), [("poalint.yaml", YAML), (".poalint.yaml", YAML), ("pyproject.toml", TOML)])
def test_it_is_found_from_below_and_means_the_same_in_each_form(project: Path, name: str, text: str) -> None:
    (project / name).write_text(text, encoding="utf-8")
    made = find(project / "drafts")
    assert made.path == project / name
    assert plain(made.base) == {
        "rules": [str(project / "house")],
        "violation": ["expired"],
        "lang": ["zh"],
        "min-score": [70],
        "min-pillar": [("root-cause", "pass")],
    }
    (override,) = made.overrides
    assert override.paths == ("drafts/*.md",)
    assert plain(override.layer) == {"violation": ["verification"], "ignore": ["rude", "hedging"]}


def test_it_is_not_looked_for_above_the_root(project: Path) -> None:
    (project.parent / "poalint.yaml").write_text("lang: zh\n", encoding="utf-8")
    try:
        assert find(project / "drafts") == Configuration()
        (project / ".git").rmdir()
        assert find(project / "drafts").path == project.parent / "poalint.yaml", "without a root all above is searched"
    finally:
        (project.parent / "poalint.yaml").unlink()


@pytest.mark.parametrize("text", ["[tool.ruff]\nline-length = 120\n", '[project]\ndependencies = ["poalint"]\n'])
def test_a_project_that_does_not_speak_of_us_says_nothing(project: Path, text: str) -> None:
    (project / "pyproject.toml").write_text(text, encoding="utf-8")
    assert find(project) == Configuration()


@pytest.mark.parametrize(
    "text",
    ['[tool]\npoalint = {violation = "expired"}\n', '[ "tool" . poalint ]\nviolation = """expired"""\n',
     'tool.poalint.violation = "expired"\n', '[tool]\r\npoalint.violation = \'expired\'\r\n'],
)  # fmt: skip
def test_the_table_is_known_however_it_is_written(project: Path, text: str) -> None:
    (project / "pyproject.toml").write_bytes(text.encode())
    made = find(project)
    assert value(made.base, "violation") == "expired"
    place = made.base["violation"][0].origin.place
    assert place is not None
    assert "expired" in text.splitlines()[place.line - 1][place.column - 1 :][: place.width]


def test_the_nearest_one_holds_alone(project: Path) -> None:
    (project / "poalint.yaml").write_text("lang: zh\nviolation: expired\n", encoding="utf-8")
    (project / "drafts" / "poalint.yaml").write_text("violation: verification\n", encoding="utf-8")
    assert plain(find(project / "drafts").base) == {"violation": ["verification"]}


def test_two_in_one_folder_are_refused(project: Path) -> None:
    (project / "poalint.yaml").write_text("lang: zh\n", encoding="utf-8")
    (project / ".poalint.yaml").write_text("lang: en\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"poalint\.yaml, \.poalint\.yaml"):
        find(project)


def test_each_file_is_read_once_a_run(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "poalint.yaml").write_text("violation: expired\n", encoding="utf-8")
    taken: list[str] = []
    real = regular.content

    def counted(path: Path, most: int) -> bytes:
        taken.append(path.name)
        return real(path, most)

    monkeypatch.setattr(configuration, "content", counted)
    once = Project()
    for folder in (project, project / "drafts", project / "drafts", project / "elsewhere" / "deep"):
        assert value(once.configuration(folder).base, "violation") == "expired"
    assert taken.count("poalint.yaml") == 1


def test_it_is_looked_for_from_the_draft_and_not_from_where_the_program_was_started(
    project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "poalint.yaml").write_text("violation: expired\n", encoding="utf-8")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / ".git").mkdir()
    (elsewhere / "poalint.yaml").write_text("violation: verification\n", encoding="utf-8")
    monkeypatch.chdir(elsewhere)
    (elsewhere / "own.txt").write_text(LETTER, encoding="utf-8")
    files = checked(project / "drafts" / "letter.txt", "own.txt")["files"]
    assert [file["case"]["violation"] for file in files] == ["expired", "verification"]
    piped = json.loads(run("check", "--format", "json", "-", stdin=LETTER.encode()).out)
    assert piped["files"][0]["case"]["violation"] == "verification", "standard input lies where the program started"


# -- what is wrong in it -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("poalint.yaml", "rule: house\n", "poalint.yaml:1:1: rule: unknown key. Did you mean rules"),
        ("poalint.yaml", "lang: no\n", "poalint.yaml:1:7: lang: YAML reads no as a truth value"),
        ("poalint.yaml", "lang: de\n", "poalint.yaml:1:7: lang: this must be one of en, zh, not 'de'"),
        ("poalint.yaml", "violation:\n", "poalint.yaml:1:1: violation: this key has no value"),
        ("poalint.yaml", "min-score: 170\n", "poalint.yaml:1:12: min-score: this must be at most 100"),
        ("poalint.yaml", "min-pillar: {root-case: pass}\n", "poalint.yaml:1:14: min-pillar.root-case: this must be"),
        ("poalint.yaml", "rules: [house, gone]\n", "poalint.yaml:1:16: rules: there is no folder"),
        ("poalint.yaml", "violation: expird\n", "poalint.yaml:1:12: violation: no violation is called 'expird'. Did you"),
        ("poalint.yaml", "marketplace: dee\n", "poalint.yaml:1:14: marketplace: no marketplace is called 'dee'. Did you"),
        ("poalint.yaml", "ignore: [rude, rood]\n", "poalint.yaml:1:16: ignore: no rule, pillar or flag is called 'rood'"),
        ("poalint.yaml", "overrides: [{path: a}]\n", "poalint.yaml:1:14: overrides.0.path: unknown key. Did you mean paths"),
        ("poalint.yaml", "overrides: [{paths: '/a'}]\n", "poalint.yaml:1:21: overrides.0.paths.0: a pattern is seen from"),
        ("poalint.yaml", "overrides: [{paths: a, violation: x}]\n", "poalint.yaml:1:35: violation: no violation is called"),
        ("poalint.yaml", "violation: [\n", "poalint.yaml:2:1: a value is missing here"),
        ("pyproject.toml", "[tool.poalint]\nrule = 1\n", "pyproject.toml:2:1: rule: unknown key. Did you mean rules"),
        ("pyproject.toml", "[tool.poalint]\nlang = true\n", "pyproject.toml:2:8: lang: this must be one of en, zh, not 'true'"),
        ("pyproject.toml", "[tool.poalint]\nmin-score = '7'\n", "pyproject.toml:2:13: min-score: this must be a whole number"),
        ("pyproject.toml", "[tool.poalint]\nviolation = 'x'\n", "pyproject.toml:2:13: violation: no violation is called 'x'"),
        ("pyproject.toml", "[tool.poalint\n", "pyproject.toml:1:14: this is not TOML"),
        ("pyproject.toml", "[[tool.poalint.overrides]]\npath = 1\n", "pyproject.toml:2:1: overrides.0.path: unknown key. Did you mean paths?"),
    ],
)  # fmt: skip
def test_mistakes_are_told_with_their_place(project: Path, name: str, text: str, told: str) -> None:
    (project / name).write_text(text, encoding="utf-8")
    done = run("check", "drafts/letter.txt")
    assert (done.status, done.out) == (2, "")
    assert f"poalint: {told}" in done.err
    chinese = run("check", "drafts/letter.txt", "--lang", "zh")
    assert chinese.status == 2
    assert told.split(": ")[0] in chinese.err
    assert told.split(": ")[-1] not in chinese.err


def test_all_mistakes_are_told_at_once_with_the_line_and_a_caret(project: Path) -> None:
    (project / "poalint.yaml").write_text("violaton: expired\nmin-score: high\n", encoding="utf-8")
    assert run("check", "drafts/letter.txt").err.splitlines() == [
        "poalint: poalint.yaml:1:1: violaton: unknown key. Did you mean violation?",
        "    1 | violaton: expired",
        "      | ^^^^^^^^",
        "poalint: poalint.yaml:2:12: min-score: this must be a whole number, not 'high'",
        "    2 | min-score: high",
        "      |            ^^^^",
    ]


def test_a_mistake_is_that_of_the_drafts_it_holds_for_and_is_told_in_full_once(project: Path) -> None:
    (project / "broken").mkdir()
    (project / "broken" / "poalint.yaml").write_text("violaton: expired\n", encoding="utf-8")
    for name in ("a.txt", "b.txt"):
        (project / "broken" / name).write_text(LETTER, encoding="utf-8")
    done = run("check", "broken", "drafts")
    assert done.status == 2
    assert "drafts/letter.txt: " in done.out
    assert "2 paths could not be checked" in done.out
    assert done.err.count("unknown key") == 1
    assert done.err.splitlines()[-1] == (
        "poalint: broken/poalint.yaml:1:1: 2 drafts could not be checked because of this"
    )
    found = checked("broken", "drafts")
    told = "broken/poalint.yaml:1:1: violaton: unknown key. Did you mean violation?"
    assert found["errors"] == [{"path": f"broken/{name}.txt", "message": told} for name in "ab"]
    assert run("check", "--lang", "zh", "broken").err.count("\u56e0\u4e3a\u8fd9\u91cc\u7684\u95ee\u9898") == 1
    one = run("check", "broken/a.txt").err
    assert "unknown key" in one
    assert "because of this" not in one
    assert run("baseline", "create", "--output", "known.json", "broken").err.count("unknown key") == 1
    assert [each["path"] for each in found["files"]] == ["drafts/letter.txt"]
    shown = run("config", "show", "broken", "drafts")
    assert (shown.status, shown.err.count("unknown key")) == (2, 1)
    assert "drafts/letter.txt" in shown.out


def test_commands_without_drafts_refuse_what_is_broken_where_they_run_and_begin_one_all_the_same(project: Path) -> None:
    (project / "poalint.yaml").write_text("violaton: expired\n", encoding="utf-8")
    for args in (["rules"], ["explain", "rude"], ["violations"], ["test", "rude"]):
        done = run(*args)
        assert (done.status, done.out) == (2, ""), args
        assert "violaton: unknown key" in done.err
        assert run(*args, "--isolated").status == 0
    assert run("schema", "rule").status == 0
    assert run("init", "drafts").status == 0


# -- what it does --------------------------------------------------------------------------------------------------


def test_the_program_does_as_it_says(project: Path) -> None:
    plain_one = checked("drafts/letter.txt")
    assert [each["name"] for each in plain_one["packs"]] == ["poalint"]
    assert "too-short" in [each["rule"] for each in plain_one["files"][0]["findings"]]
    assert plain_one["files"][0]["marketplace"] is None
    (project / "poalint.yaml").write_text(
        "rules: [house]\nviolation: expired\nlang: zh\nmarketplace: DE\n", encoding="utf-8"
    )
    told = checked("drafts/letter.txt")
    assert [(each["name"], each["version"]) for each in told["packs"]][1:] == [("mine", "1.2.0")]
    (file,) = told["files"]
    assert file["case"] == {"violation": "expired", "given": True, "cue": None}
    assert file["marketplace"] == "amazon.de"
    assert "too-short" not in [each["rule"] for each in file["findings"]]
    assert any("\u4e00" <= char <= "\u9fff" for each in file["findings"] for char in each["message"])
    asked = checked("--lang", "en", "--violation", "verification", "drafts/letter.txt")
    assert asked["files"][0]["case"]["violation"] == "verification", "the command line comes first"
    assert "too-short" not in run("rules").out
    assert "too-short" in run("rules", "--isolated").out
    text = run("check", "drafts/letter.txt", "--lang", "en").out
    assert "  marketplace         amazon.de\n" in text


def test_gates_of_an_override_are_those_of_its_drafts_alone(project: Path) -> None:
    for name in ("old/a.md", "new/a.md"):
        (project / name).parent.mkdir()
        (project / name).write_text(LETTER, encoding="utf-8")
    (project / "poalint.yaml").write_text(
        "min-score: 99\nfail-on: never\noverrides:\n- {paths: old, min-score: 0}\n", encoding="utf-8"
    )
    files = checked("old", "new")["files"]
    assert [[each["gate"] for each in file["gates"]] for file in files] == [[], ["min-score"]]
    files = checked("old", "new", "--min-score", "0")["files"]
    assert [file["passed"] for file in files] == [True, True]


def test_a_named_file_is_taken_in_place_of_what_is_found_and_none_is_taken_where_none_is_asked_for(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (project / "poalint.yaml").write_text("violation: expired\n", encoding="utf-8")
    other = tmp_path_factory.mktemp("other") / "ours.yaml"
    other.write_text("violation: verification\n", encoding="utf-8")
    assert checked("drafts/letter.txt", "--config", other)["files"][0]["case"]["violation"] == "verification"
    assert checked("drafts/letter.txt", "--isolated")["files"][0]["case"]["given"] is False
    both = run("check", "drafts/letter.txt", "--config", other, "--isolated")
    assert (both.status, both.out) == (2, "")
    assert "exclude each other" in both.err
    assert run("check", "drafts/letter.txt", "--config", "gone.yaml").status == 2
    other.with_suffix(".toml").write_text("[project]\n", encoding="utf-8")
    bare = run("check", "drafts/letter.txt", "--config", other.with_suffix(".toml"))
    assert (bare.status, "there is no table [tool.poalint]" in bare.err) == (2, True)


def test_parse_reads_each_draft_by_what_holds_for_it(project: Path) -> None:
    (project / "drafts" / "other.txt").write_text(f"---\nlang: zh\n---\n{LETTER}", encoding="utf-8")
    (project / "poalint.yaml").write_text("rules: [house]\n", encoding="utf-8")
    done = run("parse", "--format", "json", "drafts")
    assert done.status == 0
    first, second = json.loads(done.out)["files"]
    front = len("---\nlang: zh\n---\n")
    places = [[(each["start"], each["end"]) for each in file["blocks"]] for file in (first, second)]
    assert [(start + front, end + front) for start, end in places[0]] == places[1]


# -- showing it ----------------------------------------------------------------------------------------------------


def test_each_value_is_shown_with_where_it_came_from(project: Path) -> None:
    (project / "poalint.yaml").write_text(YAML.replace("rules: house\n", ""), encoding="utf-8")
    (project / "drafts" / "a.md").write_text(f"---\nmarketplace: uk\n---\n{LETTER}", encoding="utf-8")
    (file,) = held("drafts/a.md", "--fail-on", "never", "--ignore", "flattery")["files"]
    assert (file["path"], file["configuration"]) == ("drafts/a.md", "poalint.yaml")
    shown = file["settings"]

    def at(path: str, line: int, column: int, what: Any, by: str = "configuration") -> dict[str, Any]:
        return {"value": what, "by": by, "path": path, "line": line, "column": column}

    def by(who: str, what: Any) -> dict[str, Any]:
        return {"value": what, "by": who, "path": None, "line": None, "column": None}

    assert shown["violation"] == at("poalint.yaml", 7, 16, "verification")
    assert shown["lang"] == at("poalint.yaml", 2, 7, "zh")
    assert shown["marketplace"] == at("drafts/a.md", 2, 14, "amazon.co.uk", "front matter")
    assert shown["fail-on"] == by("command line", "never")
    assert shown["max-warnings"] == by("default", None)
    assert shown["min-pillar"] == {"root-cause": at("poalint.yaml", 4, 26, "pass")}
    assert shown["ignore"] == [
        at("poalint.yaml", 8, 14, "rude"),
        at("poalint.yaml", 8, 20, "hedging"),
        by("command line", "flattery"),
    ]
    rows = run("config", "show", "drafts/a.md", "--fail-on", "never", "--lang", "en").out.splitlines()
    assert rows[0] == "drafts/a.md"
    told = [re.split(r" {2,}", row.strip()) for row in rows[1:]]
    assert ["violation", "verification", "poalint.yaml:7"] in told
    assert ["marketplace", "amazon.co.uk", "drafts/a.md:2 (front matter)"] in told
    assert ["fail-on", "never", "command line"] in told
    assert told[told.index(["ignore", "rude", "poalint.yaml:8"]) + 1] == ["hedging", "poalint.yaml:8"]
    assert len({row.index(each[-1]) for row, each in zip(rows[2:], told[1:], strict=True)}) == 1, "in columns"


def test_what_is_shown_is_what_check_does(project: Path) -> None:
    (project / "poalint.yaml").write_text("violation: expired\nlang: zh\n", encoding="utf-8")
    (project / "drafts" / "a.md").write_text(f"---\nviolation: counterfeit\n---\n{LETTER}", encoding="utf-8")
    for options in ([], ["--violation", "verification"], ["--isolated"]):
        judged = [file["case"] for file in checked("drafts", *options)["files"]]
        shown = [file["settings"]["violation"]["value"] for file in held("drafts", *options)["files"]]
        assert [case["violation"] if case and case["given"] else None for case in judged] == shown


# -- beginning one -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_new_one_loads_as_it_is_changes_nothing_and_every_key_in_it_can_be_set(project: Path, lang: str) -> None:
    before = checked("drafts/letter.txt", "--lang", "en")
    assert run("init", "--lang", lang).status == 0
    assert checked("drafts/letter.txt", "--lang", "en") == before
    text = (project / "poalint.yaml").read_text(encoding="utf-8")
    assert any("\u4e00" <= char <= "\u9fff" for char in text) == (lang == "zh")
    (project / "house-rules").mkdir()
    (project / "house-rules" / "pack.yaml").write_text(PACK, encoding="utf-8")
    head, rest = text.split("\n\n", 1)
    assert all(line.startswith("#") for line in head.splitlines())
    every = re.sub(r"^#(?! \S|$)", "", rest, flags=re.MULTILINE)
    (project / "poalint.yaml").write_text(every, encoding="utf-8")
    keys = set(yaml.safe_load(every))
    made = find(project)
    assert keys == {*made.base, "overrides"}
    assert len(keys) == 15
    assert len(made.overrides) == 2
    assert run("config", "show", "drafts").status == 0


def test_none_is_written_over(project: Path) -> None:
    for name in ("poalint.yaml", ".poalint.yaml", "pyproject.toml"):
        (project / name).write_text("[tool.poalint]\n" if name[0] == "p" and "toml" in name else "lang: en\n")
        before = (project / name).read_bytes()
        done = run("init")
        assert (done.status, done.out) == (2, "")
        assert f"{name}: there is a configuration already" in done.err
        assert (project / name).read_bytes() == before
        (project / name).unlink()
    assert run("init", "gone").status == 2


def test_a_good_letter_stays_one(project: Path) -> None:
    (project / "drafts" / "good.txt").write_bytes(GOOD.read_bytes())
    (project / "poalint.yaml").write_text("select: [root-cause]\nmin-pillar: {root-cause: pass}\n", encoding="utf-8")
    assert run("check", "drafts/good.txt").status == 0
    assert values(find(project).base, "select") == ("root-cause",)


def test_an_empty_list_is_shown_with_where_it_stands(project: Path) -> None:
    (project / "poalint.yaml").write_text("ignore: [rude]\nselect: []\n", encoding="utf-8")
    rows = {line.split()[0]: line.split()[1:] for line in run("config", "show", "drafts/letter.txt").out.splitlines()}
    assert rows["select"] == ["all", "poalint.yaml:2"]
    assert rows["extend-select"] == ["none", "default"]


def test_a_baseline_asked_for_is_shown_and_paths_have_one_form(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "poalint.yaml").write_text("baseline: known.json\n", encoding="utf-8")

    def shown(*args: object) -> tuple[str, list[str]]:
        lines = run("config", "show", *args).out.splitlines()
        rows = {line.split()[0]: line.split()[1:] for line in lines}
        return rows["configuration"][0], rows["baseline"]

    assert shown("drafts/letter.txt") == ("poalint.yaml", ["known.json", "poalint.yaml:1"])
    assert shown("drafts/letter.txt", "--baseline", "x.json")[1] == ["x.json", "command", "line"]
    monkeypatch.chdir(project / "drafts")
    up = "../poalint.yaml"
    assert shown("letter.txt") == (up, ["../known.json", f"{up}:1"])
