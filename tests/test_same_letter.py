"""One letter, kept in many formats by the programs that people use: the same is found, each time where it stands."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from poalint.sources import of_bytes
from program import run

SAMPLES = Path(__file__).parent / "samples" / "same"
OF_LINES = ("txt", "md", "html")
DOCUMENTS = ("docx", "odt", "rtf")
PARAGRAPHS = {"denied-fault": 3, "emotional-plea": 3, "unfilled-placeholder": 6, "exclamation-marks": 9}
"""In which paragraph a document has each: headings, items and rows are counted too."""


def readable(suffix: str) -> str:
    """The ending itself; the test is skipped where its reader is missing."""
    if suffix == "html":
        pytest.importorskip("poalint.readers.html")
    return suffix


def checked(path: Path) -> dict[str, Any]:
    (made,) = json.loads(run("check", "--format", "json", path).out)["files"]
    assert isinstance(made, dict)
    return made


def prints(made: dict[str, Any]) -> Iterator[tuple[str, str]]:
    return ((each["rule"], each["fingerprint"]) for each in made["findings"])


@pytest.fixture(scope="module")
def plain() -> dict[str, Any]:
    made = checked(SAMPLES / "letter.txt")
    assert {each["rule"] for each in made["findings"]} > set(PARAGRAPHS)
    return made


@pytest.mark.parametrize("suffix", ["md", "html", *DOCUMENTS])
def test_the_same_is_found_with_the_same_fingerprints(suffix: str, plain: dict[str, Any]) -> None:
    made = checked(SAMPLES / f"letter.{readable(suffix)}")
    assert sorted(prints(made)) == sorted(prints(plain))
    assert (made["score"], made["pillars"]) == (plain["score"], plain["pillars"])


@pytest.mark.parametrize("suffix", OF_LINES)
def test_lines_and_columns_are_those_of_the_file(suffix: str) -> None:
    path = SAMPLES / f"letter.{readable(suffix)}"
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    placed = [each for each in checked(path)["findings"] if each["start"] is not None]
    assert {each["rule"] for each in placed} >= set(PARAGRAPHS)
    for each in placed:
        assert each["page"] is each["paragraph"] is None
        if suffix != "html" or each["rule"] != "denied-fault":  # there a tag stands among the words
            stands = lines[each["line"] - 1][each["column"] - 1 : each["end_column"] - 1]
            assert stands == each["text"]


@pytest.mark.parametrize("suffix", DOCUMENTS)
def test_documents_tell_the_paragraph(suffix: str) -> None:
    made = checked(SAMPLES / f"letter.{suffix}")
    found = {each["rule"]: (each["paragraph"], each["line"]) for each in made["findings"]}
    assert {rule: found[rule] for rule in PARAGRAPHS} == {rule: (at, None) for rule, at in PARAGRAPHS.items()}


@pytest.mark.parametrize("suffix", [*OF_LINES, *DOCUMENTS])
def test_the_text_between_two_places_is_what_was_reported(suffix: str) -> None:
    path = SAMPLES / f"letter.{readable(suffix)}"
    draft = of_bytes(str(path), path.read_bytes())
    for each in checked(path)["findings"]:
        if each["start"] is not None:
            assert draft.text[each["start"] : each["end"]] == each["text"]
    text = json.loads(run("parse", "--format", "json", path).out)["files"][0]["text"]
    assert text == draft.text


@pytest.mark.parametrize("suffix", DOCUMENTS)
def test_a_redraft_in_another_format_is_the_same_letter(suffix: str) -> None:
    done = run("diff", SAMPLES / "letter.txt", SAMPLES / f"letter.{suffix}")
    assert done.status == 0
    assert "0 findings mended, 0 new," in done.out
    assert re.search(r"unfilled-placeholder, paragraph 6\n", done.out)


def test_a_baseline_knows_a_document(tmp_path: Path) -> None:
    letter = shutil.copy(SAMPLES / "letter.docx", tmp_path)
    baseline = tmp_path / "known.json"
    assert run("baseline", "create", "--output", baseline, letter).status == 0
    done = run("check", "--baseline", baseline, letter)
    assert (done.status, "no findings; 8 findings left out" in done.out) == (0, True)


@pytest.mark.parametrize("suffix", DOCUMENTS)
def test_a_file_beside_a_document_allows_what_stands_in_it(suffix: str, tmp_path: Path) -> None:
    letter = Path(shutil.copy(SAMPLES / f"letter.{suffix}", tmp_path))
    beside = letter.with_name(f"{letter.name}.poalint.yaml")
    beside.write_text("allow:\n  - rule: denied-fault\n    reason: it is so\n    words: never did anything\n", "utf-8")
    (left,) = checked(letter)["left_out"]
    assert (left["rule"], left["by"], left["reason"], left["paragraph"]) == ("denied-fault", "allowed", "it is so", 3)
    beside.write_text("allow:\n  - rule: denied-faul\n    reason: it is so\n", "utf-8")
    (wrong,) = (each for each in checked(letter)["findings"] if each["rule"] == "unknown-allowance")
    assert f"{letter.name}.poalint.yaml:2:" in wrong["message"]
    assert wrong["paragraph"] is None


def test_a_folder_of_all_formats_comes_out_the_same_from_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POALINT_CACHE_DIR", str(tmp_path / "cache"))
    for suffix in ("txt", "md", *DOCUMENTS):
        shutil.copy(SAMPLES / f"letter.{suffix}", tmp_path)
    first, again = (run("check", "--format", "json", tmp_path).out for _ in range(2))
    assert first == again
    assert len(json.loads(again)["files"]) == 5
