"""What the manual says of formats is so."""

import re
import shlex
from pathlib import Path

import pytest

from poalint.formats import check_markdown, github_summary, names
from program import BAD, run

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "docs" / "formats.md", ROOT / "docs" / "zh" / "formats.md"]


@pytest.fixture(params=PAGES, ids=lambda page: page.parent.name)
def page(request: pytest.FixtureRequest) -> str:
    path: Path = request.param
    return path.read_text(encoding="utf-8")


def test_the_table_holds_every_format(page: str) -> None:
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == names("check")


def test_its_commands_work(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "bad.txt").write_text(BAD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    commands = re.findall(r"(?:^|: )(poalint check .*)$", page, re.MULTILINE)
    assert len(commands) == 4
    for command in commands:
        done = run(*shlex.split(command)[1:])
        assert (done.status, done.err) == (1, "")
        assert "bad.txt" in done.out
    assert {each.name for each in tmp_path.iterdir()} == {
        "drafts", "poalint.sarif", "poalint.xml", "gl-code-quality-report.json"
    }  # fmt: skip


def test_its_figures_are_those_of_the_program(page: str) -> None:
    assert f"{check_markdown.Writer.ROOM:,}" in page
    assert f"{github_summary.Writer.ROOM:,}" in page


def test_both_pages_name_the_same_things() -> None:
    english, chinese = (set(re.findall(r"`([^`\n]+)`", page.read_text(encoding="utf-8"))) for page in PAGES)
    assert english == chinese
