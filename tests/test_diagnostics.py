"""What is wrong with the files of a pack is told by the program: all at once, with place, line, caret and remedy."""

from __future__ import annotations

import ast
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poalint.errors import RuleError
from poalint.loading.expressions import expressions
from poalint.loading.parsing import parsed
from poalint.loading.regexes import runaway
from poalint.loading.rules import load_rules
from poalint.loading.source import DEEPEST
from poalint.loading.yamlfile import checked, read_file
from poalint.schema.published import MODELS
from poalint.schema.tables import EntitiesFile
from poalint.speech.zh import TEXTS
from program import GOOD, run

RULE = """\
id: shouts-late
title: Late
flag: rude
severity: warning
points: 3
message: "“{words}” is late."
advice: Strike it.
why: A reviewer minds.
source: A test of ours
check:
  kind: forbid
  signals: [rude, our-late]
examples:
  fires: [a]
  silent: [b]
  near_miss: [c]
zh:
  title: 迟
  message: “{words}”迟了。
  advice: 删掉。
  why: 审核人员在意。
  source: 我们的测试
"""
SIGNAL = """\
signal: our-late
about: late
any:
  - why: said late
    clause: {party: us, time: done, verb: ["@our-words"]}
    phrase: [too late, "@our-words"]
    near: {signals: [apology], before: 1}
examples:
  present: [a]
  absent: [b]
zh:
  about: 迟
  cues:
    said late: 说迟了
"""
FILES = {
    "pack.yaml": 'name: acme\nversion: "1.10"\nabout: Ours\nlanguages: [en, zh]\noff: [shouting]\n',
    "tone/shouts-late.yaml": RULE,
    "signals/our-late.yaml": SIGNAL,
    "lexicon/ours.yaml": "our-words: >-\n  late,\n  behind time, slow * going\nour-list: [a, b]\n",
    "metrics.yaml": "metrics:\n  ours:\n    title: {en: a, zh: b}\n    names: [a]\n    side: under\n    right: [4]\n"
    '    right_near: {"prime": [3]}\n    source: {en: a, zh: b}\n    date: {en: a, zh: b}\n',
    "documents.yaml": "documents:\n  our-paper:\n    title: {en: a, zh: b}\n    words: [paper, sheet]\n",
}
PATTERN = RULE.replace("kind: forbid", "kind: pattern").replace("signals: [rude, our-late]", "patterns: ['late+']")

Pack = Callable[..., Path]


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    """Writes the pack, with other content in some files."""

    def written(files: dict[str, str | bytes] | None = None) -> Path:
        for name, content in {**FILES, **(files or {})}.items():
            path = tmp_path / "acme" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path / "acme"

    return written


def told(folder: Path) -> str:
    """What the program says of the pack; the letter itself is good."""
    done = run("check", "--rules", folder, GOOD)
    assert (done.status, done.out) == (2, ""), done
    return done.err


def test_the_pack_of_these_tests_is_sound(pack: Pack) -> None:
    done = run("check", "--rules", pack(), GOOD)
    assert (done.status, done.err) == (0, "")
    done = run("rules", "--rules", pack({"tone/shouts-late.yaml": PATTERN}))
    assert (done.status, done.err) == (0, "")


S, R, P, L = "signals/our-late.yaml", "tone/shouts-late.yaml", "pack.yaml", "lexicon/ours.yaml"
M, D = "metrics.yaml", "documents.yaml"


