"""The HTML report: it holds the letter to the letter, nothing in it becomes markup, and it asks nobody for anything."""

import base64
import hashlib
import json
import re
import shlex
import weakref
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pages import Element, parsed
from poalint.earlier import Earlier
from poalint.errors import DraftError
from poalint.formats.html.elements import Markup, embedded, tag, verbatim
from poalint.formats.html.marks import numbered, pieces
from poalint.formats.html.writer import Writer
from poalint.formats.lines import visible
from poalint.formats.tally import Tally
from poalint.formats.writer import About
from poalint.model import (
    PILLARS,
    Case,
    Draft,
    Finding,
    LeftOut,
    Letter,
    Miss,
    Pillar,
    Report,
    RuleInfo,
    Severity,
)
from poalint.speech import Lang
from program import BAD, GOOD, run

ROOT = Path(__file__).parents[1]
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""What no HTML can hold, so that it is shown by its code."""


def found(start: int | None, end: int | None, severity: Severity = "warning", **others: object) -> Finding:
    made = Finding(
        "some-rule", None, None, severity, "It is wrong.", "Mend it.", "a cue", start, end, 3.0, None, "A fault"
    )
    return replace(made, **{"title": "A fault", **others})  # type: ignore[arg-type] # fields of a finding


def reported(text: str, *findings: Finding, path: str = "a.txt", letter: Letter = "plan", score: int = 61) -> Report:
    pillars = tuple(Pillar(name, "pass", 20.0, 20) for name in PILLARS)
    if letter == "dispute":
        pillars = tuple(Pillar(name, "not judged", None, 20) for name in PILLARS)
    rules = (RuleInfo("some-rule", "A fault", None, None, "warning", "A reviewer needs it."),)
    return Report(Draft(path, text), score, "revise", pillars, (), (), findings, letter=letter, rules=rules)


def written(*outcomes: Report | DraftError, lang: Lang = "en", earlier: Earlier | None = None) -> str:
    """The page, as a file would hold it."""
    tally = Tally((("poalint", "1.2.3"), ("acme <&>", "0.1")))
    writer = Writer(About(tally, 100, lang, earlier or Earlier()))
    lines = [*writer.begin()]
    for outcome in tally.watch(outcomes):
        assert not isinstance(outcome, DraftError) or outcome.where
        lines += writer.add(outcome)
    lines += writer.end()
    return "".join("".join(visible(text) for text, _ in each.parts) + "\n" for each in lines)


def page(*outcomes: Report | DraftError, lang: Lang = "en", earlier: Earlier | None = None) -> Element:
    return parsed(written(*outcomes, lang=lang, earlier=earlier))


def letter_of(made: Element) -> str:
    return "".join(line.text for line in made.all("span", "line"))


# -- the letter, to the letter --------------------------------------------------------------------------------------

TEXTS = st.text(
    st.one_of(st.sampled_from("\n\r\t <>&\"'|-ab\u202e\u2028\ufeff\x00\x07\x85\u0301\U0001f4e6"), st.characters()),
    min_size=1, max_size=80,
)  # fmt: skip


@st.composite
def drafts_with_findings(draw: st.DrawFn) -> tuple[str, list[Finding]]:
    text = draw(TEXTS)
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    severities = st.sampled_from(get_args(Severity))
    placed = draw(
        st.lists(st.builds(lambda place, how: found(place[0], place[1], how), places, severities), max_size=6)
    )
    return text, placed + draw(st.lists(st.just(found(None, None)), max_size=1))


@given(drafts_with_findings())
@example(("<script>alert(1)</script>\r\n</style>&amp;&#65;", [found(0, 8, "error"), found(3, 20), found(45, 45)]))
@example(("one\rtwo\r\n\n\tthree\n", [found(2, 9), found(3, 3, "note")]))
@example(("a\ud83d b", [found(1, 2)]))
def test_the_page_holds_the_letter_and_marks_the_words(case: tuple[str, list[Finding]]) -> None:
    text, findings = case
    made = page(reported(text, *findings))
    assert letter_of(made) == CONTROL.sub(lambda char: visible(char[0]), text)
    notes = {each.attributes["data-n"]: each for each in made.all("li", "finding")}
    assert list(map(int, notes)) == list(range(1, len(findings) + 1))
    badges = made.one("div", "letter").one("div", "sheet").all("a", "badge")
    marking = {each.attributes["data-n"] for each in badges if each.attributes["id"].startswith("d1-m")}
    marks = [number for mark in made.all("mark") for number in mark.attributes.get("data-n", "").split()]
    for each in numbered(len(text), findings):
        own = str(each.number)
        assert each.finding.severity in notes[own].classes
        assert (own in marking, own in marks) == (bool(each.place),) * 2
        if each.place:
            told = "".join(mark.text for mark in made.all("mark") if own in mark.attributes.get("data-n", "").split())
            words = text[each.finding.start : each.finding.end] or text[slice(*each.place)]
            assert told == CONTROL.sub(lambda char: visible(char[0]), words)


@given(TEXTS)
def test_no_text_and_no_path_becomes_markup(text: str) -> None:
    plain = page(reported("x", found(0, 1)), DraftError("b", "c"))
    odd = replace(
        reported("x", found(0, 1, message=text, advice=text, cue=text, title=text, rule=text), path=text),
        case=Case("x", text, False, text),
        misses=(Miss("gate", text),),
        left_out=(LeftOut(found(0, 1, message=text), "allowed", text),),
    )
    made = page(odd, DraftError(text, text))
    known = {each.name for each in plain.all()} | {"p", "b", "span", "ul", "li", "details", "summary"}
    assert {each.name for each in made.all()} <= known
    assert len(made.all("script")) == len(made.all("style")) == 1
    assert not [name for each in made.all() for name in each.attributes if name.startswith("on") or name == "style"]
    assert made.one("body").text.count(visible(text)) >= 9


@pytest.mark.parametrize("text", ["<b>", '"', "'", "&amp;", "a\u202eb", "\x1b[31m"])
def test_what_is_no_markup_is_escaped_in_elements_and_attributes(text: str) -> None:
    made = parsed(tag("p", text, [text, None], title=text).html).one("p")
    assert (made.text, made.attributes["title"]) == (visible(text) * 2, visible(text))
    assert parsed(tag("p", verbatim(text)).html).one("p").text == text.replace("\x1b", "\\x1b")


def test_only_markup_is_written_as_it_is() -> None:
    assert tag("p", Markup("<b>"), "<b>").html == "<p><b>&lt;b&gt;</p>\n"
    assert tag("p", data_n=3, hidden=True, title=None, class_="a").html == '<p data-n="3" hidden class="a"></p>\n'
    with pytest.raises(AssertionError):
        embedded("style", "a</style>")


@given(st.integers(1, 40), st.data())
def test_pieces_cover_the_draft_once_and_know_what_marks_them(length: int, data: st.DataObject) -> None:
    starts = st.integers(0, length - 1)
    places = data.draw(st.lists(starts.flatmap(lambda at: st.tuples(st.just(at), st.integers(at + 1, length)))))
    cuts = data.draw(st.lists(st.integers(0, length)))
    findings = numbered(length, (found(start, end) for start, end in places))
    made = pieces(length, findings, cuts)
    assert [each.start for each in made] == [0, *(each.end for each in made[:-1])]
    assert made[-1].end == length
    assert set(cuts) <= {0, *(each.end for each in made)}
    for piece in made:
        over = {each.number for each in findings if each.place and each.place[0] <= piece.start < each.place[1]}
        assert {each.number for each in piece.marks} == over
    assert sorted(each.number for piece in made for each in piece.begins) == [each.number for each in findings]


# -- what is told ----------------------------------------------------------------------------------------------------


def test_a_letter_checked_by_the_program_is_told_as_the_other_formats_tell_it(tmp_path: Path) -> None:
    draft = tmp_path / "bad.txt"
    draft.write_text(BAD, encoding="utf-8")
    done = run("check", draft, "--format", f"html={tmp_path / 'a.html'}", "--format", f"json={tmp_path / 'a.json'}")
    assert (done.status, done.out, done.err) == (1, "", "")
    made = parsed((tmp_path / "a.html").read_text(encoding="utf-8"))
    (told,) = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["files"]
    assert letter_of(made) == BAD
    assert made.one("p", "figure").one("b").text == str(told["score"])
    assert told["verdict"] in made.one("header", "overview").one("span", "verdict").text
    notes = made.all("li", "finding")
    assert len(notes) == len(told["findings"]) > 5
    for each in told["findings"]:
        assert any(each["message"] in note.text for note in notes)
        assert any(each["advice"] in note.text and each["rule"] in note.text for note in notes)
    whole = made.one("section", "whole").all("li", "finding")
    assert len(whole) == sum(each["line"] is None for each in told["findings"]) > 0
    assert all(f"{name}" in made.one("table", "pillars").text for name in told["pillars"])
    assert [each["message"] in made.one("div", "facts").text for each in told["gates"]] == [True]
    whys = [each for each in made.all("details") if each.one("summary").text == "Why a reviewer minds"]
    assert len(whys) == len({(each["rule"], each["advice"]) for each in told["findings"]})


def test_on_standard_output_it_is_the_same_page_and_errors_stand_in_it(tmp_path: Path) -> None:
    shown = run("check", GOOD, tmp_path / "no<such>.txt", "--format", "html", terminal=True, width=40)
    run("check", GOOD, tmp_path / "no<such>.txt", "--format", f"html={tmp_path / 'a.html'}")
    assert (shown.status, shown.err) == (2, "")
    assert shown.out == (tmp_path / "a.html").read_text(encoding="utf-8")
    made = parsed(shown.out)
    assert "no<such>.txt" in made.one("section", "trouble").text
    assert not made.all("nav")
    assert made.one("p", "clean")


def test_several_letters_are_listed_with_their_scores() -> None:
    made = page(reported("x", score=40), reported("y", path="in/b.txt", score=90), DraftError("c", "gone"))
    rows = made.one("nav").all("tr")
    assert [row.one("a").attributes["href"] for row in rows] == ["#d1", "#d2"]
    assert [row.one("a").text for row in rows] == ["a.txt", "in/b.txt"]
    assert [row.one("td", "number").text for row in rows] == ["40", "90"]
    assert [row.one("rect", "fill").attributes["width"] for row in rows] == ["40", "90"]
    assert [each.attributes["id"] for each in made.all("article")] == ["d1", "d2"]


def test_a_dispute_is_said_to_be_one_and_has_no_pillars() -> None:
    made = page(reported("x", letter="dispute"))
    assert "disputes the finding" in made.one("div", "facts").text
    assert not made.all("table")


def test_what_does_not_count_is_listed_with_its_reason() -> None:
    aside = LeftOut(found(0, 1, message="It shouts."), "allowed", "quoted from the notice")
    known = LeftOut(found(None, None, message="It is long."), "known")
    made = page(replace(reported("x"), left_out=(aside, known))).one("details", "left-out")
    assert [each.text.endswith(why) for each, why in zip(made.all("li"), ("Allowed: quoted from the notice",
            "Known from the baseline."), strict=True)] == [True, True]  # fmt: skip


def test_what_a_rule_always_says_is_told_once() -> None:
    made = page(reported("one two three", found(0, 3), found(4, 7), found(8, 13, advice="Strike it.")))
    first, second, third = made.all("li", "finding")
    assert "Mend it." in first.text
    assert "Mend it." not in second.text
    assert second.one("p", "again").one("a").attributes["href"] == f"#{first.attributes['id']}"
    assert "Strike it." in third.text


def test_tables_and_lists_are_known_to_the_style_sheet() -> None:
    made = page(reported("We did:\n- one\n2) two\n\n| a | b |\n|---|---|\n| c | d |\n\na | b | is no table\n"))
    assert [each.text for each in made.all("span", "item")] == ["- one\n", "2) two\n"]
    assert made.one("span", "rows").text == "| a | b |\n|---|---|\n| c | d |\n"


# -- earlier reports --------------------------------------------------------------------------------------------------

OF = '{{"schema": 1, "files": {}}}'


def test_earlier_reports_draw_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    draft = tmp_path / "bad.txt"
    draft.write_text(BAD, encoding="utf-8")
    run("check", "bad.txt", GOOD, "--format", "json=first.json")
    scores = [each["score"] for each in json.loads(Path("first.json").read_text(encoding="utf-8"))["files"]]
    draft.write_text(BAD + "\nWe shipped 41 orders late because nobody changed the handling time.\n", encoding="utf-8")
    run("check", "bad.txt", "--format", "json=second.json")
    second = json.loads(Path("second.json").read_text(encoding="utf-8"))["files"][0]["score"]
    draft.write_text(GOOD.read_text(encoding="utf-8"), encoding="utf-8")
    done = run(
        "check", "./bad.txt", GOOD, "--format", "html=a.html", "--previous", "first.json", "--previous", "second.json"
    )
    assert done.err == ""
    made = parsed(Path("a.html").read_text(encoding="utf-8"))
    now = [int(each.one("b").text) for each in made.all("p", "figure")]
    said = [each.attributes["aria-label"] for each in made.all("svg", "trend")]
    arrow = " \N{RIGHTWARDS ARROW} "
    assert said == [
        f"Scores so far: {arrow.join(map(str, (scores[0], second, now[0])))}",
        f"Scores so far: {arrow.join(map(str, (scores[1], now[1])))}",
    ]
    assert [each.text for each in made.all("svg", "trend")[0].all("circle")][:2] == [
        f"first: {scores[0]}",
        f"second: {second}",
    ]
    heights = [float(point.split(",")[1]) for point in made.all("polyline")[0].attributes["points"].split()]
    assert (heights[-1] < heights[0]) == (now[0] > scores[0])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, ": there is no such file or folder. `poalint check --format json=FILE` writes one."),
        ("{", ":1:2: this is not JSON"),
        ("[" * 100_000, ": this is nested too deeply"),
        ("\x00", ":1:1: this is not JSON"),
        ("[]", ": this must be an object"),
        ("{}", ": this is JSON, but no report on drafts. `poalint check --format json=FILE` writes one."),
        ('{"files": []}', ": the member 'schema' is missing"),
        ('{"schema": 2, "files": []}', ": its schema is 2, and this version of poalint reads 1"),
        (OF.format(3), ": files: this must be a list"),
        (OF.format("[3]"), ": files[0]: this must be an object"),
        (OF.format('[{"path": "a"}]'), ": files[0]: the member 'score' is missing"),
        (OF.format('[{"path": 1, "score": 1}]'), ": files[0].path: this must be a text"),
        (OF.format('[{"path": "a", "score": "1"}]'), ": files[0].score: this must be a whole number"),
        (OF.format('[{"path": "a", "score": 101}]'), ": files[0].score: no score is below 0 or above 100"),
        (OF.format('[{"path": "a", "score": true}]'), ": files[0].score: this must be a whole number"),
    ],
)
def test_what_is_no_earlier_report_is_refused(tmp_path: Path, content: str | None, said: str) -> None:
    report = tmp_path / "old.json"
    if content is not None:
        report.write_text(content, encoding="utf-8")
    done = run("check", GOOD, "--format", f"html={tmp_path / 'a.html'}", "--previous", report)
    assert (done.status, done.out) == (2, "")
    assert f"poalint: {report}{said}" in done.err
    assert not (tmp_path / "a.html").exists()


def test_earlier_reports_that_nothing_would_show_are_refused(tmp_path: Path) -> None:
    done = run("check", GOOD, "--previous", tmp_path / "old.json")
    assert (done.status, done.out) == (2, "")
    assert "--format html=FILE" in done.err


# -- the page ----------------------------------------------------------------------------------------------------------


def test_the_page_asks_nobody_for_anything_and_forbids_it() -> None:
    earlier = Earlier({"a.txt": (("x", 3),)})
    made = page(reported("See https://example.com", found(0, 3)), reported("y"), earlier=earlier)
    for each in made.all():
        for name, value in each.attributes.items():
            assert name not in ("src", "srcset", "action", "data", "poster", "background", "xlink:href")
            assert name != "href" or value.startswith("#")
            assert "url(" not in value
            assert "http" not in value or name == "http-equiv" or name == "content"
    style, script = made.one("style").text, made.one("script").text
    assert not re.search(r"url\(|@import|https?:|//[a-z]+\.", style)
    assert not re.search(r"fetch|XMLHttp|import\(|https?:|WebSocket|Beacon|innerHTML|eval", script)
    (policy,) = (each.attributes["content"] for each in made.all("meta") if "http-equiv" in each.attributes)
    for what, content in (("style-src", style), ("script-src", script)):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{what} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_every_link_leads_somewhere_and_every_id_is_one_things() -> None:
    first = reported("one two", found(0, 3), found(1, 5), found(None, None))
    made = page(replace(first, left_out=(LeftOut(found(0, 1), "known"),)), reported("three", found(0, 5)))
    ids = [each.attributes["id"] for each in made.all() if "id" in each.attributes]
    assert len(ids) == len(set(ids)) > 10
    for name in ("href", "aria-describedby", "aria-labelledby"):
        wanted = {each.attributes[name].removeprefix("#") for each in made.all() if name in each.attributes}
        assert wanted
        assert wanted <= set(ids)


def test_the_page_has_landmarks_headings_and_a_language() -> None:
    made = page(reported("x", found(0, 1)), reported("y"))
    assert [len(made.all(name)) for name in ("main", "h1", "nav", "footer", "article")] == [1, 1, 1, 1, 2]
    assert made.one("html").attributes["lang"] == "en"
    assert page(reported("x"), lang="zh").one("html").attributes["lang"] == "zh-Hans"
    assert {each.attributes["lang"] for each in page(reported("x"), lang="zh").all("div", "lines")} == {"en"}
    assert all("aria-label" in each.attributes for each in made.all("a", "badge"))
    assert all({"aria-hidden", "aria-label"} & set(each.attributes) for each in made.all("svg"))


def test_in_chinese_nothing_is_left_in_english(tmp_path: Path) -> None:
    draft = tmp_path / "信.txt"
    draft.write_text(BAD, encoding="utf-8")
    done = run("check", draft, GOOD, "/no/such", "--format", "html", "--lang", "zh")
    made = parsed(done.out)
    said = [each for name in ("p", "h1", "h2", "h3", "summary") for each in made.all(name)]
    own = " ".join(re.sub("“.*?”|「.*?」", "", each.text) for each in said)
    assert re.findall(r"(?:\b[A-Za-z]{3,} ){3,}", own) == []
    assert made.one("h1").text == "POA 检查报告"


def test_no_draft_is_kept_once_it_is_written() -> None:
    tally = Tally()
    writer = Writer(About(tally, 100))
    list(writer.begin())
    kept = []
    for number in range(20):
        made = reported("x" * 10_000, found(0, 5), path=f"{number}.txt")
        kept.append(weakref.ref(made.draft))
        list(writer.add(made))
    del made
    assert [each() for each in kept] == [None] * 20
    assert sum(len(line.parts[0][0]) for line in writer.end() if "<tr>" in line.parts[0][0]) < 20 * 200


def test_the_page_is_the_same_every_time() -> None:
    made = reported("one two", found(0, 3), found(2, 5, "error"))
    assert written(made, made) == written(made, made)


# -- colours -----------------------------------------------------------------------------------------------------------

STYLE = (ROOT / "src" / "poalint" / "formats" / "html" / "style.css").read_text(encoding="utf-8")
_ON = [
    ("ink", "ground"), ("ink", "sheet"), ("soft", "ground"), ("soft", "sheet"), ("accent", "ground"),
    ("accent", "sheet"),
    ("ink", "error-pale"), ("ink", "warning-pale"), ("ink", "note-pale"), ("sheet", "error"), ("sheet", "accent"),
    ("error", "ground"), ("warning", "ground"), ("note", "ground"), ("good", "ground"), ("good", "sheet"),
    ("warning", "warning-pale"), ("error", "error-pale"), ("good", "good-pale"), ("note", "sheet"),
]  # fmt: skip


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), _ON)
def test_text_stands_out_from_its_ground(scheme: int, text: str, ground: str) -> None:
    block = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[scheme]
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block))
    darker, lighter = sorted((_light(colours[text]), _light(colours[ground])))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


# -- the manual --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("manual", ["docs/html-report.md", "docs/zh/html-report.md"])
def test_the_commands_of_the_manual_work(manual: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / manual).read_text(encoding="utf-8")
    lines = [line for block in re.findall(r"^```sh\n(.*?)^```", text, re.M | re.S) for line in block.splitlines()]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "good.txt").write_text(GOOD.read_text(encoding="utf-8"), encoding="utf-8")
    assert len(lines) >= 3
    for line in lines:
        done = run(*shlex.split(line, comments=True)[1:])
        assert (done.status, done.err) == (0, ""), line
    for name in {name for line in lines for name in re.findall(r"html=(\S+)", line)}:
        assert parsed((tmp_path / name).read_text(encoding="utf-8")).all("article")
