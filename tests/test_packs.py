"""Packs: found, put on top of each other, merged; what does not fit is refused with every place that it concerns."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

import packs
from poalint import __version__, loader
from poalint.cards import cards
from poalint.errors import RuleError
from poalint.loading.packs import BUILT_IN, built_in, find, installed
from program import BAD, run


@pytest.fixture
def acme(tmp_path: Path) -> Path:
    return packs.pack(tmp_path / "acme")


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    return packs.write(tmp_path / "bad.txt", BAD)


def refusal(*wanted: Path | str) -> str:
    """What is said of packs that do not load."""
    with pytest.raises(RuleError) as caught:
        loader.load(find(map(str, wanted)))
    return str(caught.value)


def extend(folder: Path, more: str) -> Path:
    """The pack, with more lines in its pack.yaml."""
    file = folder / "pack.yaml"
    file.write_text(file.read_text("utf-8") + more, "utf-8")
    return folder


def place(file: Path, words: str) -> str:
    """``file:line:column`` of the first place where words stand in a file."""
    before = file.read_text("utf-8").partition(words)[0]
    return f"{file}:{before.count(chr(10)) + 1}:{len(before.rpartition(chr(10))[2]) + 1}"


def tells(told: str, where: str, reason: str) -> bool:
    """Whether one line tells this reason at this place, with or without the key that it is about."""
    return bool(re.search(rf"^{re.escape(where)}: (?:[\w.-]+: )?{re.escape(reason)}", told, re.MULTILINE))


# -- finding ---------------------------------------------------------------------------------------------------------


def test_the_built_in_pack_has_the_programs_version() -> None:
    assert (built_in().name, built_in().version) == (BUILT_IN, __version__)


def test_the_built_in_pack_comes_first_and_each_only_once(acme: Path, tmp_path: Path) -> None:
    other = packs.pack(tmp_path / "other", "extends: [../acme, poalint]\n")
    third = packs.pack(tmp_path / "third", "extends: ../acme\n")
    for wanted in ([other, third], [acme, other, third], [other, acme, other, third]):
        assert [pack.name for pack in find(map(str, wanted))] == ["poalint", "acme", "other", "third"]
    assert [pack.name for pack in find([str(third), str(other)])] == ["poalint", "acme", "third", "other"]


def test_a_pack_may_be_named_by_its_file_or_a_link(acme: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(acme)
    for wanted in (acme / "pack.yaml", tmp_path / "link", acme / ".." / "acme"):
        assert [pack.folder for pack in find([str(wanted), str(acme)])][1:] == [acme.resolve()]


def test_what_a_pack_extends_is_looked_for_from_its_own_folder(
    acme: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packs.pack(tmp_path / "deep" / "inner", "extends: ../../acme\n")
    monkeypatch.chdir(tmp_path / "deep")
    assert [pack.name for pack in find(["inner"])] == ["poalint", "acme", "inner"]


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({}, "there is no folder and no installed pack called"),
        ({"house/x.yaml": ""}, "this folder holds no pack.yaml, so it is no pack of rules. `poalint new pack`"),
        ({"pack.yml": "name: x"}, "this folder holds no pack.yaml, so it is no pack of rules. Rename pack.yml"),
        ({"pack.yaml": "name: mine\nversion: '1'\n"}, "about: this key is missing"),
        ({"pack.yaml": "name: mine\nversion: '1'\nabout: x\nextend: []\n"}, "id you mean extends"),
        ({"pack.yaml": "name: My Pack\nversion: '1'\nabout: x\n"}, "name: "),
        ({"pack.yaml": "name: mine\nversion: 1.0\nabout: x\n"}, "YAML reads 1.0 as a number"),
        ({"pack.yaml": "name: mine\nversion: '1'\nabout: x\nlanguages: [de]\n"}, "languages"),
        (
            {"pack.yaml": "name: mine\nversion: '1'\nabout: x\nchange: {rude: {severty: note}}\n"},
            "id you mean severity",
        ),
        ({"pack.yaml": "name: mine\nversion: '1'\nabout: x\nchange: {rude: {points: 101}}\n"}, "points"),
        ({"pack.yaml": ""}, ""),
        ({"pack.yaml": "name: poalint\nversion: '1'\nabout: x\n"}, "is called 'poalint' too"),
    ],
    ids=str,
)
def test_what_is_no_pack_is_refused_with_its_place(tmp_path: Path, files: dict[str, str], reason: str) -> None:
    for name, text in files.items():
        packs.write(tmp_path / "mine" / name, text)
    told = refusal(tmp_path / "mine")
    assert reason in told
    assert str(tmp_path / "mine") in told
    done = run("rules", "--rules", tmp_path / "mine")
    assert (done.status, done.out) == (2, "")
    assert reason in done.err


def test_a_pack_that_extends_nothing_that_exists_is_told_with_its_line(acme: Path) -> None:
    extend(acme, "extends: [../acne]\n")
    assert tells(refusal(acme), place(acme / "pack.yaml", "../acne"), "there is no folder and no installed pack")


def test_packs_that_extend_each_other_are_refused_with_all_of_them(acme: Path, tmp_path: Path) -> None:
    two = packs.pack(tmp_path / "two", "extends: ../three\n")
    three = packs.pack(tmp_path / "three", "extends: ../two\n")
    extend(acme, "extends: ../two\n")
    told = refusal(acme)
    assert tells(told, place(three / "pack.yaml", "../two"), "packs extend each other in a circle: ")
    assert f"{two} \u2192 {three} \u2192 {two}" in told
    own = packs.pack(tmp_path / "own", "extends: .\n")
    assert f"circle: {own} \u2192 {own}" in refusal(own)


def test_two_packs_of_one_name_are_refused_with_both_places(acme: Path, tmp_path: Path) -> None:
    twin = packs.pack(tmp_path / "twin", name="acme")
    told = refusal(acme, twin)
    assert tells(told, place(twin / "pack.yaml", "acme"), f"the pack in {acme} is called 'acme' too")
    extend(twin, "extends: ../acme\n")
    told = refusal(twin)
    assert str(acme) in told
    assert str(twin / "pack.yaml") in told


# -- installed packs -------------------------------------------------------------------------------------------------


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which packages can be installed."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    return folder


def install(site: Path, name: str, module: str, inner: str = "") -> Path:
    """A package as an installer leaves it, with a pack in it; importing it would fail."""
    package = site / module.split(".")[0]
    packs.write(package / "__init__.py", "raise RuntimeError('no code of a pack is run')\n")
    info = site / f"{package.name}-1.0.dist-info"
    packs.write(info / "METADATA", f"Metadata-Version: 2.1\nName: {package.name}\nVersion: 1.0\n")
    packs.write(info / "RECORD", "")
    packs.write(info / "entry_points.txt", f"[poalint.packs]\n{name} = {module}\n")
    return packs.pack(package / inner, name=name)


def test_an_installed_pack_is_found_by_its_name_and_none_of_its_code_is_run(site: Path, bad: Path) -> None:
    folder = install(site, "acme-rules", "acme_rules")
    packs.rule(folder, fires="['Customer first.']")
    assert installed()["acme-rules"] == (folder.resolve(),)
    assert [(pack.name, pack.folder) for pack in find(["acme-rules"])][1:] == [("acme-rules", folder.resolve())]
    assert "slogan" in run("rules", "--rules", "acme-rules").out
    assert run("explain", "slogan", "--rules", "acme-rules").status == 0
    assert "Rules: poalint" in run("check", bad, "--rules", "acme-rules").out
    assert run("test", "acme-rules").status == 0
    assert "acme_rules" not in sys.modules


def test_a_pack_may_lie_in_a_folder_of_an_installed_package(site: Path) -> None:
    folder = install(site, "acme-rules", "acme.rules", "rules")
    assert find(["acme-rules"])[1].folder == folder.resolve()
    assert not {"acme", "acme.rules"} & sys.modules.keys()


def test_a_pack_may_extend_an_installed_one(site: Path, acme: Path) -> None:
    install(site, "base-rules", "base_rules")
    extend(acme, "extends: base-rules\n")
    assert [pack.name for pack in find([str(acme)])] == ["poalint", "base-rules", "acme"]


def test_the_nearest_installed_pack_is_offered(site: Path) -> None:
    install(site, "acme-rules", "acme_rules")
    done = run("rules", "--rules", "acme-rulse")
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        "poalint: there is no folder and no installed pack called 'acme-rulse'. Did you mean acme-rules?\n"
    )


def test_two_installed_packs_of_one_name_are_refused_with_both_places(site: Path) -> None:
    one, two = install(site, "acme", "acme_one"), install(site, "acme", "acme_two")
    told = refusal("acme")
    assert "several installed packs are called 'acme'" in told
    assert str(one) in told
    assert str(two) in told
    assert find([str(one)])[1].name == "acme"


@pytest.mark.parametrize("module", ["no_such_module", "json", "json.decoder", "sys", "__main__", "acme-rules.x"])
def test_an_entry_point_that_leads_to_no_pack_is_no_pack(site: Path, module: str) -> None:
    info = site / "odd-1.0.dist-info"
    packs.write(info / "METADATA", "Metadata-Version: 2.1\nName: odd\nVersion: 1.0\n")
    packs.write(info / "entry_points.txt", f"[poalint.packs]\nodd = {module}\n")
    assert "odd" not in installed()
    assert "no installed pack called 'odd'" in refusal("odd")


def test_a_name_of_a_rule_in_an_installed_pack_is_taken(site: Path, acme: Path) -> None:
    packs.rule(install(site, "acme-rules", "acme_rules"), "theirs")
    assert "a rule is called 'theirs' already" in run("new", "rule", "theirs", "--pack", acme).err


# -- what a pack changes ---------------------------------------------------------------------------------------------


def test_a_pack_adds_rules_and_signals(acme: Path, tmp_path: Path) -> None:
    packs.rule(acme)
    packs.signal(acme)
    path = acme / "house" / "slogan.yaml"
    path.write_text(
        re.sub(r"kind: pattern\n.*", "kind: forbid\n  signals: [says-slogan]", path.read_text("utf-8"), count=1),
        "utf-8",
    )
    letter = packs.write(tmp_path / "letter.txt", "We shipped late, but we put the customer first every day.\n")
    found = json.loads(run("check", letter, "--rules", acme, "--format", "json").out)
    (finding,) = [each for each in found["files"][0]["findings"] if each["rule"] == "slogan"]
    assert finding["cue"] == "a slogan: customer first"
    without = json.loads(run("check", letter, "--format", "json").out)
    assert "slogan" not in [each["rule"] for each in without["files"][0]["findings"]]
    assert "says-slogan" in run("parse", letter, "--rules", acme).out
    assert "says-slogan" not in run("parse", letter).out


def findings(bad: Path, *wanted: Path) -> dict[str, tuple[str, float]]:
    """Severity and points of each rule that fires on the bad letter."""
    done = run("check", bad, "--format", "json", *(arg for each in wanted for arg in ("--rules", each)))
    (file,) = json.loads(done.out)["files"]
    return {each["rule"]: (each["severity"], each["points"]) for each in file["findings"]}


def test_a_pack_switches_rules_off_and_weighs_them_anew(acme: Path, bad: Path) -> None:
    before = findings(bad)
    assert "denied-fault" in before
    assert before["no-cause"][0] == "error"
    extend(acme, "off: [denied-fault]\nchange: {no-cause: {severity: warning, points: 3}}\n")
    expected = {name: each for name, each in before.items() if name != "denied-fault"}
    assert findings(bad, acme) == {**expected, "no-cause": ("warning", 3)}
    listed = run("rules", "--rules", acme).out
    assert "denied-fault" not in listed
    assert re.search(r"^  warning +no-cause ", listed, re.MULTILINE)
    told = run("explain", "denied-fault", "--rules", acme)
    assert (told.status, told.out) == (2, "")
    assert told.err.startswith(
        f"poalint: {place(acme / 'pack.yaml', 'denied-fault')}: the pack 'acme' switches off the rule 'denied-fault'. "
    )
    assert "costs 3 points" in run("explain", "no-cause", "--rules", acme).out


def test_a_rule_that_makes_its_pillar_weak_and_costs_nothing_is_refused(acme: Path) -> None:
    path = packs.rule(acme)
    sound = path.read_text("utf-8")
    for severity, points, at in (("note", "1", "weak"), ("warning", "0", "0")):
        head = f"severity: {severity}\npillar: prevention\nstatus: weak\npoints: {points}\n"
        packs.write(path, sound.replace("severity: note\npoints: 1\n", head))
        done = run("rules", "--rules", acme)
        assert (done.status, done.out) == (2, "")
        assert "contradict each other" in done.err
        assert done.err.startswith(f"poalint: {place(path, f': {at}')[:-1]}")


def test_each_way_to_switch_a_rule_off_that_explain_tells_is_one(acme: Path, tmp_path: Path) -> None:
    path = packs.rule(acme, "no")
    packs.write(path, path.read_text("utf-8").replace("id: no\n", "id: 'no'\n"))
    top = packs.pack(tmp_path / "top", "extends: ../acme\n")
    sound = (top / "pack.yaml").read_text("utf-8")
    for name in (*(card.id for card in cards()), "no"):
        told = run("explain", name, "--rules", acme).out.partition("How to switch it off\n")[2]
        off, change = re.search(r"^  (off: .*)$", told, re.M), re.search(r"^  (change:)\n  (  .*)$", told, re.M)
        assert off
        assert change
        for lines, there in ((off[1], False), (f"{change[1]}\n{change[2]}", True)):
            packs.write(top / "pack.yaml", f"{sound}{lines}\n")
            after = {card.id: card for card in cards(find([str(top)]))}
            assert (name in after) == there
        before = {card.id: card for card in cards(find([str(acme)]))}
        assert after[name].points < before[name].points or not before[name].points
    told = run("explain", "no", "--rules", acme).out
    assert f"  Its file is {path}: strike the file, or change `severity` and `points` in it." in told
    assert "which extends acme, switches the rule off" in told
    path.unlink()
    assert run("explain", "no", "--rules", acme).status == 2


@pytest.mark.parametrize("name", ["hedging", "no-blame"])
def test_a_rule_called_as_a_flag_or_pillar_is_explained_first(acme: Path, name: str) -> None:
    packs.rule(acme, name)
    out = run("explain", name, "--rules", acme).out
    assert out.startswith(f"{name}: A slogan\n")
    others = [card.id for card in cards() if name in (card.flag, card.pillar)]
    head = f"\n{name} is a {'pillar' if name == 'no-blame' else 'flag'} too; its other rules:\n"
    assert out.count(head) == 1
    after = out.partition(head)[2]
    assert [each for each in re.findall(r"^([a-z-]+): ", after, re.M) if each in others] == others
    assert f"{name} 也是" not in run("explain", name, "--lang", "zh").out
    assert f"{name} 也是" in run("explain", name, "--lang", "zh", "--rules", acme).out


def test_the_key_off_is_no_truth_value(acme: Path) -> None:
    extend(acme, "off: [flattery]\n")
    assert find([str(acme)])[1].off == ("flattery",)


def test_two_packs_may_switch_off_the_same_rule_and_change_what_another_switched_off(
    acme: Path, tmp_path: Path
) -> None:
    extend(acme, "off: [flattery]\n")
    same = packs.pack(tmp_path / "same", "off: [flattery]\n")
    weighs = packs.pack(tmp_path / "weighs", "change: {flattery: {points: 9}}\n")
    for wanted in ([acme, same], [acme, weighs], [weighs, acme]):
        assert "flattery" not in [rule.spec.id for rule in loader.load(find(map(str, wanted))).rules]


def test_a_rule_may_take_the_place_of_one_that_its_pack_switches_off(acme: Path) -> None:
    packs.rule(acme, "flattery")
    assert "'flattery' stands in" in refusal(acme)
    extend(acme, "off: [flattery]\n")
    (own,) = [rule for rule in loader.load(find([str(acme)])).rules if rule.spec.id == "flattery"]
    assert own.pack == "acme"


def test_later_packs_have_the_last_word(acme: Path, tmp_path: Path) -> None:
    extend(acme, "change: {rude: {points: 7}}\n")
    top = packs.pack(tmp_path / "top", "extends: ../acme\nchange: {rude: {severity: note}}\n")
    (card,) = [card for card in cards(find([str(top)])) if card.id == "rude"]
    assert (card.points, card.severity, card.pack) == (7, "note", "poalint")


@pytest.mark.parametrize(
    ("lines", "at", "reason"),
    [
        ("off: [rood]\n", "rood", "no rule of the packs that it extends is called 'rood'. Did you mean rude"),
        ("change: {rood: {points: 1}}\n", "rood", "no rule of the packs that it extends is called 'rood'"),
        ("off: [slogan]\n", "slogan", "no rule of the packs that it extends is called 'slogan'"),
        ("off: [rude]\nchange: {rude: {points: 1}}\n", "rude: {", "the rule 'rude' is switched off under `off`"),
        ("change: {shouting: {status: fail}}\n", "fail", "only a rule of a pillar can force a status"),
        ("change: {no-cause: {points: 0}}\n", "0}}", "status fail and points 0 contradict each other. What marks"),
        ("change: {no-cause: {severity: note}}\n", "note", "status fail and severity note contradict each other. A"),
        ("change: {no-cause: {severity: note, points: 0}}\n", "note", "status fail and severity note contradict each"),
        (
            "change: {no-cause: {status: weak, points: 0}}\n",
            "0}}",
            "change.no-cause.points: status weak and points 0 contradict",
        ),
        ("change: {many-apologies: {severity: nope}}\n", "nope", "note"),
        ("lexicons: {beging: on bended knee}\n", "beging", "no lexicon is called 'beging'. Did you mean begging"),
        ("lexicons: {begging: ['@kinn']}\n", "kinn", "no lexicon or entity is called 'kinn'. Did you mean kin"),
        ("lexicons: {begging: [beg, '']}\n", "''", "'' holds no word"),
    ],
)
def test_a_change_of_what_is_not_there_is_refused_with_its_place(acme: Path, lines: str, at: str, reason: str) -> None:
    packs.rule(acme)
    extend(acme, lines)
    told = refusal(acme)
    assert reason in told
    assert place(acme / "pack.yaml", at) in told
    assert str(built_in().folder) not in told


def test_all_mistakes_of_a_pack_are_told_at_once(acme: Path) -> None:
    packs.rule(acme, near_miss="[]")
    extend(acme, "off: [rood]\nlexicons: {beging: x}\n")
    packs.write(acme / "metric.yaml", "metrics: {}\n")
    told = refusal(acme)
    for part in ("rood", "beging", "metric.yaml", "near_miss"):
        assert part in told


def test_a_pack_extends_lexicons(acme: Path, tmp_path: Path) -> None:
    letter = packs.write(tmp_path / "letter.txt", "We ask you on bended knee.\n")
    assert "begging" not in findings(letter)
    extend(acme, "lexicons:\n  begging: on bended knee\n")
    assert "begging" in findings(letter, acme)


def test_a_pack_brings_lexicons_of_its_own_that_may_include_others(acme: Path, tmp_path: Path) -> None:
    packs.write(acme / "lexicon" / "own.yaml", "slogans: [top priority, '@own-words']\nown-words: [number one]\n")
    packs.signal(acme, phrase="['@slogans']")
    knowledge = loader.load(find([str(acme)]))
    assert "says-slogan" in {each.name for each in knowledge.signals}
    packs.signal(acme, phrase="['@slogan']")
    assert "no lexicon is called 'slogan'. Did you mean slogans" in refusal(acme)


# -- what is there already -------------------------------------------------------------------------------------------

METRIC = """\
metrics:
  {name}:
    title: {{en: a rate}}
    names: [photo rate]
    side: at-least
    right: [97]
    source: a page
    date: 2026