# fmt: off
TABLE = [
    # keys
    (R, "severity:", "severtiy:", "severtiy", "severtiy: unknown key. Did you mean severity?"),
    (R, "  signals:", "  signls:", "signls", "check.signls: unknown key. Did you mean signals"),
    (S, "clause: {party", "clause: {parti", "parti", "any.0.clause.parti: unknown key. Did you mean party"),
    (P, "about:", "abuot:", "abuot", "abuot: unknown key. Did you mean about?"),
    (D, "words:", "wrods:", "wrods", "documents.our-paper.wrods: unknown key. Did you mean words?"),
    (R, "title: Late\n", "", "id", "title: this key is missing"),
    (R, "  near_miss: [c]\n", "", "examples", "examples.near_miss: this key is missing"),
    (R, "  kind: forbid\n", "", "check", "check.kind: this key is missing"),
    (R, "title: Late", "title: Late\nflag: hedging", "flag: rude", "the key flag stands here twice, first in line 3"),
    # what YAML makes of words
    (R, "title: Late", "title: no", "no", "title: YAML reads no as a truth value. Put it in quotation marks."),
    (R, "title: Late", "title: on", "on", "title: YAML reads on as a truth value. Put it in"),
    (R, "title: Late", "title: off", "off", "title: YAML reads off as a truth value. Put it in"),
    (R, "title: Late", "title: yes", "yes", "title: YAML reads yes as a truth value. Put it in"),
    (R, "title: Late", "title: null", "null", "title: YAML reads null as an empty value. Put it in quotation marks."),
    (R, "title: Late", "title: ~", "~", "title: YAML reads ~ as an empty value. Put it in quotation marks."),
    (R, "title: Late", "title:", "title", "title: this key has no value"),
    (R, "title: Late", "title: 1.5e+3", "1.5e+3", "title: YAML reads 1.5e+3 as a number."),
    (R, "points: 3", "points: 1e3", "1e3", "points: YAML reads '1e3' as text. Write the number out, unquoted."),
    (R, "points: 3", "points: '3'", "'3'", "points: YAML reads '3' as text. Write the number out, unquoted."),
    (R, "points: 3", "points: 012", "012", "YAML reads 012 as the number 10. Write the number out, or put"),
    (R, "title: Late", "title: 1:30", "1:30", "YAML reads 1:30 as the number 90. Write the number out, or put"),
    (R, "title: Late", "title: 2026-01-01", "2026-01-01", "title: YAML reads 2026-01-01 as a date. Put it in"),
    (R, "title: Late", "title: 2026-13-01", "2026-13-01", "title: YAML reads 2026-13-01 as a date. Put it in"),
    (P, '"1.10"', "1.10", "1.10", "version: YAML reads 1.10 as a number. Put it in quotation marks."),
    (R, "severity: warning", "severity: no", "no", "severity: YAML reads no as a truth value. This must be one of"),
    (L, "our-list:", "<<:", "<<", "YAML reads << as an order to copy keys. Write the keys out."),
    (L, "[a, b]", "[a, off, b]", "off", "our-list.1: YAML reads off as a truth value. Put it in quotation marks."),
    (R, "title: Late", "title: @late", "@", "an unquoted text must not begin with @. Put it in quotation marks."),
    (R, "title: Late", "title: %late", "%", "an unquoted text must not begin with %. Put it in quotation marks."),
    (R, "title: Late", "title: `late`", "`", "an unquoted text must not begin with `. Put it in quotation marks."),
    (R, "title: Late", "title: *late", "*late", "YAML takes *late for a reference to another place of this file."),
    (R, "title: Late", "title: * late", "*", "an unquoted text must not begin with *. Put it in quotation marks."),
    (R, "title: Late", "title: !late", "!late", "YAML takes !late for a sign of its own. Put it in"),
    (R, "title: Late", "title: !late x", "!late", "YAML takes !late for a sign of its own. Put it in"),
    (R, "title: Late", "title: &late", "&late", "YAML takes &late for the name of a value. Put it in"),
    (L, "[a, b]", "[a, &b c]", "&b", "YAML takes &b for the name of a value. Put it in quotation marks."),
    (R, "title: Late", "title: =", "=", "YAML takes = for a sign of its own. Put it in quotation marks."),
    (R, "title: Late", "title: Late: very", ":", "no key can stand before this colon. Put a text that holds a colon"),
    (R, "title: Late", "title: 'it's late'", "s late'", "there is more text after the closing '."),
    (R, "title: Late", 'title: "x" y', "y", 'there is more text after the closing ".'),
    (R, '"“{words}” is late."', "{words} is late.", "is late.", "there is more text after the closing }."),
    (R, "title: Late", "title: 'late", "'", "this quotation mark is never closed"),
    (R, "title: Late", "title: 'late\nwhat: 'x'", "'late", "this quotation mark is closed only in line 3. Close it"),
    (R, "title: Late", 'title: "late\nflag: "rude"', '"late', "this quotation mark is closed only in line 3. Close it"),
    (R, "[a]\n  silent: [b]", "\n    - 'a\n    - 'b'", "'a", "this quotation mark is closed only in line 16."),
    (R, "  fires: [a]", "  fires: ['a, 'b', 'c']", "b'", "there is more text after the closing '."),
    (R, "  fires: [a]", "  fires: [a", "[", "this bracket is never closed, or a comma is missing after it"),
    (R, "title: Late", 'title: "\\d"', "\\d", "\\d means nothing between double quotation marks."),
    (R, "  kind: forbid", "\tkind: forbid", "\t", "a tab stands here, and YAML indents with spaces only."),
    (R, "title: Late", "title: - late", "-", "a list begins on a line of its own."),
    (R, "title: Late", "title Late", "title Late", "this line holds no key: a colon and a space are missing."),
    (R, "title: Late", " title: Late", ":", "no key can stand before this colon."),
    (R, "title: Late", "---\ntitle: Late", "---", "a second document begins here."),
    # types and values
    (R, "title: Late", "title: [a]", "title", "title: this must be a text, not a list"),
    (R, "  fires: [a]", "  fires: a", "a", "examples.fires: this must be a list, not 'a'"),
    (R, "points: 3", "points: many", "many", "points: this must be a number, not 'many'"),
    (R, "points: 3", "points: -1", "-1", "points: this must be at least 0"),
    (R, "points: 3", "points: 101", "101", "points: this must be at most 100"),
    (R, "severity: warning", "severity: warn", "warn", "not 'warn'. Did you mean warning?"),
    (R, "kind: forbid", "kind: forbit", "forbit", "check.kind: this must be one of"),
    (R, "flag: rude", "flag: rood", "rood", "flag: no flag is called 'rood'. Did you mean rude"),
    (R, "flag: rude", "pillar: cause", "cause", "pillar: this must be one of acknowledges-fault, root-cause"),
    (R, "title: Late", "title: ' '", "' '", "title: there is no text here"),
    (R, "  fires: [a]", "  fires: []", "fires", "examples.fires: at least one is needed here"),
    (R, "id: shouts-late", "id: Shouts Late", "Shouts Late", "id: this must be a name in small letters, digits and"),
    (S, "party: us", "party: uss", "uss", "no party is called 'uss'. Did you mean us"),
    (S, "time: done", "time: [done, planed]", "planed", "no time is called 'planed'. Did you mean planned"),
    (S, "before: 1", "before: 51", "51", "any.0.near.before: this must be at most 50"),
    (P, "name: acme", "name: Acme Ltd", "Acme Ltd", "name: this must be a name in small letters, digits and hyphens"),
    (P, "[en, zh]", "[en, de]", "de", "languages.1: this must be one of en, zh, not 'de'"),
    # names that lead nowhere
    (R, "our-late]", "our-laet]", "our-laet", "check.signals.1: no signal is called 'our-laet'. Did you mean our-late"),
    (S, "[apology]", "[apolgy]", "apolgy", "no signal is called 'apolgy'. Did you mean apology"),
    (S, '["@our-words"]', '["@our-wrods"]', "our-wrods", "no lexicon is called 'our-wrods'. Did you mean our-words"),
    (S, '[too late, "@our-words"]', '[too late, "@our-word"]', "our-word", "no lexicon is called 'our-word'."),
    (L, "[a, b]", '[a, "@our-wrods"]', "our-wrods", "our-list: no lexicon or entity is called 'our-wrods'."),
    (P, "[shouting]", "[shoutin]", "shoutin", "off.0: no rule of the packs that it extends is called 'shoutin'."),
    (R, "{words}” is", "{wrods}” is", "{wrods}", "message: {wrods} is filled with nothing."),
    (R, "“{words}”迟", "“{wrods}”迟", "{wrods}", "zh.message: {wrods} is filled with nothing."),
    (R, "id: shouts-late", "id: shouts-lat", "shouts-lat", "id: the file is named 'shouts-late', the rule 'shouts-lat'"),
    # entries that could match nothing
    (L, "slow * going", "* going", "* going", "'* going' begins or ends with *."),
    (L, "behind time", "behind time|", "behind time|", "'behind time|' has an empty alternative."),
    (L, "behind time", "late||slow", "late||slow", "'late||slow' has an empty alternative."),
    (L, "behind time", "behind/x", "behind/x", "'behind/x' ends a word with /x, which means nothing."),
    (L, "[a, b]", "[a, '']", "''", "our-list.1: '' holds no word"),
    (S, "[too late,", "[too late|,", "too late|", "'too late|' has an empty alternative."),
    (D, "[paper, sheet]", "[paper, sheet/noun]", "sheet/noun", "ends a word with /noun, which means nothing."),
    # translations
    (R, RULE[RULE.index("zh:") :], "", "shouts-late", "zh: the Chinese of this rule is missing. Add the key zh."),
    (R, "  title: 迟\n", "", "zh", "zh.title: this key is missing"),
    (R, "title: 迟", "title: ''", "''", "zh.title: there is no text here"),
    (S, "    said late: 说迟了\n", "    said latr: 说迟了\n", "said late", "any.0.why: the Chinese of 'said late' is missing."),
    (S, "    said late: 说迟了\n", "    said latr: 说迟了\n", "说迟了", "no alternative has this `why`."),
    (M, "{en: a, zh: b}", "{en: a}", "title", "metrics.ours.title.zh: the Chinese of this text is missing."),
    (D, "{en: a, zh: b}", "{en: a, zh: ''}", "''", "documents.our-paper.title.zh: the Chinese of this text is"),
]
# fmt: on


