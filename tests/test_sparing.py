"""A report is written over an earlier report of the same format, and over nothing else."""

import json
from pathlib import Path

import pytest

from poalint.formats import names
from poalint.speech import LANGS
from program import BAD, GOOD, run

FORMS = names("check")


@pytest.fixture
def letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two letters, the working directory above it."""
    monkeypatch.chdir(tmp_path)
    made = Path("letters")
    made.mkdir()
    (made / "late.md").write_text(BAD, encoding="utf-8")
    (made / "good.md").write_text(GOOD.read_text(encoding="utf-8"), encoding="utf-8")
    return made


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("letter", ["letters/late.md", "letters/good.md", "./letters/../letters/late.md"])
def test_a_draft_of_the_run_is_never_written_over(letters: Path, form: str, letter: str) -> None:
    before = Path(letter).read_bytes()
    done = run("check", "letters", "--format", f"{form}={letter}")
    assert (done.status, done.out) == (2, "")
    assert done.err == f"poalint: {letter}: this is one of the drafts that are checked. Name another file.\n"
    assert Path(letter).read_bytes() == before
    assert sorted(each.name for each in letters.iterdir()) == ["good.md", "late.md"]


@pytest.mark.parametrize("form", FORMS)
def test_nothing_that_is_no_report_of_this_format_is_written_over(letters: Path, form: str) -> None:
    strangers = {
        "other.md": BAD,
        "rule.yaml": "id: rude\ntitle: Rude\n",
        "own.json": json.dumps({"version": "1", "schema": 2, "things": []}, indent=2),
        "page.html": "<!doctype html>\n<html lang='en'>\n<head><title>Ours</title></head>\n",
        "junit.xml": '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="pytest"><testsuite/></testsuites>\n',
        "style.xml": '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n<file name="A.java">\n'
        '<error line="1" severity="error" message="x" source="com.puppycrawl.X"/>\n</file>\n</checkstyle>\n',
        "quality.json": '[{"description": "x", "check_name": "eslint", "fingerprint": "1"}]\n',
        "other.sarif": '{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": []}\n',
        "sheet.csv": "\ufeffpath,amount\r\na,1\r\n",
        "binary": "\x00\x01\x02",
    }
    for name, text in strangers.items():
        Path(name).write_text(text, encoding="utf-8", newline="")
        done = run("check", "letters", "--format", f"{form}={name}")
        assert (done.status, done.out) == (2, ""), name
        assert "there is a file already, and it is no" in done.err
        assert "remove this one first" in done.err
        assert Path(name).read_text(encoding="utf-8") == text.replace("\r\n", "\n")


@pytest.mark.parametrize("name", ["poalint.yaml", ".poalint.yaml", "pyproject.toml", "letters/late.md.poalint.yaml"])
def test_a_configuration_is_never_written_over_nor_made(letters: Path, name: str) -> None:
    for there in (False, True):
        if there:
            Path(name).write_text("", encoding="utf-8")
        done = run("check", "letters", "--format", f"markdown={name}")
        assert (done.status, done.out) == (2, "")
        assert "a file of this name is a configuration" in done.err
        assert Path(name).exists() == there


@pytest.mark.parametrize("lang", LANGS)
def test_every_format_takes_the_place_of_its_own_earlier_report_and_of_no_other(letters: Path, lang: str) -> None:
    outputs = [f"--format={form}=out/{form}" for form in FORMS]
    Path("out").mkdir()
    Path("out/json").touch()  # an empty file, as a shell leaves one, is nobody's
    for args in (["letters"], ["letters", "--redact"], ["letters/late.md", "none.md"], ["letters/good.md"]):
        done = run("check", "--lang", lang, *args, *outputs)
        assert done.status in (0, 1, 2)
        assert "out/" not in done.err, args
    assert run("check", "--lang", lang, "letters", *outputs).status == 1
    for form in FORMS:
        for other in FORMS:
            held = Path("out", other).read_text(encoding="utf-8")
            if form != other and held:
                done = run("check", "--lang", lang, "letters", "--format", f"{form}=out/{other}")
                assert done.status == 2, (form, other)
                assert Path("out", other).read_text(encoding="utf-8") == held


def test_a_folder_is_told_before_any_draft_is_read(letters: Path) -> None:
    done = run("check", "none", "--format", "json=letters")
    assert (done.status, done.out, done.err) == (2, "", "poalint: letters: this is a folder. Name another file.\n")


def test_a_baseline_is_forced_over_a_baseline_alone(letters: Path) -> None:
    for name in ("letters/late.md", "notes.txt"):
        Path("notes.txt").write_text("Call the client.\n", encoding="utf-8")
        before = Path(name).read_bytes()
        done = run("baseline", "create", "--force", "--output", name, "letters")
        assert (done.status, done.out) == (2, "")
        assert Path(name).read_bytes() == before
    for _ in range(2):
        assert run("baseline", "create", "--force", "--output", "known.json", "letters").status == 0
    assert json.loads(Path("known.json").read_text(encoding="utf-8"))["kind"] == "baseline"
