"""What a project's configuration says holds, from where it is found to what the program does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from poalint.errors import RuleError
from poalint.loading.configuration import Configuration, find
from program import run

PACK = "name: mine\nversion: 1.2.0\nabout: ours\noff: [too-short]\n"
LETTER = "Our late shipment rate was 9% because nobody had changed the handling time.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "house" / "tone").mkdir(parents=True)
    (tmp_path / "house" / "pack.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "letter.txt").write_text(LETTER, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("poalint.yaml", "rules: house\nviolation: expired\nlang: zh\n"),
        (".poalint.yaml", "rules: [house]\nviolation: expired\nlang: zh\n"),
        ("pyproject.toml", '[tool.poalint]\nrules = ["house"]\nviolation = "expired"\nlang = "zh"\n'),
    ],
)
def test_it_is_found_from_below(project: Path, name: str, text: str) -> None:
    (project / name).write_text(text, encoding="utf-8")
    assert find(project / "drafts") == Configuration(project / name, (str(project / "house"),), "expired", "zh")


def test_it_is_not_looked_for_above_the_root(project: Path) -> None:
    (project.parent / "poalint.yaml").write_text("lang: zh\n", encoding="utf-8")
    try:
        assert find(project / "drafts") == Configuration()
    finally:
        (project.parent / "poalint.yaml").unlink()


def test_a_project_that_does_not_speak_of_us_says_nothing(project: Path) -> None:
    (project / "pyproject.toml").write_text("[tool.ruff]\nline-length = 120\n", encoding="utf-8")
    assert find(project) == Configuration()


def test_the_nearest_one_holds_alone(project: Path) -> None:
    (project / "poalint.yaml").write_text("lang: zh\nviolation: expired\n", encoding="utf-8")
    (project / "drafts" / "poalint.yaml").write_text("violation: verification\n", encoding="utf-8")
    assert find(project / "drafts") == Configuration(project / "drafts" / "poalint.yaml", (), "verification", None)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("poalint.yaml", "rule: house\n", "poalint.yaml:1:1: rule: unknown key. Did you mean rules"),
        ("poalint.yaml", "lang: no\n", "poalint.yaml:1:7: lang: "),
        ("poalint.yaml", "lang: de\n", "poalint.yaml:1:7: lang: "),
        ("pyproject.toml", "[tool.poalint]\nrule = 1\n", "rule: unknown key. Did you mean rules"),
        ("pyproject.toml", "[tool.poalint\n", "this is not TOML"),
    ],
)
def test_mistakes_are_told_with_their_place(project: Path, name: str, text: str, told: str) -> None:
    (project / name).write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        find(project)
    assert name in str(caught.value)
    assert told in str(caught.value)


def test_two_in_one_folder_are_refused(project: Path) -> None:
    (project / "poalint.yaml").write_text("lang: zh\n", encoding="utf-8")
    (project / ".poalint.yaml").write_text("lang: en\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"poalint\.yaml, \.poalint\.yaml"):
        find(project)


def test_the_program_does_as_it_says(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "drafts")
    plain = json.loads(run("check", "--format", "json", "letter.txt").out)
    assert [each["name"] for each in plain["packs"]] == ["poalint"]
    assert "too-short" in [each["rule"] for each in plain["files"][0]["findings"]]
    (project / "poalint.yaml").write_text("rules: [house]\nviolation: expired\nlang: zh\n", encoding="utf-8")
    value = json.loads(run("check", "--format", "json", "letter.txt").out)
    assert [(each["name"], each["version"]) for each in value["packs"]][1:] == [("mine", "1.2.0")]
    (file,) = value["files"]
    assert file["case"] == {"violation": "expired", "given": True, "cue": None}
    assert "too-short" not in [each["rule"] for each in file["findings"]]
    assert any("\u4e00" <= char <= "\u9fff" for each in file["findings"] for char in each["message"])
    asked = json.loads(
        run("check", "--format", "json", "--lang", "en", "--violation", "verification", "letter.txt").out
    )
    assert asked["files"][0]["case"]["violation"] == "verification", "the command line comes first"
    assert "too-short" not in run("rules").out


def test_a_mistake_ends_the_run_before_any_draft(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    (project / "poalint.yaml").write_text("violaton: expired\n", encoding="utf-8")
    done = run("check", "drafts/letter.txt")
    assert (done.status, done.out) == (2, "")
    assert "violaton: unknown key. Did you mean violation" in done.err
