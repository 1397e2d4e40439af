"""Every text that the program says, gathered from its source and from its command line."""

import ast
import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import click

from poalint.cli import cli
from poalint.cli.group import COMMANDS
from poalint.model import LETTERS, PILLARS, ROLES, SEVERITIES, Kind, Status
from poalint.places import rule_files, rules_folder

PACKAGE = Path(__file__).parents[1] / "src" / "poalint"

SAID = {
    "Phrase": (0,),
    "translated": (0,),
    "spoken": (0,),
    "complain": (0,),
    "PoalintError": (0, 1, 2),
    "DraftError": (1, 2),
    "RuleError": (1, 2),
    "ModelError": (0, 1, 2),
    "UnknownNameError": (0,),
    "mistake": (2, 3),
    "of_key": (2, 3),
    "no_such": (0,),
    "meant": (2,),
    "all_known": (3,),
    "named_as_its_file": (2,),
    "stands_in_too": (0,),
    "_keep": (1, 2),
    "_one_of": (0,),
    "_new": (2,),
    "_or_none_found": (2,),
    "_part": (0,),
    "OutputError": (1, 2),
    "WorkerError": (0, 1, 2),
    "CacheError": (1, 2),
    "KeptFileError": (1, 2),
    "wrong": (0, 1),
    "MissingExtraError": (0,),
    "UsageError": (0,),
    "ValueError": (0,),
}
"""For each function that takes texts to be said, the places of these among its arguments."""
COUNTED = "Counted"
"""What this counts is looked up as "{n} thing"."""
NAMES = frozenset(
    {*PILLARS, *ROLES, *SEVERITIES, *get_args(Kind), *get_args(Status), *LETTERS, "ready", "revise", "not ready"}
)
"""Names in reports, which stand in tables of the model instead of in sentences."""


@dataclass(frozen=True)
class Saying:
    """A text where it is said; ``text`` is None where it is put together there, so that it can have no Chinese."""

    place: str
    text: str | None
    fields: frozenset[str] | None = None


def of_the_source(folder: Path = PACKAGE) -> Iterator[Saying]:
    """What stands in calls of the functions in `SAID`, in names that are handed to them, and in counts."""
    for path in sorted(folder.glob("**/*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for scope, call in _calls(tree, tree):
            yield from _of_call(call, scope, f"{path.relative_to(folder)}:{call.lineno}")


def _of_call(call: ast.Call, scope: ast.AST, at: str) -> Iterator[Saying]:
    name, args = _name(call.func), call.args
    if name == "told" and args and _name(args[0]) in SAID:  # a function that Mistakes calls
        name, args = _name(args[0]), args[1:]
    if name == COUNTED and len(args) > 1:
        yield from (Saying(at, f"{{n}} {text}") for text in _texts(args[1], scope) if text)
    filled = name == "Phrase" and all(each.arg for each in call.keywords)  # not by a dictionary made elsewhere
    fields = frozenset(str(each.arg) for each in call.keywords) if filled else None
    for place in SAID.get(name, ()):
        if place < len(args):
            yield from (Saying(at, text, fields) for text in _texts(args[place], scope) if text != "")


def _calls(node: ast.AST, scope: ast.AST) -> Iterator[tuple[ast.AST, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        inner = child if isinstance(child, ast.FunctionDef) else scope
        if isinstance(child, ast.Call):
            yield inner, child
        yield from _calls(child, inner)


def _name(node: ast.expr) -> str:
    return ast.unparse(node).rpartition(".")[2]


def _texts(node: ast.expr, scope: ast.AST) -> Iterator[str | None]:
    """The literals that an expression may be; None for one that is put together."""
    if isinstance(node, ast.Constant):
        yield from [node.value] if isinstance(node.value, str) else []
    elif isinstance(node, ast.JoinedStr | ast.BinOp):
        yield None
    elif isinstance(node, ast.IfExp | ast.BoolOp):
        for value in (node.body, node.orelse) if isinstance(node, ast.IfExp) else node.values:
            yield from _texts(value, scope)
    elif isinstance(node, ast.Name):
        for each in ast.walk(scope):
            if isinstance(each, ast.Assign) and any(_is(target, node.id) for target in each.targets):
                yield from _texts(each.value, scope)


def _is(target: ast.expr, name: str) -> bool:
    return isinstance(target, ast.Name) and target.id == name


def commands(group: click.Group = cli, path: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command under its path, the program itself first."""
    yield path, group
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


def of_the_command_line() -> Iterator[Saying]:
    """What the help of every command says."""
    assert COMMANDS
    for path, command in commands():
        context = click.Context(command)
        texts = [command.get_short_help_str(200)] if path else []
        for text in (command.help, command.epilog):
            texts += [" ".join(each.split()) for each in re.split(r"\n\s*\n", inspect.cleandoc(text or ""))]
        texts += [getattr(each, "help", None) or "" for each in command.get_params(context)]
        yield from (Saying(f"poalint{path}", text) for text in texts if text)


def of_the_rules() -> Iterator[Saying]:
    """The names of themes."""
    themes = sorted({path.parent.name for path in rule_files(rules_folder())})
    yield from (Saying("rules", theme) for theme in themes)
