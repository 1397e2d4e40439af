"""What is shipped, and that the rooms of the house are in order."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "poalint"
MODULES = {
    ".".join(("poalint", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.glob("**/*.py"))
}


# -- the wheel ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", build, str(folder)], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    (made,) = folder.glob("*.whl")
    return made


def files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.glob("**/*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_package_and_every_rule_and_nothing_else(wheel: Path) -> None:
    shipped = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert shipped == {f"poalint/{name}" for name in files(PACKAGE)} | {
        f"poalint/rules/{name}" for name in files(ROOT / "rules")
    }
    assert all(name.endswith((".py", ".yaml", ".json", ".css", ".js", "/py.typed")) for name in shipped)


def test_the_wheel_names_its_licence_program_and_readme(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        told = {
            name.rpartition("/")[2]: archive.read(name).decode() for name in archive.namelist() if ".dist-info/" in name
        }
    assert "poalint = poalint.__main__:main" in told["entry_points.txt"]
    assert "MIT" in told["LICENSE"]
    assert "# " in told["METADATA"], "the README stands in the description"


def test_the_program_works_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    ask = (
        "import sys; sys.path.insert(0, sys.argv[1]); from poalint import loader, places; "
        "print(places.rules_folder()); print(len(loader.load().rules))"
    )
    command = [sys.executable, "-c", ask, str(tmp_path / "site")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    folder, count = done.stdout.split()
    assert Path(folder) == tmp_path / "site" / "poalint" / "rules"
    assert int(count) >= 40


def test_the_version_is_told_once(wheel: Path) -> None:
    from poalint import __version__

    assert wheel.name.startswith(f"poalint-{__version__}-")


# -- imports -----------------------------------------------------------------------------------------------------


def imports(tree: ast.AST, at_import: bool = True) -> Iterator[str]:
    """The modules that a file imports when it is imported, or (not ``at_import``) inside its functions."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            if not at_import:
                yield from _all_imports(node)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            if at_import:
                yield from _names(node)
        else:
            yield from imports(node, at_import)


def _all_imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from _names(node)


def _names(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    assert not node.level, "imports are absolute"
    module = node.module or ""
    return [f"{module}.{alias.name}" if f"{module}.{alias.name}" in MODULES else module for alias in node.names]


@cache
def asked_for(module: str) -> tuple[frozenset[str], frozenset[str]]:
    """What a module imports when it is imported, and what it imports later."""
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    return frozenset(imports(tree)), frozenset(imports(tree, at_import=False))


def own(module: str) -> set[str]:
    """The modules of this package that a module imports, at any time."""
    found = {name for each in asked_for(module) for name in each if name.split(".")[0] == "poalint"}
    return {name for name in found if name != module}


def users_of(library: str, later: bool) -> set[str]:
    return {
        module
        for module in MODULES
        for name in (asked_for(module)[0] | (asked_for(module)[1] if later else frozenset()))
        if name.split(".")[0] == library
    }


def below(module: str, *parts: str) -> bool:
    return any(module == f"poalint.{part}" or module.startswith(f"poalint.{part}.") for part in parts)


def test_imports_run_in_no_circle() -> None:
    done: set[str] = set()
    waiting = {module: own(module) for module in MODULES}
    while waiting:
        ready = {module for module, needs in waiting.items() if needs <= done}
        assert ready, f"these import each other: {sorted(waiting)}"
        done |= ready
        waiting = {module: needs for module, needs in waiting.items() if module not in ready}


@pytest.mark.parametrize("module", ["poalint", "poalint.places", "poalint.early"])
def test_the_lowest_rooms_import_nothing_of_ours(module: str) -> None:
    assert own(module) == set()


def test_what_is_said_rests_on_nothing_but_its_tables() -> None:
    tables = {module for module in MODULES if below(module, "speech.chinese")}
    assert len(tables) > 5
    assert {name for module in tables for name in own(module)} == set()
    assert own("poalint.speech.zh") == tables - {"poalint.speech.chinese"}
    assert own("poalint.errors") == {"poalint.speech"}
    assert not asked_for("poalint.speech")[0] & set(MODULES), "the catalogue is imported only where it is spoken"


@pytest.mark.parametrize(
    ("rooms", "never"),
    [
        (
            [
                "kinds",
                "schema",
                "grammar",
                "structure",
                "readers",
                "signals",
                "roles",
                "lexicon",
                "folding",
                "english",
                "score",
                "language",
            ],
            ["engine", "loader", "api", "cli", "formats", "sources", "cards"],
        ),
        (["formats"], ["cli", "api", "engine", "loader", "sources", "kinds", "schema", "language", "signals"]),
        (["engine", "loader", "sources", "cards", "demands", "sections"], ["cli", "api", "formats", "skeletons"]),
        (["testing", "skeletons"], ["cli", "api", "formats", "cards"]),
        (["skeletons"], ["testing", "schema", "engine", "loader"]),
        (["testing.marks", "testing.results"], ["engine", "loader", "loading", "kinds", "schema"]),
        (["api"], ["cli", "formats"]),
        (["caching"], ["cli", "api", "formats", "engine", "loader", "working", "schema"]),
        (["working"], ["cli", "formats", "checking", "loader", "engine"]),
        (["ordering"], ["model", "errors"]),
        (["holding", "checking"], ["cli", "api", "formats", "engine", "loader", "skeletons", "testing"]),
        (["layers", "globs", "settings"], ["holding", "loading", "schema", "cli", "formats", "cards"]),
        (["asides", "review", "kept"], ["cli", "api", "formats", "engine", "loader", "sources", "language", "cards"]),
        (
            ["asides.allowances", "asides.written", "asides.parsing", "comments", "fingerprints"],
            ["loading", "schema", "checking"],
        ),
        (
            ["redraft"],
            ["cli", "api", "formats", "engine", "loader", "loading", "schema", "sources", "review", "checking"],
        ),
        (["readers"], ["structure", "schema", "grammar", "language"]),
        (["score"], ["schema", "loader"]),
    ],
)
def test_imports_run_downwards(rooms: list[str], never: list[str]) -> None:
    lower = [module for module in MODULES if below(module, *rooms)]
    assert len(lower) >= len(rooms)
    assert [(module, name) for module in lower for name in sorted(own(module)) if below(name, *never)] == []


def test_nobody_imports_the_command_line_but_its_starter() -> None:
    assert {module for module in MODULES if "poalint.cli" in own(module)} == {"poalint.__main__"}


def test_spacy_is_imported_by_one_module_and_only_when_it_is_needed() -> None:
    assert users_of("spacy", later=False) == set()
    assert users_of("spacy", later=True) == {"poalint.language"}


@pytest.mark.parametrize("library", ["numpy", "thinc", "requests", "urllib", "socket", "http"])
def test_what_is_not_needed_is_not_imported(library: str) -> None:
    assert users_of(library, later=True) == set()


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("click", ["cli"]),
        ("sqlite3", ["caching.database"]),
        ("markdown_it", ["readers.markdown", "readers.inline"]),
        ("charset_normalizer", ["readers.guessing"]),
        ("platformdirs", ["caching.folder"]),
        ("multiprocessing", ["working.pool", "working.worker"]),
        ("rich", ["cli", "formats"]),
        ("pypdf", ["readers.pdf"]),
        ("pydantic", ["schema", "loading"]),
        ("lxml", ["readers"]),
        ("yaml", ["loading.cutting", "loading.nodes", "loading.parsing", "loading.syntax", "loading.wording"]),
    ],
)
def test_libraries_stay_in_their_rooms(library: str, rooms: list[str]) -> None:
    users = users_of(library, later=True)
    assert users
    assert {module for module in users if not below(module, *rooms)} == set()


