"""What a draft, its name, a rule or a setting says is only ever shown: it commands no terminal, page, sheet or CI."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from markdown_it import MarkdownIt

from poalint.formats import names
from program import BAD, Run, run

HOSTILE = {
    "colour": "\x1b[31mred\x1b[0m",
    "link": "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "c1": "\x9b31mred\x9d8;;x\x9c",
    "rich": "[red]alive[/red] [link=http://evil.example]x[/link] :smile:",
    "workflow": "::error file=x::alive",
    "escaped": "%0A::stop-commands::alive%0D",
    "script": "</script></style></title>--><script>alive()</script><img src=x onerror=alive()>",
    "attribute": '" onmouseover="alive()" x=\'',
    "formula": '=HYPERLINK("http://evil.example","x")',
    "plus": "+cmd|' /C calc'!A0",
    "cdata": "]]><alive/>",
    "entity": "&alive; &lt;alive&gt; &#60;",
    "separators": "a\u2028::error::alive\u2029b\x85c",
    "bidi": "a\u202egnihtemos\u202c\u2066b",
    "markdown": "`x` ![alive](http://evil.example/x.png) [a](javascript:alive()) <b>alive</b> | **x** @everyone #1",
    "fence": "```\n# alive\n```",
    "line": "one\n::error::alive\r\n<alive>",
    "fields": "{words.__class__} {0} {x!r:>99999999} %s %(x)s ${x} $(touch alive)",
}
EVIL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a terminal obeys, and what turns the order of words round."""
RULE = """\
id: {id}
title: {text}
severity: error
flag: rude
points: 1
message: {message}
advice: {text}
why: {text}
source: {text}
check: {{kind: pattern, patterns: [alive, evil, red, something]}}
examples: {{fires: [alive], silent: [dead], near_miss: [live]}}
zh: {{title: {text}, message: {message}, advice: {text}, why: {text}, source: {text}}}
"""


class Page(HTMLParser):
    """What a browser would make of a page: its elements and their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


def dead(page: str) -> None:
    """Assert that nothing in a page came of what was said."""
    for tag, attributes in Page(page).elements:
        assert tag not in ("img", "alive"), tag
        assert not [name for name in attributes if name.startswith("on")], (tag, attributes)
        assert "evil.example" not in (attributes.get("href") or "")
        assert not (attributes.get("href") or "").startswith("javascript:")


def _plain(text: str) -> None:
    assert not EVIL.search(text.removeprefix("\ufeff")), repr(EVIL.search(text))
    assert "\u2028" not in text


def _text(text: str) -> None:
    _plain(text)
    assert not re.search(r"^::", text, re.MULTILINE)


def _json(text: str) -> None:
    _plain(text)
    json.loads(text)


def _xml(text: str) -> None:
    root = ET.fromstring(text.encode())
    assert not [each for each in root.iter() if each.tag == "alive"]


def _csv(text: str) -> None:
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if cell.startswith(tuple("=+-@\t\r"))]


def _github(text: str) -> None:
    _plain(text)
    for line in text.splitlines():
        assert re.match(r"::(error|warning|notice) (file|title)=|poalint: ", line), line


def _html(text: str) -> None:
    dead(text)
    assert text.count("<script>alive()") == 0


def _markdown(text: str) -> None:
    _plain(text)
    dead(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text))


READS: dict[str, Callable[[str], None]] = {
    "text": _text, "table": _text, "full": _text, "brief": _text, "json": _json, "sarif": _json, "gitlab": _json,
    "junit": _xml, "checkstyle": _xml, "csv": _csv, "github": _github, "github-summary": _markdown, "html": _html,
    "markdown": _markdown,
}  # fmt: skip
"""A parser of each format, with what must not have come of anything."""


def quoted(text: str) -> str:
    """A text as YAML holds any: what none can hold is refused before anything is shown."""
    return json.dumps(text, ensure_ascii=True)


def sound(done: Run, format_: str) -> None:
    """Assert that a run ended as runs do, and that its output is what its format is, and dead."""
    assert done.status in (0, 1, 2)
    _text(done.err)
    if done.out:
        READS[format_](done.out)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "pack" / "form").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _named(text: str) -> str:
    """A file name that holds the text: no system takes a slash or a null."""
    return text.replace("/", "\u2215").replace("\0", "") + ".txt"


def _spread(project: Path) -> list[str]:
    """For each text a draft and a rule, and beside the draft a reason, that say it; gives the drafts' names."""
    about = " ".join(HOSTILE.values())
    (project / "pack" / "pack.yaml").write_text(
        f"name: house\nversion: 1.0.0\nabout: {quoted(about)}\n", encoding="utf-8"
    )
    made = []
    for what, text in HOSTILE.items():
        braced = text.replace("{", "(").replace("}", ")")  # in a message they are fields
        rule = RULE.format(id=f"house-{what}", text=quoted(braced), message=quoted(f"{braced} {{words}}"))
        (project / "pack" / "form" / f"house-{what}.yaml").write_text(rule, encoding="utf-8")
        name = _named(text) if sys.platform != "win32" else f"{what}.txt"
        letter = f"{BAD}\nWe say alive {text} to you.\n\n- {text} red\n"
        (project / name).write_bytes(letter.encode("utf-8", "replace"))
        reason = f"allow:\n  - {{rule: no-cause, reason: {quoted(text)}}}\n  - {{rule: gone, reason: {quoted(text)}}}\n"
        (project / f"{name}.poalint.yaml").write_text(reason, encoding="utf-8")
        made.append(name)
    return made


