"""What was found before is found again, exactly, and nothing that goes wrong with the cache changes a run."""

import json
import os
import random
import re
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import packs
import poalint
from poalint.api import Linter
from poalint.caching import contexts
from poalint.caching.cache import Cache
from poalint.caching.database import FILE
from poalint.caching.encoding import of_outcome, of_rulebook, to_outcome, to_rulebook
from poalint.caching.store import Store
from poalint.errors import DraftError
from poalint.model import Assessment, Case, Draft, Finding, Rulebook, Scale
from poalint.settings import Judging
from poalint.sources import drafts
from poalint.speech import Phrase, Said, Tellable
from program import BAD, GERMAN, run

CORPUS = Path(__file__).parents[1] / "corpus" / "drafts"
FEW = sorted(CORPUS.glob("*.txt"))[:6]
HEAVY = {
    "spacy", "numpy", "pydantic", "yaml", "rich.console", "multiprocessing", "poalint.api", "poalint.engine",
    "poalint.model.reading",
}  # fmt: skip


def quiet(what: Phrase) -> None:
    raise AssertionError(f"said: {what}")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache."""
    monkeypatch.setenv("POALINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    made = Store(folder, quiet)
    yield made
    made.close()


# -- the same as without -------------------------------------------------------------------------------------------


def test_every_draft_of_the_corpus_comes_back_as_it_went() -> None:
    outcomes = list(Linter().assess_all(drafts([str(CORPUS)])))
    assert len(outcomes) > 400
    for outcome in outcomes:
        assert isinstance(outcome, Assessment)
        assert to_outcome(of_outcome(outcome), outcome.draft, outcome.rulebook) == outcome
    assert to_rulebook(of_rulebook(outcomes[0].rulebook)) == outcomes[0].rulebook  # type: ignore[union-attr] # seen above


TEXT = st.text(st.characters(codec=None), max_size=20)  # halves of characters too
SAID: st.SearchStrategy[Tellable] = st.one_of(
    TEXT,
    st.integers(),
    st.builds(Said, TEXT, TEXT),
    st.builds(lambda text, value: Phrase("{a} of", a=Phrase(text), b=value), TEXT, TEXT),
)
PLACE = st.none() | st.integers(0, 9)
FINDINGS = st.builds(
    Finding, TEXT, st.none() | TEXT, st.none() | TEXT, st.sampled_from(["error", "note"]), TEXT, TEXT, TEXT, PLACE,
    PLACE, st.floats(0, 100), st.sampled_from([None, "weak"]), TEXT,
)  # fmt: skip
BOOK = Rulebook((), Scale({"root-cause": 20}, 1.5, 2, 0.5, 80, 50))


@given(
    st.builds(
        Assessment,
        st.builds(Draft, TEXT, TEXT),
        st.sampled_from(["plan", "dispute"]),
        st.none() | st.builds(Case, TEXT, SAID, st.booleans(), TEXT, st.none() | st.builds(Case, TEXT, SAID)),
        st.lists(FINDINGS, max_size=3).map(tuple),
        st.just(BOOK),
        st.booleans(),
        st.lists(SAID, max_size=3).map(tuple),
    )
)
def test_any_assessment_comes_back_as_it_went(found: Assessment) -> None:
    assert to_outcome(of_outcome(found), found.draft, BOOK) == found


@given(TEXT, SAID, SAID)
def test_an_error_comes_back_with_the_path_that_is_asked_for(path: str, reason: Tellable, remedy: Tellable) -> None:
    back = to_outcome(of_outcome(DraftError("first.txt", reason, remedy)), Draft(path, ""), None)
    assert isinstance(back, DraftError)
    assert back.told("zh") == DraftError(path, reason, remedy).told("zh")


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--format", "json"],
        ["--lang", "zh"],
        ["--min-score", "70", "--min-pillar", "root-cause=pass", "--max-warnings", "1"],
        ["--select", "root-cause", "--select", "no-blame", "--ignore", "no-cause"],
        ["--violation", "late-shipment"],
        ["--as", "dispute"],
        ["--fail-on", "never"],
    ],
    ids=" ".join,
)
def test_a_report_from_the_cache_is_the_same(folder: Path, tmp_path: Path, options: list[str]) -> None:
    german = packs.write(tmp_path / "german.txt", GERMAN)
    paths = [FEW[0], german, tmp_path / "none.txt", *FEW[1:3]]
    never = run("check", "--no-cache", *options, *paths)
    assert not folder.exists()
    first, again = run("check", *options, *paths), run("check", *options, *paths)
    assert never == first == again
    assert (folder / FILE).exists()


def outside(*args: object, **env: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-X", "importtime", "-m", "poalint", *map(str, args)]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", timeout=120, check=False, env={**os.environ, **env}
    )


@pytest.mark.parametrize(
    "options",
    [[], ["--format", "text", "--format", "json=report.json"], ["--min-score", "60", "--lang", "zh"], ["--jobs", "2"]],
    ids=" ".join,
)
def test_what_is_known_costs_no_heavy_import(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    packs.write(tmp_path / "pyproject.toml", '[project]\nname = "letters-for-poalint"\n')
    copies = [packs.write(tmp_path / f"{number}.txt", path.read_text("utf-8")) for number, path in enumerate(FEW)]
    german = packs.write(tmp_path / "german.txt", GERMAN)
    run("check", *options, *FEW, packs.write(tmp_path / "first.txt", GERMAN))
    done = outside("check", *options, *copies, german)  # other paths, the same words
    imported = {line.rsplit("|", 1)[1].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    assert "poalint.caching.store" in imported
    assert imported & HEAVY == set()
    assert done.returncode == 2, "what is not English is known too"
    assert str(german) in done.stderr
    assert all(str(path) in done.stdout for path in copies)


# -- what makes it judge anew --------------------------------------------------------------------------------------


def key(store: Store, **asked: object) -> str:
    made = contexts.context(Judging(**asked), store)  # type: ignore[arg-type] # as each test says
    assert made is not None
    return made.key


def test_each_thing_that_findings_depend_on_is_in_the_key(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = packs.pack(tmp_path / "acme")
    packs.rule(pack)
    model = tmp_path / "model"
    packs.write(model / "meta.json", "{}")
    keys = [
        key(store),
        key(store, lang="zh"),
        key(store, violation="late-shipment"),
        key(store, letter="plan"),
        key(store, packs=(str(pack),)),
        key(store, model=str(model)),
    ]
    packs.write(model / "parser" / "weights", "1")
    keys.append(key(store, model=str(model)))
    monkeypatch.setattr(poalint, "__version__", "99")
    keys.append(key(store))
    assert len(set(keys)) == len(keys)
    monkeypatch.undo()
    assert key(store) == keys[0]


def test_a_rule_that_changes_in_place_is_noticed_and_its_old_text_known(store: Store, tmp_path: Path) -> None:
    pack = packs.pack(tmp_path / "acme")
    rule = packs.rule(pack)
    asked, text = (str(pack),), rule.read_text("utf-8")
    first = key(store, packs=asked)
    rule.write_text(text.replace("points: 1", "points: 2"), "utf-8")  # as many bytes
    assert key(store, packs=asked) != first
    rule.write_text(text, "utf-8")
    assert key(store, packs=asked) == first
    packs.signal(pack)
    assert key(store, packs=asked) != first


def test_a_pack_that_another_builds_on_counts(store: Store, tmp_path: Path) -> None:
    base = packs.pack(tmp_path / "base")
    rule = packs.rule(base)
    upper = packs.pack(tmp_path / "upper", "extends: [../base]\n")
    first = key(store, packs=(str(upper),))
    rule.write_text(rule.read_text("utf-8").replace("points: 1", "points: 3"), "utf-8")
    assert key(store, packs=(str(upper),)) != first


def test_what_cannot_be_found_has_no_key(store: Store, tmp_path: Path) -> None:
    assert contexts.context(Judging(model="no_such_model"), store) is None
    assert contexts.context(Judging(packs=(str(tmp_path / "gone"),)), store) is None


def test_settled_files_are_not_read_again(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from poalint.caching import digests

    packs.write(tmp_path / "in" / "a.yaml", "a")
    monkeypatch.setattr(digests, "_SETTLED", -60.0)  # as if it had been written a minute ago
    first = digests.of_files(tmp_path / "in", (".yaml",), store)
    with monkeypatch.context() as blind:
        blind.setattr(Path, "read_bytes", lambda path: b"not to be read")
        assert digests.of_files(tmp_path / "in", (".yaml",), store) == first
    packs.write(tmp_path / "in" / "b.yaml", "")
    assert digests.of_files(tmp_path / "in", (".yaml",), store) != first


def test_a_report_follows_the_rules_and_the_words(folder: Path, tmp_path: Path) -> None:
    pack = packs.pack(tmp_path / "acme")
    rule = packs.rule(pack)
    letter = packs.write(tmp_path / "letter.txt", BAD + "Customer first!\n")
    args = ("check", "--rules", pack, letter)
    assert "is a slogan" in run(*args).out
    rule.write_text(rule.read_text("utf-8").replace("is a slogan", "is a wisdom"), "utf-8")
    assert "is a wisdom" in outside(*args).stdout  # a process of its own: here the rules are loaded already
    letter.write_text(BAD, "utf-8")
    assert "slogan" not in run(*args).out


def test_rules_that_change_while_they_are_loaded_are_not_kept(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = packs.pack(tmp_path / "acme")
    rule = packs.rule(pack)
    text = rule.read_text("utf-8")
    letter = packs.write(tmp_path / "letter.txt", BAD + "Customer first!\n")
    loads = Linter.load

    def changed_meanwhile(linter: Linter) -> None:
        rule.write_text(text.replace("is a slogan", "is a wisdom"), "utf-8")
        loads(linter)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Linter, "load", changed_meanwhile)
        assert "is a wisdom" in run("check", "--rules", pack, letter).out
    rule.write_text(text, "utf-8")
    assert "is a slogan" in outside("check", "--rules", pack, letter).stdout


def test_an_unknown_case_or_model_is_told_each_time(folder: Path) -> None:
    for options in (["--violation", "late-shipmant"], ["--model", "no_such_model"], ["--rules", "/no/such"]):
        first = run("check", *options, FEW[0])
        assert first.status == 2
        assert run("check", *options, FEW[0]) == first


# -- what can go wrong ---------------------------------------------------------------------------------------------


def damaged_head(path: Path) -> None:
    path.write_bytes(b"no database at all" + path.read_bytes()[18:])


def damaged_pages(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for at in range(4096, len(content)):
        content[at] ^= 0x55
    path.write_bytes(content)


def one_letter(path: Path) -> None:
    """A value that is JSON still, but not what was written."""
    content = path.read_bytes()
    assert content.count(b'"findings":') >= len(FEW)
    path.write_bytes(content.replace(b'"findings":', b'"Findings":'))


def another_table(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as made:
        made.execute("CREATE TABLE kept (something TEXT)")
    made.close()


@pytest.mark.parametrize("damage", [damaged_head, damaged_pages, one_letter, another_table])
def test_a_damaged_file_is_put_aside_and_told_once(folder: Path, damage: Callable[[Path], None]) -> None:
    never = run("check", "--no-cache", *FEW)
    run("check", *FEW)
    damage(folder / FILE)
    found = run("check", *FEW)
    assert (found.status, found.out) == (never.status, never.out)
    assert found.err.count("\n") == 1
    assert re.fullmatch(
        r"poalint: the cache was damaged; it lies in .*\.damaged now, and a new one is made\n", found.err
    )
    assert (folder / (FILE + ".damaged")).exists()
    assert run("check", *FEW) == never
    assert not {"-wal", "-shm"} & {path.name.removeprefix(FILE) for path in folder.iterdir()}


def test_an_empty_file_is_a_new_one(folder: Path) -> None:
    packs.write(folder / FILE, "")
    assert run("check", FEW[0]).err == ""
    assert (folder / FILE).stat().st_size


def test_a_folder_that_cannot_be_used_only_turns_it_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POALINT_CACHE_DIR", str(packs.write(tmp_path / "file", "") / "below"))
    found, never = run("check", *FEW), run("check", "--no-cache", *FEW)
    assert (found.status, found.out) == (never.status, never.out)
    assert found.err.count("\n") == 1
    assert "nothing is cached" in found.err
    assert "POALINT_CACHE_DIR" in found.err
    assert re.search("[\u4e00-\u9fff]", run("check", "--lang", "zh", *FEW).err)


def test_a_file_that_is_read_only_is_told_once_at_the_end(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a cache that is handed to a job read-only: what it holds could be used, what is new is not kept."""
    run("check", FEW[0])

    def refuse(self: object, pairs: object) -> None:
        raise sqlite3.OperationalError("attempt to write a readonly database")

    monkeypatch.setattr("poalint.caching.database.Database.keep", refuse)
    found = run("check", *FEW)
    assert found.out == run("check", "--no-cache", *FEW).out
    assert found.err.count("\n") == 1
    assert "readonly" in found.err


