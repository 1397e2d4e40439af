"""A page for a client shows the letter, and nothing that is said to the program in its file."""

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import written as made
from poalint.comments import comments, without
from poalint.formats.html.sheet import sheet
from poalint.model import Draft
from program import run

HEAD = "We shipped 41 orders late in March because nobody had changed the handling time after the move.\n"
PLEA = "Please, my family will starve if you do not give the account back."
ALLOW = "<!-- poalint: allow emotional-plea -- the owner of Quimby wants it -->"
PIECES = st.lists(
    st.sampled_from(
        ("Word.", " ", "\n", "\r\n", "> ", ALLOW, "<!-- poalint: x", "-->", "<!-- ours -->", "<!--\npoalint\n: a -->")
    ),
    max_size=12,
).map("".join)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("front", ["", "---\nviolation: late-shipment\n---\n"])
def test_the_page_shows_the_letter_without_comments_and_the_list_tells_their_reasons(
    tmp_path: Path, newline: str, front: str
) -> None:
    letter = tmp_path / "a.md"
    text = f"{front}{HEAD}\n{ALLOW}\n{PLEA}\n\n<!-- poalint: alow rude -- Quimby -->\nYour team is stupid.\n"
    letter.write_bytes(text.replace("\n", newline).encode())
    page = run("check", "--format", "html", letter).out
    lines = re.search(r'<div class="sheet">.*?</article>', page, re.DOTALL)
    assert lines
    shown = [html.unescape(re.sub("<[^>]*>", "", each)) for each in re.findall(
        r'<div class="lines".*?</div>', lines[0], re.DOTALL
    )]  # fmt: skip
    letter_alone = f"{HEAD}\n{PLEA}\n\nYour team is stupid.\n".replace("\n", newline)
    assert "".join(shown) == letter_alone
    assert re.search(r'<mark class="error"[^>]*>Your team is stupid\.</mark>', page), "marks stand at their words"
    assert "the owner of Quimby wants it" in page
    assert "alow" in page, "what is wrong with a comment is still told"


def test_ordinary_comments_are_the_letters_own(tmp_path: Path) -> None:
    letter = tmp_path / "a.md"
    letter.write_text(f"{HEAD}\n<!-- a remark of ours -->\n", encoding="utf-8")
    assert "&lt;!-- a remark of ours --&gt;" in run("check", "--format", "html", letter).out


@given(PIECES, st.integers(0, 200), st.integers(0, 200))
def test_findings_keep_their_words(text: str, one: int, other: int) -> None:
    start, end = sorted(min(each, len(text)) for each in (one, other))
    draft = Draft("a.md", text)
    finding = replace(made.finding(text), start=start, end=end)
    result = sheet(draft, [finding])
    (moved,) = result.findings
    hidden = comments(text)
    assert not comments(result.draft.text) or not hidden or len(comments(result.draft.text)) < len(hidden)
    kept = "".join(without(text, hidden).split())
    assert "".join(result.draft.text.split()).replace(">", "") == kept.replace(">", "")
    if moved.start is None or moved.end is None:
        assert not without(text, hidden)[start:end].strip("> \r\n")
    else:
        words = result.draft.text[moved.start : moved.end]
        assert "".join(words.split()).replace(">", "") == "".join(without(text, hidden)[start:end].split()).replace(
            ">", ""
        )