@pytest.mark.parametrize(("file", "old", "new", "under", "reason"), TABLE)
def test_a_mistake_is_told_with_line_column_and_caret(
    pack: Pack, file: str, old: str, new: str, under: str, reason: str
) -> None:
    text = FILES[file].replace(old, new, 1)
    assert text != FILES[file]
    folder = pack({file: text})
    said = told(folder).splitlines()
    at = [number for number, line in enumerate(said) if reason in line]
    assert at, "\n".join(said)
    place = re.match(rf"poalint: {re.escape(str(folder / file))}:(\d+):(\d+): ", said[at[0]])
    assert place, said[at[0]]
    line, column = int(place[1]), int(place[2])
    assert text.split("\n")[line - 1][column - 1 :].startswith(under), said[at[0]]
    begin = text.index(new) if new else 0
    assert not new or line >= text.count("\n", 0, begin) + 1 or "missing" in reason
    shown, caret = said[at[0] + 1 : at[0] + 3]
    assert shown.startswith(f"{line:>5} | ")
    if under.isascii() and "\t" not in under and "“" not in shown:  # a wide character takes two columns
        assert shown[caret.index("^") :].startswith(under)
    assert not re.search(r"[Ii]nput should|[Ee]xtra inputs|constrained|function-|Value error", "\n".join(said))