"""
DOCUMENT = "documents:\n  {name}:\n    title: {{en: a photo}}\n    words: [photo]\n"
VIOLATION = """\
violation: {name}
title: {{en: late photos}}
about: {{en: photos came late}}
found_by: {{strong: [late photo]}}
metrics: [photo-rate]
expects: [{{text: {{en: the photos}}, source: a page, date: '2026'}}]
evidence: [{{text: {{en: photos}}, source: a page, date: '2026', any_of: [photo], asked: true}}]
causes: [{{en: no camera}}]
remedies: [{{en: a camera}}]
prompts:
  opening: [{{en: who}}]
  cause: [{{en: why}}]
  corrective: [{{en: what}}]
  preventive: [{{en: how}}]
  evidence: [{{en: which}}]
"""


def facts(folder: Path) -> None:
    """A metric, a document and a profile in a pack."""
    packs.write(folder / "metrics.yaml", METRIC.format(name="photo-rate").replace("2026", "'2026'"))
    packs.write(folder / "documents.yaml", DOCUMENT.format(name="photo"))
    packs.write(folder / "violations" / "late-photos.yaml", VIOLATION.format(name="late-photos"))


def test_a_pack_brings_metrics_documents_and_profiles(acme: Path, tmp_path: Path) -> None:
    facts(acme)
    known = loader.load(find([str(acme)])).facts
    assert known.metrics["photo-rate"].right == (97.0,)
    profile = known.profiles["late-photos"]
    assert [metric.name for metric in profile.metrics] == ["photo-rate"]
    assert [paper.name for paper in profile.evidence[0].any_of] == ["photo"]
    letter = packs.write(tmp_path / "letter.txt", "We sent one late photo.\n")
    assert run("check", letter, "--rules", acme, "--violation", "late-photos").status == 1
    done = run("check", letter, "--rules", acme, "--violation", "late-photo")
    assert "Did you mean late-photos or " in done.err


def test_a_pack_may_use_the_facts_of_the_packs_that_it_extends(acme: Path, tmp_path: Path) -> None:
    facts(acme)
    top = packs.pack(tmp_path / "top", "extends: ../acme\n")
    packs.write(top / "violations" / "no-photos.yaml", VIOLATION.format(name="no-photos"))
    assert set(loader.load(find([str(top)])).facts.profiles) >= {"late-photos", "no-photos"}
    alone = packs.pack(tmp_path / "alone")
    packs.write(alone / "violations" / "no-photos.yaml", VIOLATION.format(name="no-photos"))
    told = refusal(alone)
    assert "no metric is called 'photo-rate'" in told
    assert "no document is called 'photo'" in told


@pytest.mark.parametrize(
    ("file", "what"),
    [
        ("house/slogan.yaml", "the rule 'slogan'"),
        ("signals/says-slogan.yaml", "the signal 'says-slogan'"),
        ("lexicon/own.yaml", "the lexicon 'slogans'"),
        ("metrics.yaml", "the metric 'photo-rate'"),
        ("documents.yaml", "the document 'photo'"),
        ("violations/late-photos.yaml", "the violation 'late-photos'"),
    ],
)
def test_two_of_one_name_are_refused_with_both_places(acme: Path, tmp_path: Path, file: str, what: str) -> None:
    packs.rule(acme)
    packs.signal(acme)
    packs.write(acme / "lexicon" / "own.yaml", "slogans: [top priority]\n")
    facts(acme)
    loader.load(find([str(acme)]))
    other = packs.pack(tmp_path / "other")
    copy = packs.write(other / file, (acme / file).read_text("utf-8"))
    told = [line for line in refusal(acme, other).splitlines() if what in line]
    assert told
    assert re.match(rf"{re.escape(str(copy))}:\d+:\d+: ", told[0])
    assert f"{what} stands in {acme / file} too" in told[0]


def test_a_rule_of_the_name_of_a_built_in_one_is_refused_with_both_places(acme: Path) -> None:
    path = packs.rule(acme, "rude")
    other = built_in().folder / "tone" / "rude.yaml"
    assert tells(refusal(acme), f"{path}:1:5", f"the rule 'rude' stands in {other} too")
    done = run("rules", "--rules", acme)
    assert (done.status, done.out) == (2, "")


# -- files that nothing reads ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "remedy"),
    [
        ("metric.yaml", "Did you mean metrics.yaml?"),
        ("document.yml", "Its name must end in .yaml."),
        ("scoring.yaml", "Strike the file."),
        ("whatever.yaml", "Strike the file."),
        ("house/slogan.yml", "Its name must end in .yaml."),
        ("signals/x.yml", "Its name must end in .yaml."),
        ("house/deep/slogan.yaml", "A rule is a file <theme>/<id>.yaml"),
        ("lexicon/deep/er/x.yaml", "A rule is a file <theme>/<id>.yaml"),
    ],
)
def test_a_file_that_nothing_reads_is_refused(acme: Path, file: str, remedy: str) -> None:
    path = packs.write(acme / file, "a: b\n")
    told = refusal(acme)
    assert told.startswith(f"{path}: ")
    assert remedy in told


@pytest.mark.parametrize(
    "command",
    ["rules", "explain rude", "explain slogan", "violations", "template expired"],
)
@pytest.mark.parametrize("file", ["metric.yaml", "house/more.yml", "tonne/slogan.yaml"])
def test_every_command_refuses_what_check_refuses(acme: Path, bad: Path, command: str, file: str) -> None:
    sound = packs.rule(acme, theme=Path(file).parent.name if file.startswith("tonne") else "house")
    if not (acme / file).exists():
        packs.write(acme / file, sound.read_text("utf-8"))
    done, checked = run(*command.split(), "--rules", acme), run("check", bad, "--rules", acme)
    assert (done.status, done.out) == (2, "")
    assert done.err == checked.err != ""
    for none in ("empty", "notes"):
        packs.write(acme.parent / "notes" / "slogan.txt", "mine").parent.joinpath("house").mkdir(exist_ok=True)
        (acme.parent / "empty").mkdir(exist_ok=True)
        done = run(*command.split(), "--rules", acme.parent / none)
        assert (done.status, done.out) == (2, "")
        assert "this folder holds no pack.yaml, so it is no pack of rules" in done.err


@pytest.mark.parametrize(
    "file", [".github/dependabot.yaml", ".github/dependabot.yml", ".github/workflows/ci.yml", ".pre-commit-config.yaml",
             "README.md", "notes/letter.txt", ".schema/rule.json", "house/.swp.yaml"],
)  # fmt: skip
def test_files_of_other_programs_may_stand_in_a_pack(acme: Path, file: str) -> None:
    packs.write(acme / file, "a: b\n")
    loader.load(find([str(acme)]))


def test_a_file_whose_name_is_not_its_rules_is_refused(acme: Path) -> None:
    packs.rule(acme).rename(acme / "house" / "motto.yaml")
    assert "the file is named 'motto', the rule 'slogan'" in refusal(acme)


# -- reports -----------------------------------------------------------------------------------------------------


def test_reports_name_the_packs_and_their_versions(acme: Path, bad: Path) -> None:
    packs.rule(acme)
    named = [{"name": "poalint", "version": __version__}, {"name": "acme", "version": "1.0.0"}]
    for command, more in (("check", [bad]), ("rules", [])):
        value = json.loads(run(command, *more, "--rules", acme, "--format", "json").out)
        assert list(value)[:3] == ["version", "schema", "packs"]
        assert value["packs"] == named
        assert json.loads(run(command, *more, "--format", "json").out)["packs"] == named[:1]
    assert f"\nRules: poalint {__version__}, acme 1.0.0.\n" in run("check", bad, "--rules", acme).out
    assert "\nRules: " not in run("check", bad).out


@pytest.mark.parametrize("format_", ["table", "markdown"])
def test_lists_name_the_pack_of_each_rule_that_is_not_built_in(acme: Path, format_: str) -> None:
    packs.rule(acme)
    lines = run("rules", "--rules", acme, "--format", format_).out.splitlines()
    assert [line for line in lines if "(acme)" in line] == [line for line in lines if "slogan" in line] != []
    assert "(poalint)" not in "".join(lines)
    value = json.loads(run("rules", "--rules", acme, "--format", "json").out)
    assert {rule["pack"] for rule in value["rules"] if rule["id"] == "slogan"} == {"acme"}
    assert {rule["pack"] for rule in value["rules"] if rule["id"] != "slogan"} == {"poalint"}


def test_a_pack_with_a_mistake_is_told_in_the_json_of_check(acme: Path, bad: Path) -> None:
    extend(acme, "off: [rood]\n")
    for wanted, names in ((acme, ["poalint", "acme"]), (acme / "gone", [])):
        done = run("check", bad, "--rules", wanted, "--format", "json")
        value = json.loads(done.out)
        assert (done.status, done.err, value["files"]) == (2, "", [])
        assert [pack["name"] for pack in value["packs"]] == names
        assert len(value["errors"]) == 1
