# ruff: noqa: E501 # tables: each case on one line
"""Markdown drafts: the source stays the text; marks say what its blocks are, and what nobody sees is blank."""

from __future__ import annotations

import html
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from poalint.errors import DraftError
from poalint.model import Draft
from poalint.readers import read
from program import run

CORPUS = Path(__file__).parents[1] / "corpus" / "drafts"


def draft(text: str) -> Draft:
    return read("letter.md", text.encode(), ".md")


def marked(text: str) -> list[tuple[str, str]]:
    made = draft(text)
    return [(mark.kind, made.text[mark.start : mark.end]) for mark in made.marks if mark.kind != "markup"]


def shown(text: str) -> list[str]:
    return draft(text).body.split()


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("# Root cause\n\nWe did it.", [("heading", "Root cause"), ("paragraph", "We did it.")]),
        ("## Root cause ##\nWe did it.", [("heading", "Root cause"), ("paragraph", "We did it.")]),
        ("Root cause\n----\nWe did it.", [("heading", "Root cause"), ("paragraph", "We did it.")]),
        ("We shipped late, and said so.\n---\nMore", [("paragraph", "We shipped late, and said so."), ("paragraph", "More")]),
        ("**Root cause**\nWe did it.", [("heading", "**Root cause**"), ("paragraph", "We did it.")]),
        ("**We are sorry for it.**", [("paragraph", "**We are sorry for it.**")]),
        ("- one\n  goes on\n- two", [("list-item", "one\n  goes on"), ("list-item", "two")]),
        ("1. one\n   - inner\n2. two", [("list-item", "one"), ("list-item", "inner"), ("list-item", "two")]),
        ("1. **Cause**\n   We did it.", [("heading", "**Cause**"), ("paragraph", "We did it.")]),
        ("- one\n\n  more", [("list-item", "one"), ("paragraph", "more")]),
        ("- one is done.\nPrevention:", [("list-item", "one is done.")]),
        ("> you said\n> this", [("quote", "you said\n> this")]),
        ("> you said\nthis, too", [("quote", "you said\nthis, too")]),
        ("> Why did it happen?\nWe slept.", [("quote", "Why did it happen?")]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", [("table-row", "| a | b |"), ("table-row", "| 1 | 2 |")]),
        ("```\nDear *Amazon*\n```", [("paragraph", "Dear *Amazon*")]),
        ("Dear Amazon,\n\n    we indent our letters.", [("paragraph", "Dear Amazon,"), ("paragraph", "we indent our letters.")]),
        ("One\n<!-- poalint: allow x -- y -->\nand more", [("paragraph", "One\n<!-- poalint: allow x -- y -->\nand more")]),
    ],
)  # fmt: skip
def test_blocks_are_marked(text: str, marks: list[tuple[str, str]]) -> None:
    assert marked(text) == marks


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We **did** it", "We did it"),
        ("[orders](http://a.b/c 'all') late", "orders late"),
        ("[orders][1] late\n\n[1]: http://a.b/c", "orders late"),
        ("![a chart](a.png) shows", "shows"),
        ("5 \\* 3\\\nis", "5 * 3 is"),
        ("`SKU-1` and ``a`b``", "SKU-1 and a`b"),
        ("We don`t and won`t", "We don`t and won`t"),
        ("<b>We</b> did<br> it <!-- why? --> here", "We did it here"),
        ("<!-- one\n\n# two\n-->\nWe", "We"),
        ("Order <order id> of <address>", "Order <order id> of <address>"),
        ("<http://a.b/c>", "http://a.b/c"),
        ("Name: ____ and ____", "Name: ____ and ____"),
        ("[item](s) of [ASIN]", "[item](s) of [ASIN]"),
        ("a&nbsp;b", "a b"),
        ("~~old~~ new", "old new"),
        ("| a \\| b | c |\n|:-:|--|\n| **1** | 2 |", "| a | b | c | | 1 | 2 |"),
        ("---\nviolation: expired\n---\n# *We*", "# We".removeprefix("# ")),
    ],
)
def test_what_nobody_sees_is_blank(text: str, words: str) -> None:
    assert shown(text) == words.split()


