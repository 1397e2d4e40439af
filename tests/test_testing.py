"""Examples put to the test: marks, what is expected against got, coverage, and what can be named to be tested."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import packs
from poalint import language
from poalint.loading.packs import built_in
from poalint.places import rule_files, signal_files
from poalint.testing.marks import Marked, MarkError, marked
from program import run

BRACKETS = st.text(alphabet="[]a \n。", max_size=12)


@pytest.fixture(scope="module", autouse=True)
def _one_pipeline() -> object:
    """The pipeline is loaded once for all runs in this file."""
    patch, loaded = pytest.MonkeyPatch(), language.load()
    load = language.load
    patch.setattr(language, "load", lambda name=None: load(name) if name else loaded)
    yield
    patch.undo()


@pytest.fixture
def acme(tmp_path: Path) -> Path:
    """A pack with one rule and one signal whose examples pass."""
    folder = packs.pack(tmp_path / "acme")
    packs.rule(folder)
    packs.signal(folder)
    return folder


# -- marks -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "text", "spans"),
    [
        ("", "", ()),
        ("no marks", "no marks", ()),
        ("[[all]]", "all", ((0, 3),)),
        ("we [[beg]] and [[pray]].", "we beg and pray.", ((3, 6), (11, 15))),
        ("my name is [[[Your Name]]].", "my name is [Your Name].", ((11, 22),)),
        ("my name is \\[[Your Name]].", "my name is [[Your Name]].", ()),
        ("my name is [[\\[[Your Name\\]]]].", "my name is [[Your Name]].", ((11, 24),)),
        ("see [Annex 2] and [3]", "see [Annex 2] and [3]", ()),
        ("a ]] alone", "a ]] alone", ()),
        ("one\n\n[[two\nthree]]", "one\n\ntwo\nthree", ((5, 14),)),
        ("a \\ b \\n", "a \\ b \\n", ()),
    ],
)
def test_marks_are_taken_out_and_their_places_told(written: str, text: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert marked(written) == Marked(text, spans)


@pytest.mark.parametrize(
    ("written", "reason"),
    [("a [[b", "not closed"), ("a [[]] b", "no words"), ("a [[b [[c]] d]]", "inside another"), ("[[[[a]]]]", "inside")],
)
def test_marks_that_do_not_fit_are_refused(written: str, reason: str) -> None:
    with pytest.raises(MarkError, match=reason):
        marked(written)


@given(st.lists(st.tuples(BRACKETS, BRACKETS.filter(bool)), max_size=4), BRACKETS)
def test_any_text_can_be_written_with_any_marks(parts: list[tuple[str, str]], end: str) -> None:
    def plain(text: str) -> str:
        return re.sub(r"[\[\]]", r"\\\g<0>", text)

    text, spans = "", []
    for before, inside in parts:
        text += before
        spans.append((len(text), len(text) + len(inside)))
        text += inside
    written = "".join(f"{plain(before)}[[{plain(inside)}]]" for before, inside in parts) + plain(end)
    assert marked(written) == Marked(text + end, tuple(spans))


@given(st.text(alphabet="[]\\ab", max_size=20))
def test_marks_never_lose_a_letter(written: str) -> None:
    try:
        made = marked(written)
    except MarkError:
        return
    assert re.sub(r"[^ab]", "", made.text) == re.sub(r"[^ab]", "", written)
    assert all(0 <= start < end <= len(made.text) for start, end in made.spans)


# -- expected against got --------------------------------------------------------------------------------------------


def test_a_pack_whose_examples_are_right_passes(acme: Path) -> None:
    done = run("test", acme)
    assert (done.status, done.err) == (0, "")
    assert done.out == "poalint 0.1.0, acme 1.0.0: 5 examples, 5 passed, 0 failed, 0 still to be written.\n"


def test_a_rule_that_does_not_fire_is_shown_with_its_place_and_all_else_that_fired(acme: Path) -> None:
    path = packs.rule(acme, fires="['Customer first is what we say.', 'We beg you for a second chance.']")
    done = run("test", acme)
    assert (done.status, done.err) == (1, "")
    line = path.read_text("utf-8").split("\n").index("examples:") + 2
    head, *rows = done.out.split("\n\n")[0].splitlines()
    assert re.fullmatch(rf"{re.escape(str(path))}:{line}:\d+: slogan \(fires\): it must fire here, and does not", head)
    told = {row.split()[0]: row.split(maxsplit=1)[1] for row in rows}
    assert told["example"] == "We beg you for a second chance."
    assert (told["expected"], told["got"]) == ("a finding", "nothing")
    assert "begging (" in told["signals"]
    assert "beg" in told["signals"]
    assert "begging" in told["rules"].split(", ")
    assert "slogan" not in told["rules"]


@pytest.mark.parametrize("key", ["silent", "near_miss"])
def test_a_rule_that_fires_where_it_must_not_is_shown_with_its_words_and_cue(acme: Path, key: str) -> None:
    packs.rule(acme, **{key: "['Our motto: customer first.']"})
    done = run("test", acme)
    assert done.status == 1
    assert f"slogan ({key}): it must not fire here, and does" in done.out
    assert re.search(r"^  expected +nothing$", done.out, re.MULTILINE)
    assert re.search(r"^  got +“customer first”$", done.out, re.MULTILINE)
    assert re.search(r"^  cue +pattern: customer first$", done.out, re.MULTILINE)


@pytest.mark.parametrize(("key", "wanted"), [("present", "the signal"), ("absent", "nothing")])
def test_a_signal_that_is_not_as_its_example_says_is_shown(acme: Path, key: str, wanted: str) -> None:
    text = {"present": "The customer came first.", "absent": "Customer first is what we say."}[key]
    packs.signal(acme, **{key: f"['{text}']"})
    done = run("test", acme)
    assert done.status == 1
    assert f"says-slogan ({key}): it must" in done.out
    assert re.search(rf"^  expected +{wanted}$", done.out, re.MULTILINE)
    assert ("cue" in done.out) == (key == "absent")


@pytest.mark.parametrize(
    ("example", "passes"),
    [
        ("We say [[customer first]] here.", True),
        ("We say customer first here.", True),
        ("We say [[customer]] first here.", False),
        ("We [[say customer first]] here.", False),
        ("[[Customer first]], always [[customer first]].", True),
        ("[[Customer first]], always customer first.", False),
        ("[[Customer first]], always customer first [[here]].", False),
    ],
)
def test_the_words_of_a_finding_are_exactly_those_marked(acme: Path, example: str, passes: bool) -> None:
    packs.rule(acme, fires=f"['{example}']")
    done = run("test", acme / "house")
    assert done.status == (0 if passes else 1)
    assert ("not at the words marked" in done.out) != passes


def test_words_that_stand_twice_are_told_apart_by_their_place(acme: Path) -> None:
    packs.rule(acme, patterns="['first(?= here)']", fires="['[[first]] and first here']")
    out = run("test", acme / "house").out
    assert re.search(r"^  expected +“first” \(0\u20135\)$", out, re.MULTILINE)
    assert re.search(r"^  got +“first” \(10\u201315\)$", out, re.MULTILINE)


def test_a_mark_holds_for_signals_too(acme: Path) -> None:
    packs.signal(acme, present="['We shipped late. [[Customer first is what we say.]]']")
    assert run("test", acme / "signals").status == 0
    packs.signal(acme, present="['We shipped late. [[Customer first]] is what we say.']")
    assert run("test", acme / "signals").status == 1


@pytest.mark.parametrize(
    ("key", "example", "reason"),
    [
        ("fires", "We say [[customer first.", "a mark is not closed"),
        ("silent", "We [[shipped]] late.", "a mark says where the rule fires"),
        ("near_miss", "We [[shipped]] late.", "a mark says where the rule fires"),
    ],
)
def test_marks_that_do_not_fit_are_mistakes_in_the_pack(acme: Path, key: str, example: str, reason: str) -> None:
    path = packs.rule(acme, **{key: f"['{example}']"})
    done = run("test", acme)
    assert (done.status, done.out) == (2, "")
    assert re.match(rf"poalint: {re.escape(str(path))}:\d+:\d+: (?:[\w.-]+: )?{reason}", done.err)


def test_explain_shows_examples_without_their_marks(acme: Path) -> None:
    packs.rule(acme, fires="['We say [[customer first]] \\[[here]].']")
    out = run("explain", "slogan", "--rules", acme).out
    assert "We say customer first [[here]]." in out


def test_a_placeholder_that_nothing_fills_fails(acme: Path) -> None:
    path = packs.rule(acme)
    path.write_text(path.read_text("utf-8").replace("'(?i:customer first)'", "' (?=first)'"), "utf-8")
    out = run("test", acme / "house").out
    assert "what it says quotes no words" in out


def test_an_example_that_is_not_english_fails_and_says_so(acme: Path) -> None:
    german = "Leider haben wir vierzig Bestellungen zu spaet verschickt, weil niemand die Zeiten geaendert hatte, und "
    packs.rule(acme, silent=f"['{german * 2}']")
    done = run("test", acme)
    assert done.status == 1
    assert "slogan (silent): this does not read as English" in done.out


def test_a_rule_whose_flag_another_tells_of_the_same_place_is_told_so(acme: Path) -> None:
    packs.rule(acme, name="plea", patterns="['We beg you for mercy\\.']", fires="['We beg you for mercy.']")
    path = acme / "house" / "plea.yaml"
    path.write_text(path.read_text("utf-8").replace("severity: note", "flag: emotional-plea\nseverity: note"), "utf-8")
    out = run("test", path).out
    assert "it fires, but another rule with the same flag says the same of the same place" in out


def test_examples_still_to_be_written_are_named_and_fail(acme: Path) -> None:
    packs.rule(acme, fires="['TODO: a slogan', 'Customer first is what we say.']")
    done = run("test", acme)
    assert done.status == 1
    assert "slogan (fires): this example is still to be written" in done.out
    assert "5 passed, 0 failed, 1 still to be written" in done.out


# -- what is tested ----------------------------------------------------------------------------------------------


def test_without_a_path_the_built_in_rules_are_tested() -> None:
    done = run("test", "--coverage")
    assert (done.status, done.err) == (0, "")
    first, second = done.out.splitlines()
    assert re.fullmatch(r"poalint \S+: (\d+) examples, \1 passed, 0 failed, 0 still to be written\.", first)
    found = re.fullmatch(r"Examples fire (\d+) of \1 rules, signals and parts of them\.", second)
    assert found
    folder = built_in().folder
    assert int(found[1]) > len(rule_files(folder)) + 2 * len(signal_files(folder))


@pytest.mark.parametrize(
    ("paths", "examples"),
    [
        (["{acme}"], 5),
        (["{acme}/pack.yaml"], 5),
        (["{acme}/house"], 3),
        (["{acme}/house/slogan.yaml"], 3),
        (["{acme}/signals/says-slogan.yaml"], 2),
        (["{acme}/signals", "{acme}/house/slogan.yaml"], 5),
        (["{acme}", "{acme}/house"], 5),
        (["{acme}/house", "{acme}/house"], 3),
        (["--rules", "{acme}"], 5),
        (["--rules", "{acme}", "slogan"], 3),
        (["--rules", "{acme}", "says-slogan"], 2),
    ],
    ids=str,
)
def test_packs_folders_files_and_ids_can_be_tested(acme: Path, paths: list[str], examples: int) -> None:
    done = run("test", *(each.format(acme=acme) for each in paths))
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(f"poalint 0.1.0, acme 1.0.0: {examples} examples, {examples} passed")


def test_an_id_is_that_of_a_rule_and_of_a_signal_of_that_name() -> None:
    done = run("test", "rude", "--format", "json")
    texts = [built_in().folder / "tone" / "rude.yaml", built_in().folder / "signals" / "rude.yaml"]
    count = sum(len(re.findall(r"^    - ", path.read_text("utf-8").split("\nexamples:")[1], re.M)) for path in texts)
    assert json.loads(done.out)["summary"]["examples"] == count


def test_several_packs_are_tested_each_by_itself(acme: Path, tmp_path: Path) -> None:
    other = packs.pack(tmp_path / "other")
    packs.rule(other, fires="['No such words.']")
    done = run("test", acme, other, "rude")
    assert done.status == 1
    counts = [line for line in done.out.splitlines() if " examples, " in line]
    assert [line.split(":")[0] for line in counts] == [
        "poalint 0.1.0, acme 1.0.0", "poalint 0.1.0, other 1.0.0", "poalint 0.1.0",
    ]  # fmt: skip


def test_a_pack_is_tested_on_top_of_what_it_extends_its_own_examples_alone(acme: Path, tmp_path: Path) -> None:
    top = packs.pack(tmp_path / "top", "extends: acme\nlexicons: {begging: on bended knee}\noff: [flattery]\n")
    pack = top / "pack.yaml"
    pack.write_text(pack.read_text("utf-8").replace("extends: acme", "extends: ../acme"), "utf-8")
    packs.rule(top, "kneeling", patterns="['bended']", fires="['We ask you on bended knee.']")
    own = run("test", top, "--format", "json")
    value = json.loads(own.out)
    assert (own.status, value["summary"]["examples"]) == (0, 3)
    assert [each["name"] for each in value["packs"]] == ["poalint", "acme", "top"]
    everything = json.loads(run("test", top, "--all", "--format", "json").out)
    alone = json.loads(run("test", "--format", "json").out)["summary"]["examples"]
    flattery = built_in().folder / "tone" / "flattery.yaml"
    off = len(re.findall(r"^    - ", flattery.read_text("utf-8").split("\nexamples:")[1], re.MULTILINE))
    assert everything["summary"]["examples"] == alone - off + 5 + 3


def test_all_shows_what_a_pack_breaks_in_the_packs_that_it_extends(acme: Path) -> None:
    pack = acme / "pack.yaml"
    pack.write_text(pack.read_text("utf-8") + "lexicons: {begging: review}\n", "utf-8")
    assert run("test", acme).status == 0
    done = run("test", acme, "--all")
    assert done.status == 1
    assert "begging (near_miss): it must not fire here, and does" in done.out
    assert "begging (fires)" not in done.out


@pytest.mark.parametrize(
    ("paths", "reason"),
    [
        (["rood"], "no file, pack, rule or signal is called 'rood'. Did you mean rude"),
        (["no-such-thing/at-all"], "no file, pack, rule or signal is called 'no-such-thing/at-all'"),
        (["{tmp}"], "this is in no pack: neither it nor a folder above it holds a pack.yaml"),
        (["{acme}/lexicon"], "this holds no rule and no signal"),
        (["--rules", "{acme}", "slogen"], "Did you mean slogan"),
        (["--rules", "nowhere"], "there is no folder and no installed pack called 'nowhere'"),
        ([""], "no file, pack, rule or signal is called ''"),
    ],
    ids=str,
)
def test_a_path_that_leads_nowhere_is_told(acme: Path, tmp_path: Path, paths: list[str], reason: str) -> None:
    packs.write(acme / "lexicon" / "own.yaml", "slogans: [first]\n")
    done = run("test", *(each.format(acme=acme, tmp=tmp_path) for each in paths))
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("poalint: ")
    assert reason in done.err


def test_mistakes_in_one_pack_do_not_hide_another(acme: Path, tmp_path: Path) -> None:
    broken = packs.pack(tmp_path / "broken")
    packs.write(broken / "house" / "odd.yaml", "id: odd\n")
    for format_ in ("text", "json"):
        done = run("test", broken, acme, "--format", format_)
        assert done.status == 2
        assert "odd.yaml" in (done.err if format_ == "text" else json.loads(done.out)["errors"][0]["message"])
        assert ("5 passed" in done.out) if format_ == "text" else (json.loads(done.out)["summary"]["passed"] == 5)


def test_a_path_that_leads_nowhere_does_not_stop_the_others(acme: Path) -> None:
    done = run("test", "rood", acme, "rood")
    assert done.status == 2
    assert done.out.startswith("poalint 0.1.0, acme 1.0.0: 5 examples, 5 passed")
    assert done.err.count("no file, pack, rule or signal is called 'rood'") == 1


def test_a_pack_without_rules_has_nothing_to_test(tmp_path: Path) -> None:
    done = run("test", packs.pack(tmp_path / "bare"), "--coverage")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("poalint 0.1.0, bare 1.0.0: there are no examples to test.\n")


def test_a_missing_pipeline_is_told(acme: Path) -> None:
    done = run("test", acme, "--model", "no-such-model")
    assert (done.status, done.out) == (2, "")
    assert "model no-such-model" in done.err


def test_the_json_has_all_that_the_text_has(acme: Path) -> None:
    path = packs.rule(acme, near_miss="['We say customer first.']")
    done = run("test", acme, "--coverage", "--format", "json")
    value = json.loads(done.out)
    assert (done.status, done.err) == (1, "")
    assert list(value) == ["version", "schema", "packs", "failures", "gaps", "errors", "summary"]
    (failure,) = value["failures"]
    assert (failure["path"], failure["rule"], failure["signal"]) == (str(path), "slogan", None)
    assert (failure["example"], failure["number"], failure["fires"]) == ("near_miss", 1, False)
    assert path.read_text("utf-8").splitlines()[failure["line"] - 1][failure["column"] - 1 :].startswith("'We say")
    (got,) = failure["got"]
    assert got == {"start": 7, "end": 21, "text": "customer first", "cue": "pattern: customer first"}
    assert "says-slogan" in [each["name"] for each in failure["signals"]]
    assert value["summary"] == {
        "examples": 5, "passed": 4, "failed": 1, "unfilled": 0, "parts": 4, "errors": 0,
    }  # fmt: skip


# -- coverage ----------------------------------------------------------------------------------------------------


def gaps(*args: object) -> list[tuple[str, str | None, str]]:
    done = run("test", *args, "--coverage", "--format", "json")
    value = json.loads(done.out)
    assert done.status == (1 if value["gaps"] or value["failures"] else 0)
    for gap in value["gaps"]:
        lines = Path(gap["path"]).read_text("utf-8").splitlines()
        named = gap["words"] if gap["part"] else gap["rule"] or gap["signal"]
        assert named.split()[0] in lines[gap["line"] - 1][gap["column"] - 1 :]
    return [(gap["rule"] or gap["signal"], gap["part"], gap["words"]) for gap in value["gaps"]]


def test_an_expression_that_no_example_fires_is_a_gap(acme: Path) -> None:
    packs.rule(acme, patterns="['(?i:customer first)', 'quality matters']")
    assert gaps(acme) == [("slogan", "patterns", "quality matters")]
    assert run("test", acme).status == 0
    packs.rule(
        acme,
        patterns="['(?i:customer first)', 'quality matters']",
        fires="['Customer first, quality matters.']",
    )
    assert gaps(acme) == []


def test_an_expression_is_fired_by_the_rules_own_examples_only(acme: Path) -> None:
    packs.rule(acme, patterns="['(?i:customer first)', 'quality matters']")
    packs.rule(acme, "other", fires="['Customer first, as quality matters.']")
    assert gaps(acme) == [("slogan", "patterns", "quality matters")]


ALTERNATIVES = """\
signal: says-slogan
about: says a slogan
internal: true
any:
  - why: the first
    phrase: [customer first]
  - why: the second
    phrase: [quality matters]
