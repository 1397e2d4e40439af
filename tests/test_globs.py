"""Patterns of paths mean what people expect of them, and what could match nothing is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poalint.globs import matches, mistake_in

SEGMENT = st.text(st.sampled_from("ab.-*?[]{},!é 信"), min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("pattern", "path", "meant"),
    [
        ("drafts/*.md", "drafts/a.md", True),
        ("drafts/*.md", "drafts/deep/a.md", False),
        ("drafts/*.md", "other/drafts/a.md", False),
        ("./drafts/*.md", "drafts/a.md", True),
        ("drafts/**/*.md", "drafts/a.md", True),
        ("drafts/**/*.md", "drafts/x/y/a.md", True),
        ("drafts/**/*.md", "draftsx/a.md", False),
        ("**/final/*", "final/a.md", True),
        ("**/final/*", "a/b/final/a.md", True),
        ("**/final/*", "a/notfinal/a.md", False),
        ("drafts/**", "drafts/a.md", True),
        ("drafts/**", "drafts/x/a.md", True),
        ("drafts/**", "drafts", False),
        ("**", "a/b/c.txt", True),
        ("*.md", "a.md", True),
        ("*.md", "deep/er/a.md", True),
        ("*.md", "a.mdx", False),
        ("archive", "archive/a.md", True),
        ("archive", "old/archive/2024/a.md", True),
        ("archive/", "archive/a.md", True),
        ("archive", "archived/a.md", False),
        ("drafts/expired", "drafts/expired/a.md", True),
        ("drafts/a.md", "drafts/a.md", True),
        ("drafts/a.md", "drafts/axmd", False),
        ("a?.md", "ab.md", True),
        ("a?b", "a/b", False),
        ("[ab].md", "b.md", True),
        ("[!ab].md", "c.md", True),
        ("[!ab].md", "a.md", False),
        ("x[!a]y", "x/y", False),
        ("[a-c]1.md", "b1.md", True),
        ("*.{md,txt}", "a.txt", True),
        ("*.{md,txt}", "a.pdf", False),
        ("{a,b/**}/*.md", "b/c/d.md", True),
        ("a,b.md", "a,b.md", True),
        ("信件/*.txt", "信件/申诉.txt", True),
        ("drafts/**x.md", "drafts/ax.md", True),
        ("a+b(c).md", "a+b(c).md", True),
    ],
)
def test_a_pattern_means_these_paths(pattern: str, path: str, meant: bool) -> None:
    assert mistake_in(pattern) is None
    assert matches(pattern, path) == meant


@pytest.mark.parametrize(
    "pattern", ["", "./", "/", "/drafts/*.md", "../a.md", "a/../b", "C:/a", "a\\b", "[ab", "{a,b", "a}", "[z-a]"]
)
def test_a_pattern_that_could_match_nothing_is_refused(pattern: str) -> None:
    assert mistake_in(pattern) is not None


@given(st.lists(SEGMENT, min_size=1, max_size=4).map("/".join))
def test_whatever_is_not_refused_can_be_asked(pattern: str) -> None:
    if mistake_in(pattern) is None:
        assert matches(pattern, "a/b.md") in (True, False)


@given(st.lists(st.text(st.sampled_from("ab.-é 信"), min_size=1, max_size=5), min_size=1, max_size=4))
def test_a_path_means_itself_and_all_below_it_and_nothing_else(parts: list[str]) -> None:
    path = "/".join(parts)
    if mistake_in(path) is None and parts[0] != ".":
        assert matches(path, path)
        assert matches(path, f"{path}/below.md")
        assert not matches(path, f"{path}x")
        assert matches(f"**/{path}", f"above/{path}")
