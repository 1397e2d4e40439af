"""What a file says of its text is believed; all that it leaves open is told from the lines, as ever."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handmade import Part, document, files
from pages import parsed
from poalint import loader, structure
from poalint.asides.written import written
from poalint.comments import letter_of
from poalint.model import Draft, Mark, MarkKind
from poalint.model.reading import Block, Reading
from poalint.structure.marked import Marks
from program import run

LAYOUT = loader.load().layout
BODY = "We changed a setting in April."
KINDS: tuple[MarkKind, ...] = ("heading", "paragraph", "list-item", "table-row", "quote")
WRAPPED = "We changed a setting in April and\nnobody told the night shift of it."


def marked(text: str, *kinds_and_words: tuple[MarkKind, str]) -> Draft:
    """A draft with a mark at each of the words, in the order given; each is looked for behind the one before."""
    marks, at = [], 0
    for kind, words in kinds_and_words:
        start = text.index(words, at)
        marks.append(Mark(kind, start, start + len(words)))
        at = start + len(words)
    return Draft("a.md", text, marks=tuple(marks))


def dressed(text: str, pattern: str, *marks: Mark) -> Draft:
    """A draft in which all that a pattern finds is markup."""
    found = [Mark("markup", *each.span()) for each in re.finditer(pattern, text)]
    return Draft("a.md", text, marks=tuple(sorted([*found, *marks], key=lambda each: each.start)))


def blocks(draft: Draft) -> tuple[Block, ...]:
    return structure.blocks(draft, LAYOUT)


def told(draft: Draft) -> list[tuple[str, str]]:
    return [(each.kind, draft.text[each.start : each.end]) for each in blocks(draft)]


# -- what the file says --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("heading", BODY),
        ("heading", "- an item"),
        ("heading", "Root cause"),
        ("list-item", BODY),
        ("list-item", "Dear Amazon,"),
        ("list-item", "Kind regards,"),
        ("table-row", "Root cause"),
        ("table-row", "Kind regards,"),
        ("quote", BODY),
        ("quote", "Kind regards,"),
    ],
)
def test_a_mark_decides_what_a_line_is_whatever_it_looks_like(kind: MarkKind, words: str) -> None:
    draft = document("a.docx", ("paragraph", "We sell toys."), (kind, words), ("paragraph", "We sell toys."))
    assert told(draft)[1] == (kind, words)
    assert blocks(draft)[1].quoted == (kind == "quote")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Dear Amazon,", "salutation"),
        ("Root cause", "heading"),
        ("\u2022 We refunded the buyers.", "list-item"),
        ("a | b | c |", "table-row"),
        (BODY, "paragraph"),
    ],
)
def test_in_a_mere_paragraph_the_words_tell(words: str, kind: str) -> None:
    draft = document("a.docx", ("paragraph", words), ("paragraph", BODY), ("paragraph", "We sell toys."))
    assert told(draft)[0][0] == kind


def test_the_signature_is_found_behind_marks() -> None:
    draft = document(
        "a.docx", ("heading", "Root cause"), ("paragraph", BODY), ("list-item", "Invoice"), ("paragraph", "Regards,"),
        ("paragraph", "Li Wei"), ("paragraph", "Quimby Toys"),
    )  # fmt: skip
    kinds = [kind for kind, _ in told(draft)]
    assert kinds == ["heading", "paragraph", "list-item", "signature", "signature", "signature"]


def test_headings_give_the_role_of_what_stands_under_them() -> None:
    draft = document(
        "a.docx", ("heading", "Root cause"), ("paragraph", BODY), ("heading", "Prevention"), ("quote", BODY)
    )
    found = [(each.kind, each.role) for each in blocks(draft)]
    assert found[:3] == [("heading", "cause"), ("paragraph", "cause"), ("heading", "preventive")]
    # what is set off under a heading of the letter is an answer, as in plain text
    assert found[3] == ("paragraph", "preventive")


def test_paragraphs_end_where_the_file_says_so_and_lines_within_go_on() -> None:
    text = f"{WRAPPED}\nIt was our mistake."
    whole, cut = (
        marked(text, ("paragraph", text)),
        marked(text, ("paragraph", WRAPPED), ("paragraph", "It was our mistake.")),
    )
    assert told(whole) == [("paragraph", text)]
    assert told(cut) == [("paragraph", WRAPPED), ("paragraph", "It was our mistake.")]


def test_an_item_ends_before_its_sub_item() -> None:
    text = "We sell toys:\n- We refunded\n  all buyers\n    - those of the spring\n- We wrote to them"
    found = marked(
        text, ("paragraph", "We sell toys:"), ("list-item", "We refunded\n  all buyers"),
        ("list-item", "those of the spring"), ("list-item", "We wrote to them"),
    )  # fmt: skip
    draft = dressed(text, r"(?m:^ *)- ", *found.marks)
    assert [kind for kind, _ in told(draft)] == ["paragraph", "list-item", "list-item", "list-item"]
    assert [each.text for each in blocks(draft)][1:] == [
        "We refunded all buyers", "those of the spring", "We wrote to them",
    ]  # fmt: skip


def test_marks_that_touch_are_two() -> None:
    text = "We refunded all.\nWe wrote to them."
    draft = marked(text, ("list-item", "We refunded all.\n"), ("list-item", "We wrote to them."))
    assert [each.text for each in blocks(draft)] == ["We refunded all.", "We wrote to them."]


def test_a_mark_over_several_paragraphs_holds_for_each_of_them() -> None:
    text = f"{BODY}\n\nWe told the shift.\n\nWe sell toys."
    draft = marked(text, ("quote", f"{BODY}\n\nWe told the shift."))
    assert told(draft) == [("quote", BODY), ("quote", "We told the shift."), ("paragraph", "We sell toys.")]


def test_a_heading_in_an_item_is_one() -> None:
    text = "- Root cause\n\n  We changed a setting."
    draft = marked(text, ("heading", "Root cause"), ("list-item", "We changed a setting."))
    assert [(each.kind, each.role) for each in blocks(draft)] == [("heading", "cause"), ("list-item", "cause")]


def test_nothing_in_front_matter_is_a_block() -> None:
    text = "---\nlang: en\n---\nRoot cause\n\nWe sell toys.\n"
    draft = Draft("a.md", text, 16, (Mark("heading", 4, 12), Mark("heading", 17, 27)))
    assert told(draft) == [("heading", "Root cause"), ("paragraph", "We sell toys.")]


PARTS = st.lists(
    st.tuples(
        st.sampled_from(KINDS),
        st.sampled_from([BODY, "Root cause", "We sell toys.", "Dear Amazon,", "x", "- y", "Regards,", WRAPPED]),
    ),
    min_size=1,
    max_size=9,
)


@given(PARTS)
@example([("quote", "x"), ("paragraph", "Dear Amazon,"), ("heading", "- y")])
def test_blocks_lie_in_order_each_within_one_mark_and_hold_all_words(parts: list[Part]) -> None:
    draft = document("a.docx", *parts)
    made = blocks(draft)
    assert all(one.end <= other.start for one, other in pairwise(made))
    for each in made:
        (own,) = (mark for mark in draft.marks if mark.start <= each.start < mark.end)
        assert each.end <= own.end
        assert (each.kind == "table-row") == (own.kind == "table-row")
        assert len(each.offsets) == len(each.text) + 1
    left = list(draft.text)
    for each in made:
        left[each.start : each.end] = " " * (each.end - each.start)
    assert not re.search(r"[A-Za-z]{2}", "".join(left))


def test_marks_are_found_by_place() -> None:
    marks = Marks([Mark("heading", 2, 4), Mark("markup", 3, 4), Mark("quote", 4, 6)])
    assert [found and found.kind for found in map(marks.at, range(7))] == [
        None, None, "heading", "heading", "quote", "quote", None,
    ]  # fmt: skip


# -- plain text: headings stand above their text, however far -----------------------------------------------------


@pytest.mark.parametrize("gap", [1, 2, 3, 6])
def test_a_heading_may_have_any_number_of_blank_lines_under_it(gap: int) -> None:
    text = "We sell toys.\n\nRoot cause\n" + "\n" * gap + BODY + "\n"
    assert [(each.kind, each.role) for each in blocks(Draft("a.txt", text))][1:] == [
        ("heading", "cause"), ("paragraph", "cause"),
    ]  # fmt: skip


def test_the_last_line_heads_nothing() -> None:
    assert blocks(Draft("a.txt", f"{BODY}\n\nRoot cause\n\n\n"))[-1].kind != "heading"
    assert blocks(Draft("a.txt", f"{BODY}\n\nRoot cause\n\n\n{BODY}"))[1].kind == "heading"


# -- markup --------------------------------------------------------------------------------------------------------

EMPHASIS = r"\*\*|`|\[(?=all)|\]\([^)]*\)"
LETTER = 'We un**believ**ably shipped [all](http://x.example/a "b c") **41** orders `late`.'


def test_words_are_whole_where_markup_stands_in_them() -> None:
    draft = dressed(LETTER, EMPHASIS)
    (block,) = blocks(draft)
    assert block.text == "We unbelievably shipped all 41 orders late."
    for at, char in zip(block.offsets, block.text, strict=False):
        assert draft.text[at] in (char, " ", ")", "*", "`", '"'), (at, char)
    assert draft.words(0, len(LETTER)) == block.text
    assert len(draft.body) == len(draft.text)


def test_markup_between_words_parts_them() -> None:
    text = "one<br>two |three|four| *five*"
    draft = dressed(text, r"<br>|\||\*")
    assert [each.text for each in blocks(draft)] == ["one two three four five"]
    assert draft.joining == ((24, 25), (29, 30))


@given(st.lists(st.tuples(st.text("ab c\n", max_size=6), st.text("*~[] (", max_size=4)), max_size=8))
def test_the_text_as_it_reads_has_no_markup_and_keeps_places(parts: list[tuple[str, str]]) -> None:
    text, spans = "", []
    for words, marks in parts:
        text += words
        spans.append(Mark("markup", len(text), len(text) + len(marks)))
        text += marks
    made = Draft("a.md", text, marks=tuple(spans)).plain
    hidden = {at for each in spans for at in range(each.start, each.end)}
    assert made.text == "".join(char for at, char in enumerate(text) if at not in hidden)
    assert all(text[made.span(at, at + 1)[0]] == char for at, char in enumerate(made.text))


def test_markup_is_no_word_and_no_figure() -> None:
    text = "**We** [refunded](https://x.example/one two) | **3**% | of `all` !!"
    reading = Reading(dressed(text, r"\*\*|`|\[|\]\([^)]*\)|\|"), (), (), ())
    assert reading.words == len(["We", "refunded", "3%", "of", "all", "!!"])


@pytest.mark.parametrize(
    ("text", "words"),
    [("| a | b |", 2), ("|a|b|", 1), ("| --- | :---: |\n|---|---|", 0), ("a - b -- c", 5), ("| - |", 1), (": |", 1)],
)
def test_the_lines_of_a_table_are_no_words(text: str, words: int) -> None:
    assert Reading(Draft("a.txt", text), (), (), ()).words == words


def test_a_pattern_does_not_look_into_link_targets(tmp_path: Path) -> None:
    text = f"{BODY} See [our list](https://x.example/[YOUR NAME]!!!) here.\n"
    plain, dressed_ = Draft("a.txt", text), dressed(text, r"\[(?=our)|\]\(https[^)]*\)")
    found = []
    for draft in (plain, Draft("b.md", text, marks=dressed_.marks)):
        with files(tmp_path, draft):
            (made,) = json.loads(run("check", "--format", "json", tmp_path / draft.path).out)["files"]
        found.append({each["rule"] for each in made["findings"]})
    assert {"unfilled-placeholder", "exclamation-marks"} <= found[0]
    assert not {"unfilled-placeholder", "exclamation-marks"} & found[1]


# -- comments to the program ---------------------------------------------------------------------------------------

ALLOW = "<!-- poalint: allow rude -- the owner wants it -->"


def test_a_letter_without_its_comments_keeps_its_marks() -> None:
    draft = marked(f"Root cause\n\n{ALLOW}\nWe sell toys.", ("heading", "Root cause"), ("paragraph", "We sell toys."))
    shown = letter_of(draft)
    assert (shown.marks, len(shown.text)) == (draft.marks, len(draft.text))
    assert told(draft) == [("heading", "Root cause"), ("paragraph", "We sell toys.")]


def scope(draft: Draft) -> str:
    (allowance,) = written(draft)
    return draft.text[slice(*allowance.scope)]


def test_an_allowance_holds_for_the_block_that_the_file_tells() -> None:
    items = f"{ALLOW}\nWe refunded\nall.\nWe wrote."
    assert scope(Draft("a.txt", items)) == "We refunded\nall.\nWe wrote.", "lines without a mark are one paragraph"
    assert scope(marked(items, ("list-item", "We refunded\nall."), ("list-item", "We wrote."))) == "We refunded\nall."
    rows = f"{ALLOW}\na, b\nc, d"
    assert scope(marked(rows, ("table-row", "a, b"), ("table-row", "c, d"))) == "a, b"
    heading = f"{ALLOW}\nRoot cause\nWe sell toys."
    assert scope(marked(heading, ("heading", "Root cause"), ("paragraph", "We sell toys."))) == "Root cause"
    typed = f"{ALLOW}\n1) one\n2) two"
    assert scope(marked(typed, ("paragraph", "1) one\n2) two"))) == "1) one", "a border only: the words tell"
    begin = len(f"{ALLOW}\n- ")
    bullets = dressed(f"{ALLOW}\n- We sell.\n- We wrote.", r"(?m:^)- ", Mark("list-item", begin, begin + 8))
    assert scope(bullets) == "- We sell."


# -- the page -------------------------------------------------------------------------------------------------------


def test_the_page_dims_markup_and_keeps_every_character(tmp_path: Path) -> None:
    text = f"---\nlang: en\n---\n# Root cause\n\n{ALLOW}\n- We **never** did wrong.\n- We sell\n  toys.\n\n> Quoted.\n"
    found = marked(
        text, ("heading", "# Root cause"), ("list-item", "- We **never** did wrong."),
        ("list-item", "- We sell\n  toys."), ("quote", "> Quoted."),
    )  # fmt: skip
    whole = dressed(text, r"\*\*|^# |^- |^> ".replace("^", "(?m:^)"), *found.marks)
    draft = Draft("a.md", text, text.index("#"), whole.marks)
    with files(tmp_path, draft):
        made = parsed(run("check", "--format", "html", tmp_path / "a.md").out)
    shown = "".join(each.text for each in made.all("span", "line"))
    assert shown == text[draft.front :].replace(f"{ALLOW}\n", "")
    assert [each.text for each in made.all("span", "markup")] == ["# ", "- ", "**", "**", "- ", "> "]
    classes = [each.attributes["class"].split()[1] for each in made.all("span", "line") if each.text.strip()]
    assert classes == ["heading", "item", "item", "more", "quoted"]