unless:
  - why: taken back
    phrase: [was wrong]
  - why: quoted
    phrase: [we once wrote]
examples:
  present: [{present}]
  absent: [{absent}]
"""


@pytest.mark.parametrize(
    ("present", "absent", "left"),
    [
        ("Customer first.", "We went first.", {"the second", "taken back", "quoted"}),
        ("Quality matters.", "We went first.", {"the first", "taken back", "quoted"}),
        ("Quality matters to us, customer first.", "Customer first was wrong.", {"quoted"}),
        # what takes nothing back fires nothing: there is no slogan here
        ("Quality matters to us, customer first.", "This was wrong.", {"taken back", "quoted"}),
        # and an alternative that is taken back was not fired
        ("Quality matters.", "We once wrote customer first and that was wrong.", {"the first"}),
    ],
)
def test_an_alternative_that_no_example_fires_is_a_gap(acme: Path, present: str, absent: str, left: set[str]) -> None:
    text = ALTERNATIVES.format(present=json.dumps(present), absent=json.dumps(absent))
    packs.write(acme / "signals" / "says-slogan.yaml", text)
    (acme / "house" / "slogan.yaml").unlink()  # its examples would count too
    assert {words for name, part, words in gaps(acme) if name == "says-slogan" and part} == left


def test_a_rule_and_a_signal_that_nothing_fires_are_gaps(acme: Path) -> None:
    packs.rule(acme, fires="['TODO: a slogan']")
    packs.signal(acme, present="['TODO: a slogan']", absent="['We shipped late.']")
    assert gaps(acme) == [
        ("slogan", None, "A slogan"),
        ("slogan", "patterns", "(?i:customer first)"),
        ("says-slogan", None, "says a slogan"),
        ("says-slogan", "any", "a slogan"),
    ]


def test_for_one_file_the_examples_of_the_whole_pack_count(acme: Path) -> None:
    packs.signal(acme, present="['TODO: a slogan']")
    assert [name for name, _, _ in gaps(acme / "signals")] == []  # the rule's examples fire it
    assert run("test", acme / "signals").status == 1


def test_the_text_names_each_gap_with_its_place(acme: Path) -> None:
    path = packs.rule(acme, patterns="['(?i:customer first)', 'quality matters']")
    done = run("test", acme, "--coverage")
    assert done.status == 1
    assert re.search(
        rf"^{re.escape(str(path))}:\d+:\d+: slogan: no example fires this expression: quality matters$",
        done.out,
        re.MULTILINE,
    )
    assert "Examples fire 4 of 5 rules, signals and parts of them." in done.out


# -- in Chinese --------------------------------------------------------------------------------------------------


def test_results_are_told_in_chinese(acme: Path) -> None:
    packs.rule(acme, patterns="['(?i:customer first)', 'quality matters']", silent="['Customer first.']")
    out = run("test", acme, "--coverage", "--lang", "zh").out
    told = out.replace("Customer first", "").replace("customer first", "").replace("quality matters", "")
    names = r"\S*\.yaml:\d+:\d+:|\([a-z_]+\)|[a-z]+(-[a-z]+)* \(|slogan|poalint|acme|pattern|silent|其他规则.*"
    left = re.sub(names, "", told)
    assert re.findall(r"[A-Za-z]{2,}", left) == []