def test_nothing_that_is_said_comes_alive_in_any_format(project: Path) -> None:
    drafts = _spread(project)
    pack = ("--rules", project / "pack")
    cache = {"POALINT_CACHE_DIR": str(project / "cache"), "XDG_CACHE_HOME": str(project / "cache")}
    for format_ in names("check"):
        done = run("check", *pack, "--format", format_, "--", *drafts, env=cache)
        sound(done, format_)
        assert done.status == 1, done.err
        assert "house-" in done.out or format_ == "github", "which shows ten of a kind"
    sound(run("parse", *pack, "--format", "text", "--", *drafts), "text")
    for format_ in names("parse"):
        sound(run("parse", *pack, "--format", format_, "--", *drafts), format_)
    for format_ in names("config"):
        sound(run("config", "show", *pack, "--format", format_, "--", *drafts), format_)
    for format_ in names("diff"):
        for one, other in pairwise(drafts):
            sound(run("diff", *pack, "--format", format_, "--", one, other, env=cache), format_)
    for format_ in names("rules"):
        sound(run("rules", *pack, "--format", format_), format_)
    for format_ in names("test"):
        sound(run("test", project / "pack", "--format", format_), format_)
    for what, text in HOSTILE.items():
        sound(run("explain", *pack, f"house-{what}"), "text")
        sound(run("explain", *pack, "--", text), "text")
    sound(run("baseline", "create", *pack, "--baseline", "known.json", "--", *drafts, env=cache), "text")
    sound(run("baseline", "create", *pack, "--output", "known.json", "--", *drafts, env=cache), "text")
    _json((project / "known.json").read_text(encoding="utf-8"))
    assert not list(project.glob("**/alive"))


@pytest.mark.parametrize("what", list(HOSTILE))
def test_what_is_wrong_is_told_without_coming_alive(project: Path, what: str) -> None:
    """Names that nothing goes by, in settings, packs and rules, are quoted in messages."""
    text = HOSTILE[what]
    (project / "a.txt").write_text(BAD, encoding="utf-8")
    (project / "pack" / "pack.yaml").write_text(f"name: {quoted(text)}\nversion: 1.0.0\nabout: x\n", encoding="utf-8")
    for number, config in enumerate(
        (
            f"violation: {quoted(text)}\n",
            f"ignore: [{quoted(text)}]\n",
            f"{quoted(text)}: 1\n",
            f"rules: [{quoted(text)}]\n",
            f"limits: {{{quoted(text)}: 1}}\n",
            f"baseline: {quoted(text)}\n",
        )
    ):
        (project / "poalint.yaml").write_text(config, encoding="utf-8")
        for format_ in ("text", ("json", "github", "junit", "csv", "html", "markdown")[number]):
            sound(run("check", "a.txt", "--format", format_), format_)
    (project / "poalint.yaml").unlink()
    for asked in (
        ("--rules", str(project / "pack")),
        ("--select", text),
        ("--violation", text),
        ("--min-pillar", text),
    ):
        done = run("check", "a.txt", *asked)
        assert done.status == 2
        sound(done, "text")
    sound(run("check", "--", text), "text")
    sound(run(text), "text")


@pytest.mark.parametrize("key", ["message", "advice"])
@pytest.mark.parametrize(
    "field", ["{words.__class__}", "{words[0]}", "{0}", "{}", "{words!r}", "{words:>9999999}", "{__import__}", "{words"]
)
def test_a_field_of_a_message_is_a_name_and_nothing_more(project: Path, key: str, field: str) -> None:
    (project / "a.txt").write_text(f"{BAD} We are alive.\n", encoding="utf-8")
    (project / "pack" / "pack.yaml").write_text("name: house\nversion: 1.0.0\nabout: x\n", encoding="utf-8")
    rule = yaml.safe_load(RULE.format(id="house-rule", text="x", message="x"))
    rule[key] = field
    del rule["zh"]
    (project / "pack" / "form" / "house-rule.yaml").write_text(yaml.safe_dump(rule), encoding="utf-8")
    done = run("check", "--rules", project / "pack", "--format", "json", "a.txt")
    told = done.out + done.err
    assert len(told) < 200_000
    assert "<class" not in told
    if done.status == 2:
        assert "house-rule.yaml" in told
    else:
        (file,) = json.loads(done.out)["files"]
        (found,) = [each for each in file["findings"] if each["rule"] == "house-rule"]
        assert found[key] == field


def test_the_texts_hold_what_they_are_meant_to() -> None:
    """The tests above can fail: each way of looking finds what it looks for."""
    kinds = {unicodedata.category(char) for text in HOSTILE.values() for char in text}
    assert {"Cc", "Cf", "Zl", "Zp"} <= kinds
    for alive in ("<img src=x onerror=a()>", "<p onclick=a()>", "<a href=javascript:a()>x</a>"):
        with pytest.raises(AssertionError):
            dead(alive)
    for read, alive in (
        (_text, "\x1b[31m"), (_text, "::error::x"), (_csv, "=1+1"), (_xml, "<a><alive/></a>"), (_github, "::debug::x"),
        (_markdown, "![alive](http://evil.example/x.png)"),
    ):  # fmt: skip
        with pytest.raises(AssertionError):
            read(alive)