def places(said: str, folder: Path) -> set[tuple[str, int]]:
    """The file and line of each mistake."""
    return {
        (m[1], int(m[2])) for m in re.finditer(rf"^poalint: {re.escape(str(folder))}/(\S+?):(\d+):\d+: ", said, re.M)
    }


BROKEN = {
    R: RULE.replace("points: 3", "points: many")
    .replace("our-late]", "our-laet]")
    .replace("{words}” is", "{wrods}” is"),
    S: SIGNAL.replace("about: late", "abuot: late")
    .replace("[apology]", "[apolgy]")
    .replace("@our-words", "@our-wrods", 1),
    M: FILES[M].replace("side: under", "side: beneath"),
}


def test_names_are_looked_up_in_files_whose_form_is_wrong(pack: Pack) -> None:
    folder = pack(BROKEN)
    said = told(folder)
    assert places(said, folder) == {(R, 5), (R, 6), (R, 12), (S, 2), (S, 5), (S, 7), (M, 5)}
    for each in (
        "points: this must be a number",
        "message: {wrods} is filled with nothing",
        "no signal is called 'our-laet'. Did you mean our-late",
        "abuot: unknown key. Did you mean about?",
        "no lexicon is called 'our-wrods'. Did you mean our-words",
        "no signal is called 'apolgy'. Did you mean apology",
    ):
        assert said.count(each) == 1, each


