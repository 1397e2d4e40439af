"""The documents tell the truth: their commands run, their output is real, their names exist.

``UPDATE_DOCS=1 pytest tests/test_docs.py`` writes the README's output and its list of rules anew.
"""

import html
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
import yaml

import key_page
import packs
from key_page import key_table, meanings
from poalint import __version__
from poalint.cards import cards
from poalint.cli.group import COMMANDS
from poalint.layers import values
from poalint.loader import load
from poalint.loading.configuration import read as read_configuration
from poalint.loading.packs import find
from poalint.model import FLAGS, PILLARS
from poalint.speech import Lang
from program import BAD, run

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
UPDATE = bool(os.environ.get("UPDATE_DOCS"))
TUTORIALS = [ROOT / "docs" / "first-rule.md", ROOT / "docs" / "zh" / "first-rule.md"]
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_OUTPUT = re.compile(r"(<!-- shown of the output: (?P<rules>[^>]*) -->\n```text\n)(?P<text>.*?)(?=```)", re.DOTALL)
_RULES = re.compile(r"(?<=<!-- rules -->\n).*?(?=<!-- end of rules -->)", re.DOTALL)
_STATUS = re.compile(r"# exit status (\d)$")


@pytest.fixture(autouse=True)
def _at_the_top(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def commands() -> Iterator[tuple[str, int]]:
    """The README's commands that run poalint, and the status that it gives for each."""
    for language, block in _FENCE.findall(README.read_text(encoding="utf-8")):
        for line in block.splitlines() if language == "sh" else ():
            if line.startswith(("poalint ", "python -m poalint ")):
                status = _STATUS.search(line)
                yield line, int(status[1]) if status else 0


def arguments(line: str) -> list[str]:
    words = shlex.split(line, comments=True)
    return words[3:] if words[0] == "python" else words[1:]


@pytest.mark.parametrize(("line", "status"), list(commands()))
def test_the_readmes_commands_end_as_it_says(line: str, status: int) -> None:
    done = run(*arguments(line))
    assert (done.status, done.err) == (status, "")
    assert done.out


def test_the_readmes_commands_to_set_up_lint_a_draft_and_run_the_tests() -> None:
    text = README.read_text(encoding="utf-8")
    lines = [line for language, block in _FENCE.findall(text) if language == "sh" for line in block.splitlines()]
    lint, test = (line.split(" && ") for line in lines if "venv" in line)
    assert [lint[0], test[0]] == ["python3 -m venv .venv"] * 2
    assert f"poalint {shlex.join(arguments(next(commands())[0]))}" == lint[-1].removeprefix(".venv/bin/")
    assert test[-1] == ".venv/bin/python -m pytest"


def shortened(output: str, rules: list[str]) -> str:
    """The output with whole findings cut, and what is cut marked; the first finding of each of ``rules`` stays."""
    head, *findings, end = output.strip("\n").split("\n\n")
    wanted = list(rules)
    kept: list[str | None] = []
    for finding in findings:
        found = re.search(r": (?:error|warning|note) (\S+)", finding)
        assert found
        kept.append(finding if found[1] in wanted else None)
        if found[1] in wanted:
            wanted.remove(found[1])
    assert not wanted, f"the README shows findings that are no longer there: {wanted}"
    parts = [head]
    for cut, group in groupby(kept, key=lambda each: each is None):
        some = list(group)
        left_out = f"[... {len(some)} more {'findings' if len(some) > 1 else 'finding'} left out here ...]"
        parts += [left_out] if cut else [each for each in some if each]
    return "\n\n".join([*parts, end]) + "\n"


def test_the_readmes_output_is_what_the_program_prints() -> None:
    text = README.read_text(encoding="utf-8")
    shown = _OUTPUT.search(text)
    assert shown
    real = shortened(run(*arguments(next(commands())[0])).out, shown["rules"].split())
    if UPDATE:
        README.write_text(text[: shown.start("text")] + real + text[shown.end("text") :], encoding="utf-8")
    else:
        assert shown["text"] == real, "run UPDATE_DOCS=1 pytest tests/test_docs.py"


def table_of_rules() -> str:
    weights = yaml.safe_load((ROOT / "rules" / "scoring.yaml").read_text(encoding="utf-8"))["weights"]
    rows = ["| | rules |", "|---|---|"]
    for group, members in groupby(cards(), key=lambda card: card.group):
        name = f"`{group}` ({weights[group]} points)" if group in weights else f"besides: {group.split()[0]}"
        rows.append(f"| {name} | {', '.join(f'`{card.id}`' for card in members)} |")
    return "\n".join([*rows, ""])


def test_the_readmes_list_of_rules_is_whole() -> None:
    text = README.read_text(encoding="utf-8")
    if UPDATE:
        README.write_text(_RULES.sub(lambda _: table_of_rules(), text), encoding="utf-8")
    else:
        shown = _RULES.search(text)
        assert shown
        assert shown[0] == table_of_rules(), "run UPDATE_DOCS=1 pytest tests/test_docs.py"


@pytest.mark.parametrize("document", ["README.md", "CHANGELOG.md", "CONTRIBUTING.md"])
def test_names_and_links_lead_somewhere(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    signals = {path.stem for path in (ROOT / "rules" / "signals").glob("*.yaml")}
    known = {card.id for card in cards()} | signals | set(PILLARS) | set(FLAGS)
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", text)) - {"pre-commit"}
    assert named <= known
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (ROOT / target).exists(), target


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("**/*.md")), ids=lambda page: str(page.relative_to(ROOT)))
def test_links_of_the_manuals_pages_lead_somewhere_in_the_repository_too(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text):
        assert (page.parent / target).exists(), f"{target}: name it, and let manual/links.py make the link"


