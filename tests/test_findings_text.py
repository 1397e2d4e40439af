"""What people see of many findings, of long lines and of long lists on a narrow screen."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poalint.formats.columns import cells
from poalint.formats.telling import shown
from poalint.formats.wrapping import rows
from poalint.model import Draft, Finding
from program import BAD, run

ITEM = re.compile(r"-[\d.]+ [a-z]+(?:-[a-z]+)+(?: \u00d7\d+)?")
PLACEHOLDERS = "Dear Amazon,\n\n" + "\n".join(f"We shipped [NUMBER {n}] orders late." for n in range(15)) + "\n"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(BAD + "\nI beg you!!! WE ARE VERY SORRY FOR ALL OF THIS.\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [60, 80, 100])
def test_a_line_breaks_between_costs_and_never_within_one(letter: Path, width: int, lang: str) -> None:
    whole = run("check", letter, "--lang", lang).out
    cut = run("check", letter, "--lang", lang, terminal=True, width=width, env={"NO_COLOR": "1"}).out
    (costs,) = [line for line in whole.splitlines() if line.count(" -") + line.count("\uff0c-") > 3]
    items = ITEM.findall(costs)
    assert len(items) > 4
    lines = cut.splitlines()
    assert all(any(item in line for line in lines) for item in items)
    assert all(cells(line) <= width for line in lines if "-" in line and ITEM.search(line))


@given(st.text("ab -,\uff0c\u4e2d", max_size=40), st.integers(4, 20), st.data())
def test_rows_keep_whole_what_is_to_stay_whole_and_lose_nothing(text: str, width: int, data: st.DataObject) -> None:
    ends = sorted(set(data.draw(st.lists(st.integers(0, len(text)), max_size=6))))
    whole = list(zip(ends[::2], ends[1::2], strict=False))
    made = list(rows(text, width, whole))
    assert "".join(text[start:end] for start, end in made) == text
    for start, end in made:
        assert cells(text[start:end].rstrip()) <= width
    # what is beside a stretch, without a space between them, may make a piece that is wider than a row
    apart = [(a, b) for a, b in whole if text[a - 1 : a] in ("", " ") and text[b - 1] == " "]
    for _, cut in made[:-1]:
        assert not any(a < cut < b and cells(text[a:b].rstrip()) <= width for a, b in apart)


def test_many_findings_of_one_rule_are_shown_thrice_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(PLACEHOLDERS, encoding="utf-8")
    out = run("check", path).out
    assert len(re.findall(r"^\S+:\d+:\d+: error unfilled-placeholder$", out, re.M)) == 3
    more = "and 12 more of unfilled-placeholder in lines 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17"
    assert out.count(f"\n  {more}\n") == 1
    assert out.index("[NUMBER 2]\u201d") < out.index(more)
    assert "unfilled-placeholder \u00d715" in out
    chinese = run("check", path, "--lang", "zh").out
    assert "unfilled-placeholder 还有 12 处，在第 6，7，8" in chinese  # noqa: RUF001 # Chinese commas
    (file,) = json.loads(run("check", path, "--format", "json").out)["files"]
    assert sum(each["rule"] == "unfilled-placeholder" for each in file["findings"]) == 15


def test_a_few_findings_of_one_rule_are_all_shown(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("\n".join(PLACEHOLDERS.splitlines()[:7]), encoding="utf-8")
    out = run("check", path).out
    assert len(re.findall(r"^\S+:\d+:\d+: error unfilled-placeholder$", out, re.M)) == 5
    assert "more of unfilled-placeholder" not in out


LONG = (
    "Since the parcels of that week were packed by two new people who had not been told about the label printer, it "
    "came that for many years nothing of the kind was seen, until the\ncarrier lost the parcels."
)


@pytest.mark.parametrize(
    ("cue", "marked"),
    [
        ("past merit: for many years", "for many years"),
        ("past merit: FOR MANY YEARS", "for many years"),
        ("\u65e7\u8d26\uff1afor many years", "for many years"),
        ("another\u2019s doing: carrier, lose", "carrier"),
        ("what: parcel", "Since the parcels"),
        ("a reason: nowhere", "Since the parcels"),
        ("denies", "Since the parcels"),
        ("", "Since the parcels"),
    ],
)
@pytest.mark.parametrize("room", [40, 52, 72])
def test_of_a_sentence_that_is_too_long_the_words_of_the_cue_are_shown(cue: str, marked: str, room: int) -> None:
    text = f"Dear Amazon,\n\n{LONG}\n"
    start = text.index(LONG)
    finding = Finding("x", None, None, "note", "m", "a", cue, start, start + len(LONG))
    found = shown(finding, Draft("x", text), room)
    line = found.before + found.words + found.after
    assert found.words.startswith(marked)
    assert line[found.marker.index("^") :].startswith(marked)
    assert cells(line) <= room
    assert found.number == (4 if marked == "carrier" else 3)


def test_a_sentence_that_fits_is_marked_whole() -> None:
    draft = Draft("x", "We packed late for many years.")
    finding = Finding("x", None, None, "note", "m", "a", "past merit: for many years", 0, len(draft.text))
    assert shown(finding, draft, 60).words == draft.text