@pytest.mark.parametrize(
    ("old", "new", "line", "names"),
    [
        ("about: Ours", "abuot: Ours", 3, True),
        ("about: Ours", "about: Ours\nextend: [../x]", 4, False),
        ("about: Ours", "about: Ours\nextends: []\ncolour: red", 5, True),
        ('version: "1.10"', "version: 1.10", 2, True),
        ("off: [shouting]", "off: [shoutin]\nchange: {rude: {points: many}}", 6, True),
        ("about: Ours", "about: 'Ours", 3, False),
    ],
)
@pytest.mark.parametrize("command", ["check", "test", "rules", "explain"])
def test_a_broken_pack_yaml_hides_no_mistakes_of_its_pack(
    pack: Pack, command: str, old: str, new: str, line: int, names: bool
) -> None:
    folder = pack({**BROKEN, P: FILES[P].replace(old, new)})
    args: dict[str, list[object]] = {"check": ["--rules", folder, GOOD], "test": [folder], "rules": ["--rules", folder]}
    done = run(command, *args.get(command, ["rude", "--rules", folder]))
    assert done.status == 2
    found = places(done.err, folder)
    assert found >= {(P, line), (R, 5), (R, 6)}
    assert ("'shoutin'" in done.err) == ("shoutin]" in new)
    if command in ("check", "test"):
        assert found >= {(S, 2), (M, 5)}
        assert (found >= {(R, 12), (S, 5), (S, 7)}) == names
        assert ("'our-laet'" in done.err) == names


@pytest.mark.parametrize(
    ("file", "key", "written"),
    [
        (R, "title", "titel"),
        (R, "severity", "severtiy"),
        (R, "near_miss", "near_mis"),
        (R, "signals", "signls"),
        (R, "source", "sources"),
        (S, "about", "abuot"),
        (P, "version", "vresion"),
        (D, "words", "wrods"),
    ],
)
def test_a_misspelt_key_is_one_mistake(pack: Pack, file: str, key: str, written: str) -> None:
    folder = pack({file: re.sub(rf"\b{key}:", f"{written}:", FILES[file], count=1)})
    told_of = [line for line in told(folder).splitlines() if line.startswith(f"poalint: {folder / file}")]
    assert len(told_of) == 1
    assert f"{written}: unknown key. Did you mean {key}" in told_of[0]


def test_a_missing_key_is_told_beside_an_unknown_one_that_is_not_like_it(pack: Pack) -> None:
    folder = pack({R: RULE.replace("title: Late\n", "colour: red\n").replace("why:", "wy:")})
    said = told(folder)
    assert "title: this key is missing" in said
    assert "colour: unknown key\n" in said
    assert "wy: unknown key. Did you mean why?" in said
    assert "why: this key is missing" not in said


def test_all_mistakes_of_all_files_are_told_at_once(pack: Pack) -> None:
    folder = pack({
        R: RULE.replace("title: Late", "title: 'it's"),
        "tone/second.yaml": RULE.replace("shouts-late", "second").replace("our-late]", "our-lat]").replace("3", "300"),
        "tone/third.yaml": RULE.replace("shouts-late", "third").replace("our-late]", "our-lat]"),
        S: SIGNAL.replace("party: us", "party: uss"),
        "signals/more.yaml": SIGNAL.replace("our-late", "more").replace("[apology]", "[apolgy]"),
        L: "our-words: [a\n",
        D: "documents: 3\n",
    })  # fmt: skip
    said = told(folder)
    for file, line in (
        (R, 2),
        ("tone/second.yaml", 5),
        ("tone/third.yaml", 12),
        (S, 5),
        ("signals/more.yaml", 7),
        (L, 1),
        (D, 1),
    ):
        assert f"{folder / file}:{line}:" in said, file
    assert "'our-late'" not in said, "the signal of a broken file is no unknown one"
    assert "our-words'" not in said, "nor is the lexicon"


