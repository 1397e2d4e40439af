"""Whatever a draft, a path or an error holds, what machines read stays whole, and nothing in it becomes a command."""

import csv
import html
import io
import json
import re
import unicodedata
import xml.etree.ElementTree as ET
from collections import Counter
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import written as made
from poalint.errors import PoalintError
from poalint.formats import MACHINE
from poalint.formats.check_csv import cell
from poalint.formats.check_github import _DATA, _PROPERTY, escaped
from poalint.formats.lines import on_one_line, visible
from poalint.formats.marking import code, marked
from poalint.formats.sarif_text import plain
from poalint.formats.uris import below, called, uri
from poalint.formats.xmltext import empty
from poalint.model import Report
from sarif_schema import VALIDATOR
from written import WORDS, written

Outcomes = list[Report | PoalintError]
OUTCOMES = st.lists(made.reports() | made.errors(), max_size=3)
BEYOND = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""
few = settings(max_examples=60, deadline=None)
many = settings(deadline=None)  # a machine with other work to do is no fault


# -- each way of escaping -----------------------------------------------------------------------------------------


@many
@given(WORDS)
def test_xml_holds_the_text_less_what_it_cannot(text: str) -> None:
    assert ET.fromstring(empty("a", b=text)).get("b") == BEYOND.sub("", text)


@many
@given(WORDS)
def test_a_command_of_github_is_one_line_that_is_read_back_as_it_was(text: str) -> None:
    for table in (_DATA, _PROPERTY):
        told = escaped(text, table)
        assert not set("\r\n") & set(told)
        for mark, instead in reversed(table):
            told = told.replace(instead, mark)
        assert told == text
    assert not set(":,") & set(escaped(text, _PROPERTY))


@many
@given(WORDS)
def test_a_cell_is_one_cell_and_no_formula(text: str) -> None:
    ((read,),) = csv.reader(io.StringIO(cell(text) or '""'), strict=True)
    assert not read.startswith(tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"))
    assert "\n" not in read


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", " =1", "\uff1d1"])
def test_what_a_spreadsheet_would_compute_is_text(text: str) -> None:
    assert cell(text) == f"'{text.strip()}"


@pytest.mark.parametrize(
    ("text", "written"), [("a", "a"), ("a,b", '"a,b"'), ('say "a"', '"say ""a"""'), ("", ""), ("a\r\nb", "a b")]
)
def test_cells_are_quoted_as_rfc_4180_says(text: str, written: str) -> None:
    assert cell(text) == written


@many
@given(WORDS)
def test_sarif_reads_a_message_as_plain_text(text: str) -> None:
    told = plain(text)
    assert not re.search(r"\[[^\[\]]*\]\([^)]*\)", told), "no link"
    assert re.sub(r"\{\{|\}\}", "", told).count("{") == 0
    assert told.replace("{{", "{").replace("}}", "}").replace("] (", "](") == text.replace("] (", "](")


@many
@given(WORDS)
def test_markdown_shows_the_text_and_does_nothing(text: str) -> None:
    told = marked(text)
    assert "\n" not in told
    assert "<" not in told
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]|~$#]", told)
    assert not re.search(r"[@#]\w", told)
    assert "://" not in told


def rendered(markdown: str) -> str:
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).renderInline(markdown))


@many
@given(WORDS)
def test_markdown_is_rendered_as_the_text(text: str) -> None:
    shown = visible(on_one_line(text)).replace("\u2060", "")
    assert html.unescape(rendered(f"**x** {marked(text)} y")).replace("\u2060", "") == f"<strong>x</strong> {shown} y"


@many
@given(WORDS)
def test_a_name_in_markdown_is_rendered_as_the_name(text: str) -> None:
    shown = visible(on_one_line(text))
    assert html.unescape(rendered(f"x {code(text)} y")) == f"x <code>{shown or '  '}</code> y"


@many
@given(WORDS)
def test_markdown_shows_a_name_as_it_is_typed(text: str) -> None:
    told = code(text)
    fence = re.match("`+", told)
    assert fence
    assert told.endswith(fence[0])
    inside = told[len(fence[0]) : -len(fence[0])]
    assert inside
    assert fence[0] not in re.findall("`+", inside)
    assert not re.search(r"(?<!\\)\|", code(text, in_table=True))


