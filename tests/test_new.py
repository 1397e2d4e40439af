"""New rules and packs: what is written loads, and passes once its examples are written."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import packs
from poalint import loader, places
from poalint.errors import SkeletonError
from poalint.kinds import KINDS
from poalint.loading.packs import find
from poalint.skeletons import names, writing
from poalint.skeletons.rules import kinds
from poalint.speech import LANGS, Lang, translated
from program import run

INAUTHENTIC = "Our listing was removed as inauthentic. We could not show the chain of supply of the lamps."
FILLED = {
    "agree": ("We sent 40 parcels in May. The 38 parcels were late.", "We sent 40 parcels.", "40 parcels in 38 boxes."),
    "evidence": (INAUTHENTIC, "We shipped 41 orders late.", f"{INAUTHENTIC} We attach the invoices of the maker."),
    "fact": (
        "The late shipment rate has a target of 7%.",
        "The late shipment rate has a target of 4%.",
        "Our late shipment rate rose to 7%.",
    ),
    "forbid": (
        "[[Your customers are our top priority.]]",
        "We shipped 41 orders late.",
        "We put the label on top of the priority parcels.",
    ),
    "left-in": (
        "We shipped [[late]]{>>Li: was it so?<<} in March.",
        "We shipped 41 orders late.",
        "We shipped {++41++} orders late, as the buyer's comment says.",
    ),
    "listed": (
        "We attach the test report of the lab.\n\nAttachments\n\n- Invoices of March and April 2026",
        "We attach the test report of the lab.",
        "We attach the test report of the lab.\n\nAttachments\n\n- Test report of the lab",
    ),
    "measure": (
        "We packed" + " and we packed" * 20 + ".",
        "We packed late.",
        "We packed" + " and we packed" * 10 + ".",
    ),
    "pattern": (
        "Your customers are our [[top priority]].",
        "We shipped 41 orders late.",
        "We put the label on top of the priority parcels.",
    ),
    "require": (
        "We shipped 41 orders late.",
        "We shipped 41 orders late. The annex lists each order number.",
        "We looked for the order ids of the 41 parcels.",
    ),
    "checked-number": (
        "We paid with [[4111 1111 1111 1111]].",
        "We shipped 41 orders late.",
        "We paid with 4111 1111 1111 1112.",
    ),
    "characters": (
        "We shipped 41 orders late [[\U0001f614]].",
        "We shipped 41 orders late.",
        "We shipped 41 orders late \u2192 refunded.",
    ),
    "one-name": (
        "Our brand Alba sells lamps. We closed the listing of our brand [[Boreal]].",
        "Our brand Alba sells lamps. We closed the listing of our brand Alba.",
        "Our brand Alba sells lamps. We closed the listing of the maker Boreal.",
    ),
    "section": (
        "We shipped 41 orders late.\n\nAttachments\n\nWe packed too many parcels on one day.",
        "We shipped 41 orders late. We packed too many parcels on one day.",
        "We shipped 41 orders late.\n\nAttachments\n\nWe attach the packing log of May 2026.",
    ),
    "unfit": (
        f"{INAUTHENTIC} [[The lamps are not counterfeit.]]",
        "We shipped 41 orders late.",
        f"{INAUTHENTIC} We attach the invoices of May.",
    ),
}
"""For each kind an example on which the rule as it is begun fires, and two on which it is silent."""
SIGNALS = {"forbid": "Your customers are our top priority.", "require": "The annex lists each order number."}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def acme(tmp_path: Path) -> Path:
    assert run("new", "pack", "acme").status == 0
    return tmp_path / "acme"


def fill(path: Path, *texts: str) -> None:
    """Put texts in place of the examples that are still to be written, in their order."""
    written = path.read_text("utf-8")
    for text in texts:
        written, count = re.subn(
            r"^    - 'TODO.*'$", f"    - {json.dumps(text, ensure_ascii=False)}", written, count=1, flags=re.M
        )
        assert count == 1
    assert "- 'TODO" not in written
    path.write_text(written, "utf-8")


# -- packs -----------------------------------------------------------------------------------------------------------


def test_a_new_pack_loads_and_every_command_takes_it(acme: Path, tmp_path: Path) -> None:
    (pack,) = find([str(acme)])[1:]
    assert (pack.name, pack.version, pack.languages) == ("acme", "0.1.0", ("en",))
    assert run("rules", "--rules", acme).status == 0
    letter = packs.write(tmp_path / "letter.txt", "We shipped 41 orders late.\n")
    done = run("check", letter, "--rules", acme)
    assert done.status == 1
    assert "\nRules: poalint 0.1.0, acme 0.1.0.\n" in done.out


def test_what_was_written_and_what_to_run_next_are_told(tmp_path: Path) -> None:
    (tmp_path / "my packs").mkdir()
    done = run("new", "pack", "acme", "--in", "my packs")
    assert (done.status, done.err) == (0, "")
    wrote, *_, begin, use = done.out.splitlines()
    assert wrote == f"Wrote {Path('my packs') / 'acme' / 'pack.yaml'}"
    assert begin == "Begin a rule in it: poalint new rule NAME --pack 'my packs/acme'"
    assert use == "Use it: poalint check letter.txt --rules 'my packs/acme'"


@pytest.mark.parametrize("key", ["off: [many-apologies, flattery]", "change:", "lexicons:"])
def test_the_examples_in_the_comments_of_a_pack_are_sound(acme: Path, key: str) -> None:
    file = acme / "pack.yaml"
    text = file.read_text("utf-8")
    if key.startswith("off"):
        assert key.removeprefix("off: ") in text
        text = text.replace("off: []", key)
    else:
        block = re.search(rf"^#   {key}\n(?:#     .*\n)+", text, re.MULTILINE)
        assert block
        text = re.sub(rf"^{key} {{}}$", re.sub(r"^#   ", "", block[0], flags=re.M), text, flags=re.MULTILINE)
    file.write_text(text, "utf-8")
    (pack,) = find([str(acme)])[1:]
    assert pack.off or pack.change or pack.lexicons
    loader.load(find([str(acme)]))


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (["Acme Ltd."], "Did you mean acme-ltd?"),
        (["acmeRules"], "Did you mean acme-rules?"),
        (["7-acme"], "Did you mean acme?"),
        (["规则"], "small letters, digits and hyphens"),
        ([""], "small letters, digits and hyphens"),
        (["../acme"], "Did you mean acme?"),
        (["poalint"], "an installed pack is called 'poalint'"),
        (["acme", "--in", "nowhere"], "there is no such folder"),
        (["taken"], "this is there already, and it is not empty"),
        (["file"], "this is there already, and it is not empty"),
    ],
    ids=str,
)
def test_a_pack_that_cannot_be_begun_is_refused_and_nothing_is_written(
    tmp_path: Path, args: list[str], reason: str
) -> None:
    packs.write(tmp_path / "taken" / "notes.txt", "mine")
    packs.write(tmp_path / "file", "mine")
    before = sorted(tmp_path.glob("**/*"))
    done = run("new", "pack", *args)
    assert (done.status, done.out) == (2, "")
    assert reason in done.err
    assert sorted(tmp_path.glob("**/*")) == before


def test_the_schemas_are_put_beside_a_pack_and_files_point_to_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built_in = tmp_path / "rules"
    packs.write(built_in / "pack.yaml", "name: poalint\nversion: '1'\nabout: x\nlanguages: [en]\n")
    for kind in ("pack", "rule", "signal"):
        packs.write(built_in / "schema" / f"{kind}.json", f'{{"title": "{kind}"}}')
    for module in ("poalint.skeletons.packs", "poalint.loading.packs"):
        monkeypatch.setattr(f"{module}.rules_folder", lambda: built_in)
    done = run("new", "pack", "acme")
    assert f"Wrote {Path('acme') / '.schema'}" in done.out.splitlines()
    assert run("new", "rule", "mine", "--pack", "acme").status == 0
    for file, kind in (("pack.yaml", "pack"), ("house/mine.yaml", "rule"), ("signals/mine.yaml", "signal")):
        path = tmp_path / "acme" / file
        first = path.read_text("utf-8").split("\n")[0]
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert found
        assert json.loads((path.parent / found[1]).read_text("utf-8")) == {"title": kind}


# -- rules -----------------------------------------------------------------------------------------------------------


def test_every_kind_that_is_offered_is_one() -> None:
    ours = {"allowance"}  # what is wrong with an allowance is told by the program: there is nothing to demand
    assert set(kinds()) == set(FILLED) == set(KINDS) - ours
    for lang in ("en", "zh"):
        told = re.search(r"--kind KIND +((?:.|\n)*?)\[", run("new", "rule", "--help", "--lang", lang).out)
        assert told
        assert (
            sorted(re.findall(r"[a-z-]{4,}", re.sub(r"-\s+", "-", told[1]).replace("What it demands", ""))) == kinds()
        )


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", sorted(FILLED))
def test_a_new_rule_loads_fails_as_unwritten_and_passes_once_its_examples_are_written(
    acme: Path, kind: str, lang: Lang
) -> None:
    done = run("new", "rule", "mine", "--pack", "acme", "--theme", "wording", "--kind", kind, "--lang", lang)
    assert (done.status, done.err) == (0, "")
    path = Path("acme/wording/mine.yaml")
    wrote = translated("Wrote {path}", lang).removesuffix("{path}")
    files = [Path(line.removeprefix(wrote)) for line in done.out.splitlines() if line.startswith(wrote)]
    assert files[0] == path
    assert (Path("acme/signals/mine.yaml") in files) == (kind in ("forbid", "require"))
    listed = run("rules", "--rules", "acme")
    assert listed.status == 0
    assert re.search(r"^  warning +mine +Mine \(acme\)$", listed.out, re.MULTILINE)

    command = done.out.splitlines()[-1].partition("poalint ")[2].split()
    unwritten = run(*command)
    assert unwritten.status == 1
    assert unwritten.out.count("this example is still to be written") == 3 + 2 * (len(files) - 1)

    fill(path, *FILLED[kind])
    if len(files) > 1:
        fill(files[1], SIGNALS[kind], "We shipped late.")
    written = run(*command, "--coverage")
    assert (written.status, written.err) == (0, ""), written.out


@pytest.mark.parametrize("lang", LANGS)
def test_a_comment_stands_on_each_key(tmp_path: Path, lang: Lang) -> None:
    run("new", "pack", "acme", "--lang", lang)
    run("new", "rule", "mine", "--pack", "acme", "--kind", "forbid", "--lang", lang)
    for file in ("acme/pack.yaml", "acme/house/mine.yaml", "acme/signals/mine.yaml"):
        lines = Path(file).read_text("utf-8").splitlines()
        keys = [number for number, line in enumerate(lines) if re.match(r"[a-z]\w*:", line)]
        assert len(keys) > 4
        bare = [lines[number] for number in keys if not lines[number - 1].startswith("#")]
        assert bare == [], file
        assert max(map(len, lines)) <= 120


def test_a_new_rule_of_a_pack_in_two_languages_has_room_for_both(acme: Path) -> None:
    file = acme / "pack.yaml"
    file.write_text(file.read_text("utf-8").replace("languages: [en]", "languages: [en, zh]"), "utf-8")
    for kind in kinds():
        assert run("new", "rule", f"my-{kind}", "--pack", "acme", "--kind", kind).status == 0
    loader.load(find(["acme"]))


def test_a_rule_asks_for_the_signal_of_its_name_where_there_is_one(acme: Path) -> None:
    path = packs.signal(acme, "mine")
    before = path.read_text("utf-8")
    done = run("new", "rule", "mine", "--pack", "acme")
    assert f"It asks for the signal in {path}" in done.out
    assert path.read_text("utf-8") == before
    loader.load(find(["acme"]))


def test_outside_of_packs_a_pack_must_be_named() -> None:
    done = run("new", "rule", "mine")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("poalint: .: neither this folder nor one above it holds a pack.yaml. Name a pack")


@pytest.mark.parametrize("named", ["house", "acme/house", "typo"])
def test_a_folder_that_is_named_and_no_pack_leaves_the_pack_around_it_alone(
    acme: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    (acme / "house").mkdir()
    if named != "acme/house":
        monkeypatch.chdir(acme)
    before = sorted(acme.glob("**/*"))
    done = run("new", "rule", "mine", "--pack", named)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"poalint: {named}: ")
    assert (f"It lies in a pack: --pack {acme}" in done.err) == (named != "typo")
    assert sorted(acme.glob("**/*")) == before


@pytest.mark.parametrize("name", ["no", "on", "off", "yes", "true", "null", "y", "mine"])
def test_a_name_that_yaml_takes_for_something_else_is_a_name_all_the_same(tmp_path: Path, name: str) -> None:
    assert run("new", "pack", name).status == 0
    (pack,) = find([name])[1:]
    assert pack.name == name
    done = run("new", "rule", name, "--pack", name)
    assert (done.status, done.err) == (0, "")
    tested = run("test", name)
    assert (tested.status, tested.err) == (1, "")
    assert tested.out.count("this example is still to be written") == 5
    told = run("explain", name, "--rules", name).out
    assert told.startswith(f"{name}: ")
    assert run("test", name, "--coverage").err == ""


def test_inside_a_pack_the_pack_need_not_be_named(acme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(acme)
    assert run("new", "rule", "mine").status == 0
    monkeypatch.chdir(acme / "house")
    assert run("new", "rule", "other").status == 0
    assert {path.name for path in places.rule_files(acme)} == {"mine.yaml", "other.yaml"}


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (["Bad Name!"], "Did you mean bad-name?"),
        (["mine_too"], "Did you mean mine-too?"),
        (["rude"], "a rule is called 'rude' already"),
        (["there"], "a rule is called 'there' already"),
        (["mine", "--theme", "My Theme"], "Did you mean my-theme?"),
        (["mine", "--theme", "signals"], "the folder 'signals' is not for rules"),
        (["mine", "--kind", "forbit"], "Did you mean forbid?"),
        (
            ["mine", "--kind", "x"],
            "There are agree, characters, checked-number, evidence, fact, forbid, left-in, listed, measure, one-name, "
            "pattern, require, section, unfit.",
        ),
        (["mine", "--pack", "nowhere"], "poalint: nowhere: there is no such folder. Check the path"),
        (["mine", "--pack", "."], "poalint: .: this folder holds no pack.yaml, so it is no pack of rules. `poa"),
        (["mine", "--pack", "acme/nope"], "poalint: acme/nope: there is no such folder."),
    ],
    ids=str,
)
def test_a_rule_that_cannot_be_begun_is_refused_and_nothing_is_written(
    acme: Path, args: list[str], reason: str
) -> None:
    packs.rule(acme, "there", theme="other")
    before = sorted(acme.glob("**/*"))
    done = run("new", "rule", *(args if "--pack" in args else [*args, "--pack", "acme"]))
    assert (done.status, done.out) == (2, "")
    assert reason in done.err
    assert sorted(acme.glob("**/*")) == before


def test_a_name_of_a_pack_that_is_extended_or_installed_is_taken(acme: Path, tmp_path: Path) -> None:
    other = packs.pack(tmp_path / "other")
    packs.rule(other, "theirs")
    file = acme / "pack.yaml"
    file.write_text(file.read_text("utf-8").replace("extends: []", "extends: [../other]"), "utf-8")
    assert "a rule is called 'theirs' already" in run("new", "rule", "theirs", "--pack", "acme").err


def test_a_file_that_is_there_is_never_written_over(acme: Path) -> None:
    path = acme / "house" / "mine.yaml"
    path.parent.mkdir()
    path.symlink_to(acme / "gone.yaml")
    done = run("new", "rule", "mine", "--pack", "acme")
    assert done.status == 2
    assert not (acme / "gone.yaml").exists()
    assert not (acme / "signals").exists()


def test_a_place_that_cannot_be_written_to_is_told(acme: Path) -> None:
    packs.write(acme / "house", "a file")
    done = run("new", "rule", "mine", "--pack", "acme", "--kind", "pattern")
    assert done.status == 2
    assert "this cannot be written" in done.err


@given(st.text(max_size=30))
def test_any_text_has_a_good_name_near_to_it_or_is_refused_without(text: str) -> None:
    near = names.slug(text)
    assert near == "" or names.check(near) == near
    if text == near != "":
        assert names.check(text) == text
        return
    with pytest.raises(SkeletonError) as caught:
        names.check(text)
    assert (f"Did you mean {near}?" in str(caught.value)) == bool(near)


@pytest.mark.parametrize("args", [["--help"], ["pack", "--help"], ["rule", "--help"]], ids=" ".join)
def test_new_explains_itself(args: list[str]) -> None:
    done = run("new", *args)
    assert (done.status, done.err) == (0, "")


SKELETONS = Path(writing.__file__).parent


@pytest.mark.parametrize("path", sorted(SKELETONS.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_file_begun_in_chinese_differs_in_its_comments_alone(path: Path) -> None:
    english, chinese = (each.read_text("utf-8") for each in (path, SKELETONS / "zh" / path.name))

    def bare(text: str) -> list[str]:
        return [
            each for line in text.splitlines() if (each := re.sub(r"(^|\s)#.*|\s{2,}\S*[\u4e00-\u9fff].*", "", line))
        ]

    assert bare(chinese) == bare(english)
    comments = {line.partition("# ")[2].strip() for line in chinese.splitlines()} - {""}
    told = {line.partition("# ")[2].strip() for line in english.splitlines()} & comments
    assert [each for each in told if not re.match(r"[\w-]+:( |$)|pack.yaml|- (why|paths):|---$|\$", each)] == [], (
        "what is YAML stays"
    )
    assert set(re.findall(r"\$\w+|`poalint [a-z ]+", chinese)) == set(re.findall(r"\$\w+|`poalint [a-z ]+", english))


def test_every_file_that_is_begun_is_there_in_chinese() -> None:
    english, chinese = ({each.name for each in folder.glob("*.yaml")} for folder in (SKELETONS, SKELETONS / "zh"))
    assert english == chinese


def test_what_new_says_is_said_in_chinese_too(acme: Path) -> None:
    out = run("new", "rule", "mine", "--pack", "acme", "--lang", "zh").out
    assert "已写入 acme/house/mine.yaml" in out
    assert "Wrote" not in out