def test_duplicate_keys_are_all_told_and_do_not_hide_other_mistakes(pack: Pack) -> None:
    text = RULE.replace("points: 3", "points: 300\ntitle: Again\nflag: hedging").replace(
        "  kind", "  kind: pattern\n  kind"
    )
    said = told(pack({R: text}))
    assert re.search(r":6:1: the key title stands here twice, first in line 2\. Strike one", said)
    assert re.search(r":7:1: the key flag stands here twice, first in line 3\.", said)
    assert re.search(r":14:3: the key kind stands here twice, first in line 13\.", said)
    assert re.search(r":5:9: points: this must be at most 100", said)


def test_an_empty_file_is_refused(pack: Pack) -> None:
    for content in ("", "# only a comment\n", "---\n"):
        folder = pack({R: content})
        assert f"{folder / R}: this file is empty. Write its keys, or strike the file." in told(folder)


def test_what_is_not_utf8_is_told_with_the_byte(pack: Pack) -> None:
    folder = pack({R: RULE.replace("title: Late", "title: caf\xe9").encode("latin-1", "ignore")})
    assert f"{folder / R}:2:11: this is not UTF-8 (the byte 0xe9). Save the file as UTF-8 text." in told(folder)
    assert "this is UTF-16, not UTF-8" in told(pack({R: RULE.encode("utf-16")}))
    folder = pack({R: RULE.replace("Late", "La\x07te")})
    assert f"{folder / R}:2:10: a character stands here that no text holds (U+0007)" in told(folder)


@pytest.mark.parametrize("lead", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_byte_order_marks_and_line_ends_move_no_place(pack: Pack, lead: str, end: str) -> None:
    text = RULE.replace("severity: warning", "severity: warn").replace("late.”", "")
    folder = pack({R: (lead + text.replace("\n", end)).encode()})
    said = told(folder).splitlines()
    assert said[0].startswith(f"poalint: {folder / R}:4:11: severity: this must be one of")
    assert said[1:3] == ["    4 | severity: warn", "      |           ^^^^"]
    assert run("rules", "--rules", pack({R: (lead + RULE.replace("\n", end)).encode()})).status == 0


def test_a_wide_line_keeps_its_caret_under_the_words(pack: Pack) -> None:
    said = told(pack({R: RULE.replace("advice: 删掉。", "advice: 删掉这个{wrods}。")})).splitlines()
    at = next(number for number, line in enumerate(said) if "{wrods}" in line)
    shown, caret = said[at + 1], said[at + 2]
    before = shown[: shown.index("{wrods}")]
    assert caret.index("^") == len(before) + sum(ord(char) > 0x2000 for char in before)
    assert caret.count("^") == len("{wrods}")


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (BOMB, "the references make more than 100000 values"),
        ("a: &a [b, *a]\n", "this refers to itself"),
        ("a: " + "[" * 60 + "]" * 60 + "\n" + "#" * 2000 + "\n", f"this is nested more than {DEEPEST} deep"),
        ("a: " + "[" * 100_000, f"this is nested more than {DEEPEST} deep"),
        ("- " * 100_000 + "a", f"this is nested more than {DEEPEST} deep"),
        ("{a: " * 50_000, f"this is nested more than {DEEPEST} deep"),
        ("a" * 1_000_001, "this has more than 1000000 characters"),
    ],
    ids=["aliases", "circle", "deep", "brackets", "lists", "keys", "long"],
)
def test_bombs_are_refused_soon(pack: Pack, content: str, reason: str) -> None:
    folder = pack({R: content})
    begun = time.perf_counter()
    assert reason in told(folder)
    assert time.perf_counter() - begun < 5


def test_a_reference_that_is_meant_is_read(pack: Pack) -> None:
    text = RULE.replace("fires: [a]", "fires: [&it a text]").replace("silent: [b]", "silent: [*it]")
    assert run("rules", "--rules", pack({R: text})).status == 0


@pytest.mark.parametrize("folder", ["tonne", "signal", "lexicons", "violation"])
def test_a_folder_that_is_a_slip_is_refused(pack: Pack, folder: str) -> None:
    said = told(pack({f"{folder}/shouts-more.yaml": RULE.replace("shouts-late", "shouts-more")}))
    assert re.search(
        rf"acme/{folder}: no folder of rules is called '{folder}'\. Did you mean (tone|signals|lexicon|violations)\?",
        said,
    )


def test_a_theme_of_ones_own_is_none(pack: Pack) -> None:
    done = run(
        "check", "--rules", pack({"warehouse/shouts-more.yaml": RULE.replace("shouts-late", "shouts-more")}), GOOD
    )
    assert (done.status, done.err) == (0, "")


# -- any value at any place ------------------------------------------------------------------------------------------

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(["", "a", "no", "@a", "1.0"]),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(sorted(MODELS["rule"].model_fields)), inner)
    ),
    max_leaves=5,
)


@settings(max_examples=150, deadline=None)
@given(kind=st.sampled_from(sorted(MODELS)), data=st.data())
def test_no_word_of_the_library_reaches_the_user(tmp_path_factory: Any, kind: str, data: st.DataObject) -> None:
    model = MODELS[kind]
    keys = st.sampled_from(sorted(model.model_fields))
    value = data.draw(VALUES | st.dictionaries(keys, VALUES))
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_text("a: b\n", encoding="utf-8")
    try:
        checked(path, model, value)
    except RuleError as error:
        said = str(error)
    else:
        said = ""
    assert not re.search(r"[Ii]nput should|[Ee]xtra inputs|cannot stand here|valid (string|list)|Value error", said)


@settings(max_examples=200, deadline=None)
@given(
    raw=st.binary(max_size=60)
    | st.text(alphabet="ab:-[]{}&*!|>'\"%@#,? \n\t\r\ufeff\u2028", max_size=40).map(str.encode)
)
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        parsed("any.yaml", raw)
    except RuleError as error:
        assert str(error).startswith("any.yaml")  # noqa: PT017 # what is raised is half of the property


# -- regular expressions that run away -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+$", r"(a|a)*b", r"(\w+\s?)*:", r"\d+\d+\d+x", r"(a*)*b", r"(a|aa)+$", r"([a-zA-Z]+)*x", r"(.*a){20}x",
        r"(.+)+$", r"(?:\s*\w+\s*)*;", r".*,.*,.*,.*x", r"\s*\s*\s*\s*!", r"(a?){40}a{40}b", r"(x+x+)+y",
        r"(?:(?:late|late) )*orders", r"foo.*foo.*foo.*bar", r"(a{1,40}){1,40}b", r"(ab|a|b)*c", r"(?=(a+)+$)x",
        r"(\w+\s?)+is responsible for the late shipment of the orders", r"case\s+(?:id)?\s*:?\s*\d{5,}",
    ],
)  # fmt: skip
def test_an_expression_that_runs_away_is_found_soon(pattern: str) -> None:
    begun = time.perf_counter()
    assert runaway(pattern)
    assert time.perf_counter() - begun < 10