def test_only_the_command_line_and_its_screen_print_or_exit_and_few_modules_touch_files() -> None:
    calls: dict[str, set[str]] = {}
    for module, path in MODULES.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                calls.setdefault(ast.unparse(node.func).rpartition(".")[2], set()).add(module)
                calls.setdefault(ast.unparse(node.func), set()).add(module)
    assert {module for module in calls["print"] | calls["exit"] if not below(module, "cli", "formats.screen")} == set()
    touching = {
        module
        for name in ("open", "os.open", "read_bytes", "write_text", "write_bytes")
        for module in calls.get(name, ())
    }
    assert {module for module in touching if not below(module, "cli", "formats.screen")} == {
        "poalint.regular",
        "poalint.readers.archive",  # what it opens are parts of a file that was read
        "poalint.formats.outputs",
        "poalint.skeletons.writing",
        "poalint.caching.database",
        "poalint.caching.folder",
    }


def test_no_domain_word_stands_in_the_code() -> None:
    """Domain words live in YAML; code may name parties, roles and lexicons."""
    words = re.compile(
        r"\b(?:late shipment|refund|counterfeit|inauthentic|handling time|invoice|apolog\w+|sincerely|dear)\b",
        re.IGNORECASE,
    )
    found = []
    for module, path in MODULES.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        found += [
            (module, node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in documented
            and words.search(node.value)
        ]
    assert found == []


# -- sizes and places ----------------------------------------------------------------------------------------------


def test_every_module_is_small_and_half_of_them_very_small() -> None:
    lengths = {module: len(path.read_text(encoding="utf-8").splitlines()) for module, path in MODULES.items()}
    assert {module: length for module, length in lengths.items() if length >= 300} == {}
    assert sorted(lengths.values())[len(lengths) // 2] < 100


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    private = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+|tmp/\w+)/\w|[A-Z]:\\Users")
    found = []
    for folder in (
        "src",
        "rules",
        "tests",
        "benchmarks",
        "docs",
        "manual",
        "mkdocs.yml",
        "mkdocs.zh.yml",
        "corpus",
        ".ci",
        "README.md",
        "CHANGELOG.md",
        "pyproject.toml",
    ):
        top = ROOT / folder
        for path in [top] if top.is_file() else sorted(top.glob("**/*")):
            inner = path.relative_to(ROOT).parts[1:]
            if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in inner):
                text = path.read_text(encoding="utf-8", errors="replace")
                found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in private.finditer(text)]
    assert found == []


def test_every_python_file_says_what_it_is_for() -> None:
    silent = [
        module for module, path in MODULES.items() if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []
