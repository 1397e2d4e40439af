"""What only a process of its own can show: imports, closed pipes, signals."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import packs
from program import BAD, LOCALE


def outside(*args: str, **env: str) -> "subprocess.CompletedProcess[str]":
    plain = {name: value for name, value in os.environ.items() if name not in LOCALE}
    return subprocess.run(
        [sys.executable, *args],
        capture_output=True, text=True, encoding="utf-8", timeout=60, check=False, env={**plain, **env},
    )  # fmt: skip


@pytest.mark.parametrize(
    "args",
    [
        ["--help"],
        ["rules"],
        ["explain", "no-cause"],
        ["explain", "no"],
        ["check", "--fromat"],
        ["check", "/no/such"],
        ["test", "--help"],
        ["new", "rule", "--help"],
        ["new", "pack", "Bad Name"],
        ["config", "show", "corpus/drafts/expired-c05.txt"],
        ["init", "/no/such"],
    ],
)
def test_nothing_heavy_is_imported_where_no_draft_is_read(args: list[str]) -> None:
    done = outside("-X", "importtime", "-m", "poalint", *args)
    imported = {line.rsplit("|", 1)[1].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    assert "poalint.cli" in imported
    assert not imported & {"spacy", "numpy", "pydantic", "rich", "poalint.speech.zh"}


def test_no_pipeline_is_loaded_to_tell_what_holds_or_that_it_cannot_be_told(tmp_path: Path) -> None:
    (tmp_path / "poalint.yaml").write_text("violation: expired\nselect: [rude]\n", encoding="utf-8")
    (tmp_path / "a.md").write_text("---\nmarketplace: de\n---\nWe shipped late.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("---\nmarketplac: de\n---\nWe shipped late.\n", encoding="utf-8")
    for args, status in ((["config", "show", tmp_path / "a.md"], 0), (["check", tmp_path / "b.md"], 2)):
        done = outside("-X", "importtime", "-m", "poalint", *map(str, args))
        assert done.returncode == status
        assert not re.search(r"\| +spacy$", done.stderr, re.MULTILINE)


def test_spacy_comes_without_its_command_line_and_whoever_wants_that_gets_it() -> None:
    told = (
        "import sys; from poalint.language import load; load(); import spacy; "
        "print([name for name in ('spacy.cli', 'typer', 'requests') if name in sys.modules]); "
        "print(spacy.info()['spacy_version'] == spacy.__version__, 'spacy.cli' in sys.modules); "
        "import spacy.cli.info; print(sys.modules['spacy.cli.info'].__file__.endswith('info.py'))"
    )
    assert outside("-c", told).stdout.split("\n")[:3] == ["[]", "True True", "True"]


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "gbk"])
def test_chinese_is_printed_whatever_the_encoding(encoding: str) -> None:
    for args in (["--help"], ["rules"], ["check", "--fromat"], ["check", "/no/such"]):
        done = subprocess.run(
            [sys.executable, "-m", "poalint", "--lang", "zh", *args],
            capture_output=True, timeout=60, check=False, env={**os.environ, "PYTHONIOENCODING": encoding},
        )  # fmt: skip
        said = (done.stdout + done.stderr).decode("gbk" if encoding == "gbk" else "utf-8")
        assert "Traceback" not in said
        assert done.returncode in (0, 2)
        # Question marks stand for what is not in ASCII, except where click takes that for a mistake and writes UTF-8.
        assert re.search("[\u4e00-\u9fff]", said) or (encoding == "ascii" and "?" in said)


def test_no_pipeline_is_loaded_where_a_pack_has_a_mistake_or_a_rule_is_begun(tmp_path: Path) -> None:
    folder = packs.pack(tmp_path / "acme", "off: [rood]\n")
    for args, status in ((["test", folder], 2), (["new", "rule", "mine", "--pack", folder], 0)):
        done = outside("-X", "importtime", "-m", "poalint", *map(str, args))
        assert done.returncode == status
        assert not re.search(r"\| +spacy$", done.stderr, re.MULTILINE)


def test_explain_tells_every_way_to_switch_a_rule_off() -> None:
    for name in ("unused-allowance", "no-cause"):
        for lang in ("en", "zh"):
            said = outside("-m", "poalint", "explain", name, "--lang", lang).stdout
            assert f"--ignore {name}" in said
            assert f"ignore: [{name}]" in said
            assert f"off: [{name}]" in said


def test_a_closed_pipe_ends_it_quietly() -> None:
    if sys.platform == "win32":
        pytest.skip("there a closed pipe shows otherwise")
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "poalint", "rules"]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, timeout=60, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
@pytest.mark.parametrize("args", [["rules"], ["--help"]])
def test_a_full_disk_is_told(args: list[str]) -> None:
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-m", "poalint", *args]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(b"poalint: the output cannot be written: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
def test_ctrl_c_ends_it_quietly() -> None:
    command = [sys.executable, "-m", "poalint", "check", "-"]
    waiting = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(0.5)  # until it waits for its input
    waiting.send_signal(signal.SIGINT)
    out, err = waiting.communicate(timeout=60)
    assert (waiting.returncode, out, err) == (130, b"", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
@pytest.mark.parametrize("module", ["click.globals", "click.core", "poalint.cli.group", "poalint.cli.places"])
def test_ctrl_c_ends_it_quietly_while_it_is_being_imported(module: str) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "poalint", "check", "-"]
    began = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert began.stderr is not None
    patience = threading.Timer(60, began.kill)  # it waits for its input where it never comes to import the module
    patience.start()
    try:
        assert any(line.endswith(f" {module}\n") for line in began.stderr)
        began.send_signal(signal.SIGINT)
        out, err = began.communicate(timeout=60)
    finally:
        patience.cancel()
        began.kill()
    assert (began.returncode, out) == (130, "")
    assert [line for line in err.splitlines() if not line.startswith("import time:")] == []


def test_the_program_runs_as_a_module(tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text(BAD, encoding="utf-8")
    done = outside("-m", "poalint", "check", "--format", "json", str(bad))
    assert done.returncode == 1
    assert done.stderr == ""
    assert json.loads(done.stdout)["files"][0]["path"] == str(bad)