@pytest.mark.parametrize(
    "pattern",
    [
        r"\w+\s?:", r"[^\]]*\]", r"\bTBD\b", r"\d{1,3}(?:,\d{3})*", r"(?:\w+\s){0,4}target", r"https?://\S+", r".*x",
        r"(?:[A-Z]\.)+", r"\s+$", r"(?:foo|bar|baz)+!", r"(\d+)-(\d+)-(\d+)", r"[\w.+-]+@[\w-]+\.[\w.-]+", r"_{3,}",
        r"(?:\d{1,2}[./]){2}\d{4}", r"(?:ab)*c", r"(?:[a-z]+-)+[a-z]+x", r"(?i:lorem ipsum)", r"(?>a+)+$", r"(?:a++)+$",
        r"\bour\b[^.;%]{0,45}?\d+", r"", r"(?P<a>x)(?(a)y|z)", r"a{0,60}a{0,60}b",
    ],
)  # fmt: skip
def test_a_harmless_expression_is_let_through(pattern: str) -> None:
    assert runaway(pattern) is None


def test_no_built_in_expression_runs_away(rules: Path) -> None:
    found = [
        (f"{rule.spec.id} {loc}", run, flags) for rule in load_rules() for loc, run, flags in expressions(rule.spec)
    ]
    found += [(each.name, each.pattern, 0) for each in read_file(rules / "entities.yaml", EntitiesFile).entities]
    assert len(found) > 30
    assert [name for name, run, flags in found if runaway(run, flags)] == []


@pytest.mark.parametrize(("file", "old", "new", "key"), [
    (R, "late+", "(a+)+$", "check.patterns.0"),
    (M, '"prime"', '"(a+)+$"', "metrics.ours.right_near.(a+)+$"),
])  # fmt: skip
def test_an_expression_of_a_pack_that_runs_away_is_refused_with_its_place(
    pack: Pack, file: str, old: str, new: str, key: str
) -> None:
    text = (PATTERN if file == R else FILES[file]).replace(old, new)
    folder = pack({file: text})
    line = next(number for number, each in enumerate(text.split("\n"), 1) if new in each)
    place = rf"{re.escape(str(folder / file))}:{line}:\d+: {re.escape(key)}: "
    assert re.search(place + "this regular expression can run away, on a text such as 'aaaa'", told(folder))


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        ("(late", "this is no regular expression (missing ), unterminated subpattern at position 0): (late"),
        ("(?i)late", "this is no regular expression"),
        ("(?P<a>late)", "groups cannot be named or referred to here"),
        ("(?:late)?", "this regular expression matches the empty text: (?:late)?. Leave out"),
        ("late|", "this regular expression matches the empty text"),
        (r"\b", "this regular expression matches the empty text"),
        ("(?=late)", "this regular expression matches the empty text"),
        ("", "this regular expression matches the empty text"),
        (r"(l)\1", "groups cannot be named or referred to here"),
    ],
)
def test_an_expression_that_cannot_be_used_is_refused(pack: Pack, new: str, reason: str) -> None:
    text = PATTERN.replace("late+", new)
    assert f":12:14: check.patterns.0: {reason}" in told(pack({R: text}))


def test_what_is_said_of_rule_files_has_its_chinese() -> None:
    """Every sentence in the modules that tell mistakes, whether it is a template or handed on as it is."""
    source = Path(__file__).parents[1] / "src" / "poalint"
    silent = []
    for name in ("parsing", "syntax", "wording", "entries", "expressions", "yamlfile"):
        tree = ast.parse((source / "loading" / f"{name}.py").read_text(encoding="utf-8"))
        documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
                said = " " in node.value.strip() and node.value[:1].isascii() and re.search(r"[a-z]{3} ", node.value)
                if said and node.value not in TEXTS and node.value not in NOT_SAID:
                    silent.append(node.value)
    assert silent == []
    for english, chinese in TEXTS.items():
        assert set(FIELD.findall(english)) == set(FIELD.findall(chinese)), english


FIELD = re.compile(r"\{(\w+)(?:!r)?\}")
"""A field of a text; in English a name has quotation marks of its own, in Chinese the text has them."""
NOT_SAID = {
    "tab character", "cannot start any token", "undefined alias", "node content", "mapping keys", "scanning an alias",
    "scanning an anchor", "a directive", "mapping values", "quoted scalar", "end of", "block scalar",
    "could not find expected ':'", "sequence entries", "another document", "expected key",
}  # fmt: skip
"""YAML's own words, by which its errors are told apart."""
