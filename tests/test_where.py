"""Where poalint runs for agencies: pre-commit, the GitHub action, the GitLab template, as far as they go here."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from program import BAD, GOOD

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
GIT = ("git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")


def done(
    *args: object, cwd: Path, env: Mapping[str, str] | None = None, status: int = 0
) -> subprocess.CompletedProcess[str]:
    """Run a program, see its status, and give what it printed."""
    made = subprocess.run(
        [str(each) for each in args], cwd=cwd, env={**os.environ, **(env or {})}, capture_output=True, text=True,
        encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip
    assert made.returncode == status, made.stdout + made.stderr
    return made


def in_git(folder: Path, files: Mapping[str, str]) -> str:
    """A repository with one commit of these files; its commit."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    done(*GIT, "init", "-q", cwd=folder)
    done(*GIT, "add", "-A", cwd=folder)
    done(*GIT, "commit", "-q", "-m", "first", cwd=folder)
    return done(*GIT, "rev-parse", "HEAD", cwd=folder).stdout.strip()


def letters(folder: Path) -> Path:
    """A folder ``letters`` with a good and a bad letter, one with a name that is no plain word."""
    (folder / "letters").mkdir(parents=True)
    (folder / "letters" / "good.txt").write_text(GOOD.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "letters" / "bad one.txt").write_text(BAD, encoding="utf-8")
    return folder


# -- pre-commit ----------------------------------------------


