# ruff: noqa: E501, RUF001 # tables: each case on one line; letters are typed with dashes
"""HTML drafts: the text as a browser shows it, its marks, and where each run of it stands in the source."""

from __future__ import annotations

import re
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poalint.errors import DraftError
from poalint.model import Draft
from poalint.readers import read
from program import BAD, run


def draft(page: str) -> Draft:
    return read("letter.html", page.encode(), ".html")


def marked(page: str) -> list[tuple[str, str]]:
    made = draft(page)
    return [(mark.kind, made.text[mark.start : mark.end]) for mark in made.marks]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>We   shipped\nlate</p>", "We shipped late"),
        ("<p>One<p>Two", "One\n\nTwo"),
        ("<div>One</div><div>Two</div><div><br></div><div>Three</div>", "One\nTwo\n\nThree"),
        ("One<br>Two<br/>Three", "One\nTwo\nThree"),
        ("<p>R&amp;D &lt;x&gt; &#8211; &#x4e2d;&hellip;&copy 5 & 6", "R&D <x> – 中…© 5 & 6"),
        ("<p>a<b>b</b>c <i> d</i> e", "abc d e"),
        ("<pre>a  b\n  c</pre>", "a  b\n  c"),
        ("<head><title>T</title><style>p{}</style><script>if (a<b) x()</script></head><p>We", "We"),
        ("<ul><li>One<li>Two<ul><li>Inner</ul><li>Three</ul>", "One\nTwo\nInner\nThree"),
        ("<table><tr><th>Order<th>Date<tr><td>1<td>2 May</table>", "| Order | Date |\n| 1 | 2 May |"),
        ("<table><tr><td><p>Dear</p><p>We</p></td></tr></table>", "Dear\n\nWe"),
        ("<p>a <!-- TODO -->b", "a b"),
        ("<!--[if gte mso 9]><xml>no</xml><![endif]--><p>We<![if !x]> did<![endif]>", "We did"),
        ("5 < 6 and <3", "5 < 6 and <3"),
        ("<p>We <!-- unclosed", "We"),
    ],
)
def test_the_text_is_what_a_browser_shows(page: str, text: str) -> None:
    assert draft(page).text == text


@pytest.mark.parametrize(
    ("page", "marks"),
    [
        ("<h2>Root <i>cause</i></h2><p>We", [("heading", "Root cause"), ("paragraph", "We")]),
        ("<p><b>Root cause</b><br>We did.</p>", [("heading", "Root cause"), ("paragraph", "We did.")]),
        ("<style>.c1{font-weight:700}</style><p class=c1>Root cause", [("heading", "Root cause")]),
        ("<p><b>We did it all.</b></p>", [("paragraph", "We did it all.")]),
        ("<ol><li>One<p>more</p></li></ol>", [("list-item", "One"), ("paragraph", "more")]),
        ("<blockquote><p>You said</blockquote>", [("quote", "You said")]),
        (
            "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·"
            "<span>&nbsp; </span></span><![endif]>One</p>",
            [("list-item", "One")],
        ),
    ],
)
def test_blocks_are_marked(page: str, marks: list[tuple[str, str]]) -> None:
    assert marked(page) == marks


@pytest.mark.parametrize(
    ("page", "kind", "on", "words"),
    [
        ("<p>We <span style='display: none'>ask  Li</span> did", "hidden", "We", "ask Li"),
        ("<style>.x{display:none}</style><p>We <i class=x>no</i>", "hidden", "We", "no"),
        ("<p hidden>secret</p><p>We", "hidden", "We", "secret"),
        ("<p>We <del>never</del> did", "deletion", "We", "never"),
        ("<p>We <ins>did</ins> it", "insertion", "did", "did"),
        (
            "<p>We<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup> did</p><div><p><a href='#cmnt_ref1'>[a]</a>"
            "<span>ask Li</span></p></div>",
            "comment", "We", "ask Li",
        ),
    ],
)  # fmt: skip
def test_what_is_not_shown_is_kept_beside_the_text(page: str, kind: str, on: str, words: str) -> None:
    made = draft(page)
    (extra,) = made.extras
    assert (extra.kind, made.text[extra.start : extra.end], extra.words) == (kind, on, words)
    assert kind == "insertion" or words not in made.text


def test_what_is_hidden_on_paper_or_on_telephones_only_is_shown() -> None:
    assert draft("<style>@media print { .x {display:none} }</style><p class=x>We").text == "We"


PIECES = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<div>", "</div>", "<li>", "<ul>", "</ul>", "<br>", "<table>", "<tr>", "<td>", "</table>",
     "<!-- x -->", "&amp;", "&nbsp;", "\n", "\r\n", "  ", "<pre>", "</pre>", "<h1>", "</h1>", "<span hidden>", "</span>",
     "<!-- poalint: allow x -- y -->", "Word", "zwei", "李", "<del>", "</del>", "<", "<blockquote>", "&hellip;"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_each_run_stands_in_the_source_where_its_spot_says(pieces: str) -> None:
    page = "<html>First" + pieces
    made = draft(page)
    lines = re.split(r"\r\n?|\n", page)
    for word in re.finditer(r"Word|zwei|李|First|<!-- poalint", made.text):
        line, column = made.position(word.start())
        assert lines[line - 1].startswith(word[0], column - 1)
    starts = [spot.start for spot in made.spots]
    assert starts == sorted(set(starts))
    assert all(0 <= mark.start < mark.end <= len(made.text) for mark in made.marks)
    assert [mark.start for mark in made.marks] == sorted(mark.start for mark in made.marks)


def test_findings_stand_in_the_lines_of_the_page_and_allowances_work() -> None:
    first, second, third = BAD.strip().split("\n\n")
    page = f"<html>\n<p>{first}</p>\n<p>{second}</p>\n<!-- poalint: allow future-only -- x -->\n<p>{third}</p>"
    out = run("check", "--stdin-filename", "letter.html", "--format", "csv", "-", stdin=page.encode()).out
    (denied,) = [line for line in out.splitlines() if "denied-fault" in line]
    assert "letter.html" in denied
    assert ",3,4," in denied


def test_what_stands_too_deep_is_refused() -> None:
    with pytest.raises(DraftError, match="more than 200 deep"):
        draft("<div>" * 300 + "We")
    assert draft("<p>" * 300 + "We").text == "We"


def test_our_own_report_is_no_letter() -> None:
    report = run("check", "--format", "html", "-", stdin=BAD.encode()).out
    with pytest.raises(DraftError, match="a report that poalint wrote"):
        draft(report)


@pytest.mark.parametrize(
    "piece", ["<b></b>", "<!--", "<a ", "</", "<", "&", "<p ='", "<![CDATA[", "<br>", "<del>x</del>"]
)
def test_no_page_takes_more_time_than_its_length(piece: str) -> None:
    page = "<p>We" + piece * (200_000 // len(piece))
    began = time.perf_counter()
    with suppress(DraftError):
        draft(page)
    assert time.perf_counter() - began < 5
