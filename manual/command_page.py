"""The page of commands: what each one is for, and its help as the program prints it."""

from __future__ import annotations

import click

from marks import block, code, page, plain, say, table
from poalint.cli import cli
from poalint.cli.group import COMMANDS, SpokenContext
from poalint.cli.language import speak
from poalint.speech import Lang, translated

_WIDTH = 78
"""That of help on a terminal of 80 columns or more."""


def command_page(lang: Lang) -> str:
    """The page."""
    top = _context(cli, "poalint", lang)
    known = {name: command for name in COMMANDS if (command := cli.get_command(top, name))}
    head = [say("command", "命令", lang), say("what it does", "做什么", lang)]
    rows = [
        [f"[{code(name)}](#poalint-{name})", plain(translated(each.get_short_help_str(limit=999), lang))]
        for name, each in known.items()
    ]
    parts = [
        say(
            "`poalint COMMAND --help` prints what stands here. `--lang en` or `--lang zh` chooses the language of what "
            "is printed; without it, that of the system is taken. What the commands end with stands under "
            "[Exit status](exit-status.md).",
            "`poalint 命令 --help` 会打印这里的内容。`--lang en` 或 `--lang zh` 选输出的语言，不写就跟随系统语言。"
            "命令结束时返回什么，见[退出码](exit-status.md)。",
            lang,
        ),
        table(head, rows),
    ]
    for name, each in known.items():
        parts += [f"## poalint {name} {{#poalint-{name}}}", _help(each, f"poalint {name}", lang)]
        parts += [_help(inner, f"poalint {name} {called}", lang) for called, inner in _below(each).items()]
    return page(say("Commands", "命令", lang), *parts)


def _below(command: click.Command) -> dict[str, click.Command]:
    """The commands of a command."""
    return dict(command.commands) if isinstance(command, click.Group) else {}


def _help(command: click.Command, name: str, lang: Lang) -> str:
    return block(_context(command, name, lang).get_help(), "text")


def _context(command: click.Command, name: str, lang: Lang) -> SpokenContext:
    context = SpokenContext(command, info_name=name, terminal_width=_WIDTH, help_option_names=["-h", "--help"])
    speak(context, lang)
    return context