def test_the_hook_checks_the_letters_of_a_repository_and_nothing_else(tmp_path: Path) -> None:
    hooks = tmp_path / "poalint"
    name = ".pre-commit-hooks.yaml"
    rev = in_git(hooks, {name: (ROOT / name).read_text(encoding="utf-8")})
    # The hook's own environment takes minutes to install; `system` runs what is installed here instead.
    hook = {"id": "poalint", "language": "system"}
    config = {"repos": [{"repo": str(hooks), "rev": rev, "hooks": [hook]}]}
    agency = letters(tmp_path / "agency")
    (agency / "bad.md").write_text(BAD, encoding="utf-8")
    in_git(agency, {".pre-commit-config.yaml": yaml.safe_dump(config), "README.md": "# Our letters\n"})
    env = {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "PRE_COMMIT_HOME": str(tmp_path / "home")}
    pre_commit = (sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never")

    told = done(*pre_commit, cwd=agency, env=env, status=1).stdout
    assert "letters/bad one.txt: " in told
    assert "letters/good.txt: " in told
    assert "2 drafts checked" in told, "one process for all of them, and neither the README nor the note"

    (agency / "letters" / "bad one.txt").unlink()
    done(*GIT, "add", "-A", cwd=agency)
    assert "Passed" in done(*pre_commit, cwd=agency, env=env).stdout


def test_the_hook_runs_once_for_all_letters() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["require_serial"] is True
    assert hook["language"] == "python"


# -- GitHub ----------------------------------------------


def action() -> dict[str, Any]:
    made: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return made


def test_the_action_is_one(tmp_path: Path) -> None:
    done(*schema("vendor.github-actions"), ROOT / "action.yml", cwd=tmp_path)
    for step in action()["runs"]["steps"]:
        assert "${{" not in step.get("run", ""), "what is put into a script is run"


def test_the_step_of_the_action_checks_reports_and_fails(tmp_path: Path) -> None:
    room = letters(tmp_path / "room")
    told = run_step(room, status=1)
    assert "::error file=letters/bad%20one.txt" in told or "::error file=letters/bad one.txt" in told
    assert "starve" not in told, "the words of a letter stay out of a public log"
    assert "bad" in (room / "summary").read_text(encoding="utf-8")

    run_step(room, status=0, paths="letters/good.txt\n", args="--min-score=90\n", sarif="out.sarif")
    assert json.loads((room / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert "sarif=out.sarif" in (room / "output").read_text(encoding="utf-8")
    assert "starve" in run_step(room, status=1, redact="false")


def test_nothing_of_an_input_is_run(tmp_path: Path) -> None:
    room = letters(tmp_path / "room")
    run_step(room, status=2, paths="$(touch stolen)\n`touch stolen`\n--help\n; touch stolen\n", args="")
    assert not (room / "stolen").exists()


def test_an_option_and_its_value_may_share_a_line(tmp_path: Path) -> None:
    room = letters(tmp_path / "room")
    good = "letters/good.txt\r\n"
    run_step(room, status=0, paths=good, args="  --min-score 90  \r\n\n--max-warnings=9\n")
    run_step(room, status=1, paths="letters/bad one.txt", args="--min-score 100\n--fail-on never")
    run_step(room, status=0, paths="letters/bad one.txt", args="--fail-on never")
    run_step(room, status=2, paths=good, args="--select $(touch stolen) `touch stolen`; touch stolen\n")
    assert not (room / "stolen").exists()


def test_the_report_is_an_output_only_where_it_was_written(tmp_path: Path) -> None:
    room = letters(tmp_path / "room")
    (room / "old.sarif").write_text("of another run", encoding="utf-8")
    run_step(room, status=2, args="--no-such-option", sarif="old.sarif")
    assert not (room / "output").exists()
    run_step(room, status=1, sarif="old.sarif")
    assert (room / "output").read_text(encoding="utf-8") == "sarif=old.sarif\n"


def test_no_path_is_told_plainly(tmp_path: Path) -> None:
    assert "::error title=poalint::The input paths is empty" in run_step(
        letters(tmp_path / "room"), status=2, paths=" \n\n"
    )


def test_it_works_where_the_environment_is_laid_out_as_on_windows(tmp_path: Path) -> None:
    room = letters(tmp_path / "room")
    (room / "runner" / "poalint").mkdir(parents=True)
    (room / "runner" / "poalint" / "Scripts").symlink_to(BIN)
    run_step(room, status=0, paths="letters/good.txt")


def test_the_scripts_use_nothing_that_bash_3_lacks() -> None:
    newer = r"mapfile|readarray|declare -A|\$\{\w+(,,|\^\^|@\w)\}|&>>|\|&"
    assert not [each for each in action()["runs"]["steps"] if re.search(newer, each.get("run", ""))]


def run_step(room: Path, status: int, **inputs: str) -> str:
    """Run the action's last step as GitHub would, with the program installed here in the place of its own."""
    step = action()["runs"]["steps"][-1]
    given = {name: str(each["default"]) for name, each in action()["inputs"].items()} | inputs
    installed = room / "runner" / "poalint"
    if not installed.exists():
        installed.mkdir(parents=True)
        (installed / "bin").symlink_to(BIN)
    env = {
        "RUNNER_TEMP": str(room / "runner"),
        "GITHUB_OUTPUT": str(room / "output"),
        "GITHUB_STEP_SUMMARY": str(room / "summary"),
    }
    for name, value in step["env"].items():
        env[name] = given[value.removeprefix("${{ inputs.").removesuffix(" }}")]
    return done("bash", "-e", "-o", "pipefail", "-c", step["run"], cwd=room, env=env, status=status).stdout


# -- GitLab ----------------------------------------------


def job(**inputs: str) -> dict[str, Any]:
    """The template's job with its inputs filled in, as GitLab does."""
    header, template = (ROOT / "templates" / "poalint.yml").read_text(encoding="utf-8").split("\n---\n")
    asked = yaml.safe_load(header)["spec"]["inputs"]
    for name, each in asked.items():
        template = template.replace(
            f"$[[ inputs.{name} ]]",
            str(inputs.get(name, each["default"])).lower()
            if each.get("type") == "boolean"
            else inputs.get(name, each["default"]),
        )
    made: dict[str, Any] = yaml.safe_load(template)
    return made


def test_the_template_is_one(tmp_path: Path) -> None:
    made = tmp_path / "gitlab.json"
    made.write_text(json.dumps(job()), encoding="utf-8")
    done(*schema("vendor.gitlab-ci"), made, cwd=tmp_path)


def test_the_job_of_the_template_checks_and_leaves_its_reports(tmp_path: Path) -> None:
    room = letters(tmp_path / "room")
    told = run_job(room, 1)
    assert "2 drafts checked" in told
    assert "starve" not in told
    reported = json.loads((room / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert {each["location"]["path"] for each in reported} >= {"letters/bad one.txt"}
    assert "<testsuites" in (room / "poalint-junit.xml").read_text(encoding="utf-8")
    assert "starve" in run_job(room, 1, redact="false")
    run_job(room, 0, paths="letters/good.txt", args="--min-score=90 --max-warnings=0")


def test_the_artifacts_are_what_the_job_writes() -> None:
    made = job()["poalint"]
    kept = set(made["artifacts"]["paths"])
    assert set(made["artifacts"]["reports"].values()) == kept
    assert all(any(f"={name}" in line for line in made["script"]) for name in kept)


def run_job(room: Path, status: int, **inputs: str) -> str:
    """Run the script of the template's job, with the program installed here in the place of its own."""
    made = job(**inputs)["poalint"]
    if not (room / ".poalint-venv").exists():
        (room / ".poalint-venv").mkdir()
        (room / ".poalint-venv" / "bin").symlink_to(BIN)
    return done("sh", "-e", "-c", "\n".join(made["script"]), cwd=room, env=made["variables"], status=status).stdout


def schema(name: str) -> tuple[str, ...]:
    """What checks a file against a schema that comes with it: nothing is fetched."""
    return (sys.executable, "-m", "check_jsonschema", "--builtin-schema", name)


pytestmark = pytest.mark.skipif(os.name == "nt", reason="the scripts are for the shells of CI")


# -- the manual ----------------------------------------------


@pytest.mark.parametrize("page", ["docs/ci.md", "docs/zh/ci.md"])
def test_what_the_manual_shows_is_what_there_is(page: str, tmp_path: Path) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    hook, workflow, template = (yaml.safe_load(each) for each in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL))
    assert [each["id"] for each in hook["repos"][0]["hooks"]] == ["poalint"]
    made = tmp_path / "workflow.yml"
    made.write_text(yaml.safe_dump({("on" if key is True else key): value for key, value in workflow.items()}))
    done(*schema("vendor.github-workflows"), made, cwd=tmp_path)
    given = workflow["jobs"]["poalint"]["steps"][1]["with"]
    assert set(given) <= set(action()["inputs"])
    (included,) = template["include"]
    assert (ROOT / included["file"]).is_file()
    assert "$[[" not in json.dumps(job(**included["inputs"]))