@pytest.mark.skipif(sys.platform == "win32", reason="there are no modes")
def test_it_is_its_owners_alone(folder: Path) -> None:
    before = os.umask(0)
    try:
        run("check", FEW[0])
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.glob("findings*")} == {0o600}


def test_files_of_other_formats_and_versions_are_left_alone(folder: Path) -> None:
    other = packs.write(folder / "findings-0.sqlite3", "of an older program")
    run("check", FEW[0])
    assert other.read_text("utf-8") == "of an older program"


def test_it_stays_small_and_forgets_the_oldest_first(folder: Path) -> None:
    store = Store(folder, quiet, most_bytes=400_000)
    for number in range(1_000):
        store.keep(b"%d" % number, f"{number} " + "x" * 2_000)
    store.close()
    assert (folder / FILE).stat().st_size < 700_000
    again = Store(folder, quiet)
    kept = [number for number in range(1_000) if again.find(b"%d" % number)]
    again.close()
    assert len(kept) > 50
    assert kept == list(range(kept[0], 1_000))


def test_what_is_used_is_not_forgotten(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: 86_400.0 * 10)
    first = Store(folder, quiet)
    first.keep(b"used", "x")
    first.keep(b"not used", "x")
    first.close()
    monkeypatch.setattr(time, "time", lambda: 86_400.0 * 12)
    reads = Store(folder, quiet)
    assert reads.find(b"used") == "x"
    reads.close()
    with sqlite3.connect(folder / FILE) as sql:
        assert dict(sql.execute("SELECT key, used FROM kept")) == {b"used": 12, b"not used": 10}
    sql.close()