def test_a_draft_of_nothing_but_comments_is_empty() -> None:
    with pytest.raises(DraftError, match="empty"):
        draft("<!-- nothing yet -->\n")


PIECES = st.sampled_from(
    ["We", "shipped", "late", "*", "**", "_", "`", "[", "](http://a.b)", "]", "(", "\\", "\\*", "# ", "## ", "- ", "1. ",
     "> ", "| ", " |", "|--|", "\n", "\n\n", "\n    ", "\r\n", " ", "  \n", "\t", "---\n", "===\n", "~~", "![", "<b>",
     "</b>", "<x>", "&", "```\n", "<!-- c -->", "<!--", "-->", "“", "李", ".", ":", "!"]
)  # fmt: skip
SOURCES = st.lists(PIECES, max_size=40).map("".join)


@settings(max_examples=300, deadline=None)
@given(SOURCES)
def test_marks_lie_in_order_in_the_text_and_the_body_keeps_every_place(text: str) -> None:
    text = "We " + text
    made = draft(text)
    assert made.text == text
    assert all(0 <= mark.start < mark.end <= len(text) for mark in made.marks)
    assert [mark.start for mark in made.marks] == sorted(mark.start for mark in made.marks)
    blocks = [mark for mark in made.marks if mark.kind != "markup"]
    assert all(one.end <= other.start for one, other in pairwise(blocks))
    assert len(made.body) == len(text)
    assert all(a == b or (a == " " and b not in "\r\n") for a, b in zip(made.body, text, strict=True))


WORDS = st.lists(
    st.sampled_from(["We", "shipped", "late", "and", "told", "buyers", "why", "李明", "(x)", "5"]),
    min_size=1,
    max_size=5,
).map(" ".join)
INLINE = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        WORDS.map(lambda text: f"**{text}**"), WORDS.map(lambda text: f"*{text}*"), WORDS.map(lambda text: f"~~{text}~~"),
        WORDS.map(lambda text: f"[{text}](http://a.b/c)"), WORDS.map(lambda text: f"`{text}`"),
        inner.map(lambda text: f"<b>{text}</b>"), st.just("![p](a.png)"), st.just("\\*"), st.just("<!-- no -->"),
        st.tuples(inner, inner).map(" ".join), st.tuples(inner, inner).map("\n".join),
    ),
    max_leaves=5,
)  # fmt: skip
BLOCKS = st.lists(
    st.one_of(
        INLINE, WORDS.map("## {}".format), WORDS.map("We {}\n---".format), WORDS.map("> {}".format), WORDS.map("```\n{}\n```".format),
        st.lists(WORDS, min_size=1, max_size=3).map(lambda each: "\n".join(f"- {words}" for words in each)),
        st.lists(WORDS, min_size=1, max_size=3).map(lambda each: "\n".join(f"{n}. {words}" for n, words in enumerate(each, 1))),
        st.tuples(WORDS, WORDS).map(lambda cells: "| {} | {} |\n|---|:-:|\n| a | b |".format(*cells)),
    ),
    min_size=1, max_size=5,
).map("\n\n".join)  # fmt: skip
SIGNS = re.compile(r"^[ \t]*(?:[->|]|\d+\.)|\|", re.MULTILINE)


@settings(max_examples=200, deadline=None)
@given(BLOCKS)
def test_the_body_reads_as_the_rendered_letter(text: str) -> None:
    text = "We\n\n" + text
    page = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)
    rendered = html.unescape(re.sub(r"<!--.*?-->|<[^>]*>", "", page))
    assert "".join(SIGNS.sub("", draft(text).body).split()) == "".join(rendered.split())


def test_a_plain_letter_is_judged_the_same_whatever_it_is_called(tmp_path: Path) -> None:
    letters = sorted(CORPUS.glob("*.txt"))[::60]
    assert len(letters) > 8
    outs = []
    for suffix in ("txt", "md"):
        folder = tmp_path / suffix
        folder.mkdir()
        for letter in letters:
            (folder / f"{letter.stem}.{suffix}").write_bytes(letter.read_bytes())
        out = run("check", "--format", "csv", folder).out
        outs.append(out.replace(str(folder), "").replace(f".{suffix}", ""))
    assert outs[0] == outs[1]