def test_the_changelog_begins_with_this_version_and_tells_of_rules() -> None:
    versions = re.split(r"^## ", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    released = [version for version in versions if not version.startswith("[Unreleased]")]
    assert released[0].startswith(f"[{__version__}] - ")
    assert all("\n### Rules\n" in version for version in versions)


# -- the tutorial ------------------------------------------------------------------------------------------------

_STEP = re.compile(
    r"^```(?P<language>\w+)(?: title=\"(?P<file>[^\"]+)\")?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
_CUT = "[...]"


def steps(tutorial: Path) -> list[re.Match[str]]:
    """What the tutorial has its reader do, in order: commands, files to write, and outputs to see."""
    return list(_STEP.finditer(tutorial.read_text(encoding="utf-8")))


def as_shown(shown: str, printed: str) -> bool:
    """Whether an output is what is shown; ``[...]`` stands for any lines left out, within a line for words of it.

    So a tutorial need not tell the program's version, which would be another with each release.
    """
    lines = [
        "(?:.*\\n)*" if line == _CUT else ".*".join(map(re.escape, line.split(_CUT))) + "\\n"
        for line in shown.strip("\n").splitlines()
    ]
    return re.fullmatch("".join(lines), printed.strip("\n") + "\n") is not None


def worked_through(tutorial: Path, *commands_run: str) -> int:
    """Do what the tutorial says in the folder that the test is in; the steps whose output was compared.

    Of its commands only those in ``commands_run`` are run. Every file is written as it is shown.
    """
    compared, printed = 0, None
    env = {"COLUMNS": "90", "LC_ALL": "zh_CN.UTF-8" if tutorial.parent.name == "zh" else "en_US.UTF-8"}
    for step in steps(tutorial):
        if step["file"]:
            Path(step["file"]).parent.mkdir(parents=True, exist_ok=True)
            Path(step["file"]).write_text(step["text"], encoding="utf-8")
        elif step["language"] == "sh":
            printed = None
            for line in step["text"].splitlines():
                words = arguments(line)
                if words[0] in commands_run:
                    status = _STATUS.search(line)
                    done = subprocess.run(
                        [sys.executable, "-m", "poalint", *words], env={**os.environ, **env}, capture_output=True,
                        encoding="utf-8", timeout=120, check=False,
                    )  # fmt: skip
                    assert (done.returncode, done.stderr) == (int(status[1]) if status else 0, ""), line
                    printed = done.stdout
        elif printed is not None:
            assert as_shown(step["text"], printed), f"{step['text']}\nis shown, but this is printed:\n{printed}"
            compared += 1
    return compared


@pytest.mark.parametrize(("page", "outputs"), [("allowing", 1), ("baseline", 3), ("redraft", 1)])
@pytest.mark.parametrize("folder", ["docs", "docs/zh"])
def test_the_commands_of_a_page_print_what_it_shows(
    folder: str, page: str, outputs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert worked_through(ROOT / folder / f"{page}.md", "check", "baseline", "diff") == outputs


@pytest.mark.parametrize("tutorial", TUTORIALS, ids=lambda path: path.parent.name)
def test_the_rule_of_the_tutorial_does_what_is_shown(
    tutorial: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "pack.yaml").write_text("name: acme\nversion: 0.1.0\nabout: x\n", encoding="utf-8")
    assert worked_through(tutorial, "check", "explain") == 2


@pytest.mark.parametrize("tutorial", TUTORIALS, ids=lambda path: path.parent.name)
def test_the_tutorial_can_be_worked_through_from_beginning_to_end(
    tutorial: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert worked_through(tutorial, *COMMANDS) == 6
    assert (tmp_path / "acme" / "pack.yaml").is_file()


@pytest.mark.parametrize("tutorial", TUTORIALS, ids=lambda path: path.parent.name)
def test_a_tutorial_does_not_tell_the_programs_version(tutorial: Path) -> None:
    assert not re.search(rf"poalint {re.escape(__version__)}", tutorial.read_text(encoding="utf-8"))


def test_both_tutorials_have_the_same_steps_and_files() -> None:
    english, chinese = ([step for step in steps(path) if step["language"] == "sh"] for path in TUTORIALS)
    assert [step["text"] for step in english] == [step["text"] for step in chinese]
    english, chinese = ([step for step in steps(path) if step["file"]] for path in TUTORIALS)
    assert [step["file"] for step in english] == [step["file"] for step in chinese]
    assert english[-1]["text"] == chinese[-1]["text"], "the letter is the same"


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n[...]\n", "a\nb\nc\n", True),
        ("[...]\nc\n", "a\nb\nc\n", True),
        ("a\n[...]\nc\n", "a\nc\n", True),
        ("a\n", "a\nb\n", False),
        ("a\n[...]\nd\n", "a\nb\nc\n", False),
        ("[...]\nb\n[...]\n", "a\nbb\nc\n", False),
        ("b\n[...]\na\n", "a\nb\n", False),
        ("[...] b\n", "a 0.2 b\n", True),
        ("[...] b\n", "a 0.2 c\n", False),
        ("[...] b\n", "a\n b\n", False),
    ],
)
def test_outputs_are_compared_line_by_line(shown: str, printed: str, same: bool) -> None:
    assert as_shown(shown, printed) == same


# -- the page of the configuration -----------------------------------------------------------------------------------

CONFIGURATION = [ROOT / "docs" / "configuration.md", ROOT / "docs" / "zh" / "configuration.md"]
_KEYS = re.compile(r"(?<=<!-- keys of )(?P<model>\w+) -->\n.*?(?=<!-- end of keys -->)", re.DOTALL)


def keys_shown(model: str, lang: Lang) -> str:
    """The table of a model's keys, in plain Markdown; what an override shares with the rest is told once."""
    shared = set(meanings()["ConfigFile"].keys) if model == "Override" else ()
    shown = key_table({each.__name__: each for each in key_page.CONFIGURATION}[model], lang, shared)
    return f"{model} -->\n{html.unescape(re.sub('</?code>', '`', shown))}\n"


@pytest.mark.parametrize("page", CONFIGURATION, ids=lambda path: path.parent.name)
def test_the_tables_of_keys_are_those_of_the_models(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    lang: Lang = "zh" if page.parent.name == "zh" else "en"
    made = _KEYS.sub(lambda found: keys_shown(found["model"], lang), text)
    assert made.count("| `violation` |") == 2
    if UPDATE:
        page.write_text(made, encoding="utf-8")
    else:
        assert made == text, "run UPDATE_DOCS=1 pytest tests/test_docs.py"


@pytest.mark.parametrize("page", CONFIGURATION, ids=lambda path: path.parent.name)
def test_the_page_of_the_configuration_can_be_worked_through(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert worked_through(page, *COMMANDS) == 1
    yaml_one, toml_one = read_configuration(Path("poalint.yaml")), read_configuration(Path("toml/pyproject.toml"))
    assert values(yaml_one.base, "ignore") == values(toml_one.base, "ignore") == ("flattery",)
    assert yaml_one.overrides[0].paths == toml_one.overrides[0].paths


# -- pages of the manual that are kept by hand --------------------------------------------------------------------


@pytest.mark.parametrize("page", ["docs/packs.md", "docs/zh/packs.md"])
def test_the_pack_that_the_manual_shows_loads(page: str, tmp_path: Path) -> None:
    fences = dict(_FENCE.findall((ROOT / page).read_text(encoding="utf-8")))
    for name, content in (("acme", fences["yaml"]), ("shared", "name: shared\nversion: 1.0.0\nabout: x\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "pack.yaml").write_text(content, encoding="utf-8")
    knowledge = load(find([str(tmp_path / "acme")]))
    assert [pack.name for pack in knowledge.packs] == ["poalint", "shared", "acme"]
    ids = {rule.spec.id: rule.spec.points for rule in knowledge.rules}
    assert "many-apologies" not in ids
    assert ids["too-short"] == 0


def test_the_manual_gives_the_exit_status_as_the_readme_does() -> None:
    section = README.read_text(encoding="utf-8").split("## Exit status")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (\d) \| (.*) \|$", section, re.MULTILINE)
    english = (ROOT / "docs" / "exit-status.md").read_text(encoding="utf-8")
    assert len(rows) == 3
    for status, meaning in rows:
        assert f"| {status} | {meaning} | " in english
    chinese = (ROOT / "docs" / "zh" / "exit-status.md").read_text(encoding="utf-8")
    assert [line[2] for line in chinese.splitlines() if re.match(r"\| \d", line)] == [status for status, _ in rows]


def test_the_manual_names_every_pillar_with_the_readmes_words() -> None:
    text = README.read_text(encoding="utf-8")
    english = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if re.match(rf"\| `({'|'.join(PILLARS)})` \| .* \| \w+ \|$", line)]
    assert len(rows) == len(PILLARS)
    assert [row for row in rows if row not in english] == []
    chinese = (ROOT / "docs" / "zh" / "index.md").read_text(encoding="utf-8")
    assert all(f"| `{name}` |" in chinese for name in PILLARS)


@pytest.mark.parametrize("page", ["docs/large-runs.md", "docs/zh/large-runs.md"])
def test_the_commands_of_the_page_on_large_runs_end_as_it_says(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [
        line
        for language, block in _FENCE.findall((ROOT / page).read_text(encoding="utf-8"))
        for line in (block.splitlines() if language == "sh" else ())
    ]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("POALINT_CACHE_DIR", str(tmp_path / "cache"))
    for number in range(2):
        packs.write(tmp_path / "drafts" / f"{number}.txt", f"{BAD}\n{number}\n")
    for line in lines:
        status = _STATUS.search(line)
        done = run(*arguments(line))
        assert (done.status, done.err) == (int(status[1]) if status else 0, ""), line
    assert len(lines) == 7


def members(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*(members(each) for each in value.values()))
    return set().union(*(members(each) for each in value)) if isinstance(value, list) else set()


def test_the_documented_json_has_the_members_of_the_real_one(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.*?) \|", text, re.MULTILINE)
    tabled = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    draft = tmp_path / "bad.txt"
    draft.write_text(BAD.replace("improve", "lower our late shipment rate"), encoding="utf-8")
    pack = packs.pack(tmp_path / "acme")
    packs.rule(pack, patterns="['first', 'quality']", fires="['[[first]]']", near_miss="['First things first.']")
    everything = set()
    for command, paths in (
        ("check", [draft, "/no/such"]),
        ("parse", [draft, "/no/such"]),
        ("rules", []),
        ("test", [pack, "/no/such", "--coverage"]),
    ):
        section = text.split(f"## `poalint {command} --format json`")[1].split("\n## ")[0]
        example = members(json.loads("\n".join(re.findall(r"^    .*", section, re.MULTILINE))))
        real = members(json.loads(run(command, "--format", "json", *paths).out))
        assert example <= real <= example | tabled, command
        everything |= real
    assert tabled <= everything


_ALONE = """
import os, sys

def refuse(event, args):
    writes = event == "open" and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) and args[0] not in (os.devnull, 1, 2)
    if (writes or event in REFUSED or event == "sqlite3.connect") and not in_cache(args[0]):
        os.write(2, f"refused: {event} {args}".encode())
        os._exit(97)

def in_cache(path):
    path, folder = os.fspath(path) if isinstance(path, (str, os.PathLike)) else "", os.environ["POALINT_CACHE_DIR"]
    return "--no-cache" not in sys.argv and (path + os.sep).startswith(folder + os.sep)

REFUSED = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname",
           "socket.gethostbyaddr", "socket.getnameinfo", "subprocess.Popen", "os.system", "os.exec",
           "os.posix_spawn", "os.fork", "os.forkpty", "os.mkdir", "os.rename", "urllib.Request",
           "shutil.copyfile", "tempfile.mkstemp", "tempfile.mkdtemp"}
sys.dont_write_bytecode = True
sys.addaudithook(refuse)
from poalint.cli import main
main()
"""


@pytest.mark.parametrize(
    "args",
    [
        ["check", "corpus/drafts/order-defect-rate-c26.txt"],
        ["check", "--no-cache", "corpus/drafts/order-defect-rate-c26.txt"],
        ["check", "--format", "json", "corpus/drafts/order-defect-rate-c26.txt"],
        ["parse", "corpus/drafts/order-defect-rate-c26.txt"],
        ["rules"],
        ["explain", "no-cause"],
        ["check", "--model", "no-such-model", "corpus/drafts/order-defect-rate-c26.txt"],
    ],
    ids=" ".join,
)
def test_nothing_leaves_the_machine_and_nothing_is_written_but_to_the_cache(args: list[str]) -> None:
    done = subprocess.run([sys.executable, "-c", _ALONE, *args], capture_output=True, timeout=120, check=False)
    assert done.returncode in ((2,) if "--model" in args else (0, 1)), done.stderr.decode()


def test_the_guard_of_the_test_above_works(tmp_path: Path) -> None:
    for doing in (
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        f"open({str(tmp_path / 'copy')!r}, 'w')",
        f"import sqlite3; sqlite3.connect({str(tmp_path / 'copy')!r})",
        "import subprocess; subprocess.run(['true'])",
    ):
        code = _ALONE.replace("from poalint.cli import main\nmain()", doing)
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)
        assert done.returncode == 97, doing