# -- several runs at once, and runs that are killed ------------------------------------------------------------------


def started(*args: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "poalint", *map(str, args)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


def test_runs_that_share_it_each_find_what_is_right(folder: Path) -> None:
    never = run("check", "--no-cache", "--format", "json", *FEW)
    together = [started("check", "--format", "json", *FEW) for _ in range(3)]
    for each in together:
        out, err = each.communicate(timeout=120)
        assert (json.loads(out), err) == (json.loads(never.out), "")
    assert run("check", "--format", "json", *FEW) == never


_WRITES = """
import sys
from pathlib import Path
from poalint.caching.store import Store

store = Store(Path(sys.argv[1]), print)
print("open", flush=True)
for number in range(10**9):
    store.keep(b"%d" % (number % 5_000), f"{number % 5_000} " + "x" * (number % 3_000))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
def test_a_run_that_is_killed_while_it_writes_leaves_it_whole(folder: Path) -> None:
    chance = random.Random(5)
    for _ in range(6):
        writers = [
            subprocess.Popen([sys.executable, "-c", _WRITES, str(folder)], stdout=subprocess.PIPE) for _ in range(2)
        ]
        for each in writers:
            assert each.stdout is not None
            assert each.stdout.readline() == b"open\n"
        time.sleep(chance.uniform(0.0, 0.2))
        for each in writers:
            each.send_signal(signal.SIGKILL)
            said, _ = each.communicate(timeout=60)
            assert said == b""
        store = Store(folder, quiet)
        for number in range(5_000):
            value = store.find(b"%d" % number)
            assert value is None or value.startswith(f"{number} ")
        store.keep(b"after", "x")
        store.close()
    with sqlite3.connect(folder / FILE) as sql:
        assert sql.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert sql.execute("SELECT count(*) FROM kept").fetchone()[0] > 1_000
    sql.close()


# -- the command ----------------------------------------------------------------------------------------------------


def test_the_command_tells_where_it_is_and_removes_it_alone(folder: Path) -> None:
    assert run("cache", "info").out == f"Folder: {folder}\nNothing is cached there.\n"
    assert run("cache", "clear").out == f"Nothing is cached in {folder}\n"
    run("check", *FEW)
    mine = packs.write(folder / "mine.txt", "x")
    packs.write(folder / (FILE + ".damaged"), "x")
    told = run("cache", "info")
    assert re.fullmatch(rf"Folder: {re.escape(str(folder))}\nSize: \d\.\d MB\n", told.out)
    cleared = run("cache", "clear", "--lang", "zh")
    assert cleared.status == 0
    assert str(folder) in cleared.out
    assert [path for path in folder.iterdir() if path.name.startswith("findings")] == []
    assert mine.exists()


def test_without_a_name_it_lies_where_the_platform_has_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from poalint.caching.folder import cache_folder

    monkeypatch.delenv("POALINT_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    if sys.platform.startswith("linux"):
        assert cache_folder() == tmp_path / "poalint"
    assert cache_folder().name in ("poalint", "Cache")


def test_a_cache_gives_one_rulebook_for_all(store: Store) -> None:
    found = [each for each in Linter().assess_all(drafts(map(str, FEW))) if isinstance(each, Assessment)]
    for each in found:
        Cache(store).keep(Judging(), each.draft, each)
    cache = Cache(store)
    again = [cache.find(Judging(), each.draft) for each in found]
    assert again == found
    assert len({id(each.rulebook) for each in again if isinstance(each, Assessment)}) == 1