def test_a_name_that_no_file_can_have_is_encoded_too() -> None:
    assert uri("\ud800.txt") == ("%ED%A0%80.txt", True)


@many
@given(st.text(alphabet="ab %#?:\u4fe1\udcff~+&/", min_size=1))
def test_a_uri_names_the_same_file(path: str) -> None:
    address, relative = uri(path)
    assert re.fullmatch(r"(?:file://)?[A-Za-z0-9\-._~/%]*", address)
    decoded = re.sub(rb"%([0-9A-F]{2})", lambda found: bytes.fromhex(found[1].decode()), address.encode())
    name = called(path)
    assert decoded.decode("utf-8", "surrogateescape") == (name if relative else f"file:///{name.lstrip('/')}")


@pytest.mark.parametrize(
    ("path", "folder", "name"),
    [
        ("/a/b/c.txt", "/a", "b/c.txt"),
        ("/a/b/../c.txt", "/a", "c.txt"),
        ("/ab/c.txt", "/a", None),
        ("/c.txt", "/", "c.txt"),
        ("/a", "/a", None),
        ("", "/a", None),
    ],
)
def test_a_path_is_relative_below_a_folder_only(path: str, folder: str, name: str | None) -> None:
    assert below(path, folder) == name


# -- whole documents ----------------------------------------------------------------------------------------------


@few
@given(OUTCOMES)
def test_xml_is_well_formed_and_its_counts_add_up(outcomes: Outcomes) -> None:
    root = ET.fromstring(written("junit", *outcomes).encode("utf-8"))
    suites = root.findall("testsuite")
    assert len(suites) == len(outcomes)
    for suite in suites:
        cases = suite.findall("testcase")
        ends = {what: sum(case.find(what) is not None for case in cases) for what in ("failure", "error", "skipped")}
        assert int(suite.attrib["tests"]) == len(cases) >= 1
        assert [int(suite.attrib[name]) for name in ("failures", "errors", "skipped")] == list(ends.values())
        assert all(len(case.findall("*")) <= 2 for case in cases)
    files = ET.fromstring(written("checkstyle", *outcomes).encode("utf-8")).findall("file")
    assert len(files) == len(outcomes)


@few
@given(OUTCOMES)
def test_json_is_whole_and_sarif_is_valid(outcomes: Outcomes) -> None:
    sarif = json.loads(written("sarif", *outcomes))
    VALIDATOR.validate(sarif)
    (run,) = sarif["runs"]
    told = [each for each in outcomes if isinstance(each, Report)]
    assert len(run["results"]) == sum(len(each.findings) + len(each.left_out) for each in told)
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(ids) == len(set(ids)) == (2 if told else 0)
    assert all(ids[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    issues = json.loads(written("gitlab", *outcomes))
    failed = len(outcomes) - len(told)
    assert len(issues) == failed + sum(
        len(each.findings) + sum(miss.gate != "fail-on" for miss in each.misses) + len(each.draft.remarks)
        for each in told
    )


@few
@given(OUTCOMES, st.sampled_from(["en", "zh"]))
def test_every_line_of_github_is_a_command_of_this_program(outcomes: Outcomes, lang: Any) -> None:
    *commands, end = written("github", *outcomes, lang=lang).split("\n")
    assert end == ""
    shape = re.compile(r"::(error|warning|notice) (?:\w+=[^:,]*,)*title=[^:,]*::.*")
    assert [line for line in commands if not shape.fullmatch(line)] == []


@few
@given(OUTCOMES)
def test_csv_has_rows_of_one_length(outcomes: Outcomes) -> None:
    text = written("csv", *outcomes)
    assert text.startswith("\ufeffpath,line,")
    assert re.fullmatch("(?:[^\r\n]*\r\n)+", text)
    assert len({len(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)}) == 1


@few
@given(OUTCOMES, st.sampled_from(sorted(MACHINE)))
def test_nothing_for_machines_holds_what_a_terminal_obeys(outcomes: Outcomes, name: str) -> None:
    kinds = Counter(unicodedata.category(char) for char in written(name, *outcomes).removeprefix("\ufeff"))
    assert kinds["Cc"] == sum(written(name, *outcomes).count(char) for char in "\r\n")
    assert kinds["Cs"] == 0


def test_the_schema_refuses_what_is_wrong() -> None:
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate({"version": "2.1.0", "runs": [{"results": []}]})
