"""``poalint new``: begin a rule or a pack."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from poalint.cli.options import color_option, lang_option, program_lang_option
from poalint.cli.saying import say
from poalint.speech import Lang, Phrase


@click.group("new", short_help="Begin a rule or a pack of rules.")
@program_lang_option
def command() -> None:
    """Begin a rule or a pack: commented files that load, with examples for you to write."""


@command.command("rule", short_help="Begin a rule in a pack.")
@click.argument("name")
@click.option("--pack", "folder", metavar="FOLDER", help="The pack; without this, the one that you are in.")
@click.option(
    "--theme", metavar="NAME", default="house", show_default=True, help="The folder of the pack to put it in."
)
@click.option(
    "--kind", metavar="KIND", default="forbid", show_default=True,
    help="What it demands: agree, characters, checked-number, evidence, fact, forbid, left-in, listed, measure, "
    "one-name, pattern, require, section or unfit.",
)  # fmt: skip
@lang_option
@color_option
def rule(name: str, folder: str | None, theme: str, kind: str, lang: Lang, color: str) -> None:
    """Begin a rule: a file with a comment on each key, and for the kinds forbid and require the signal it asks for.

    NAME names the fault in small letters and hyphens, as in "unsigned-letter". The examples are left to you: until they
    are written, `poalint test` says which are missing.
    """
    from poalint.skeletons.rules import new_rule, pack_called, pack_here

    pack = pack_here(Path(".")) if folder is None else pack_called(Path(folder))
    made = new_rule(name, pack, theme, kind, lang)
    said = [Phrase("Wrote {path}", path=str(path)) for path in made.files]
    if made.signal and made.signal not in made.files:
        said.append(Phrase("It asks for the signal in {path}", path=str(made.signal)))
    tests = " ".join(shlex.quote(str(path)) for path in made.files)
    said.append(
        Phrase("Change the texts, write the examples marked TODO, then run: {command}", command=_run("test", tests))
    )
    say(said, lang, color)


@command.command("pack", short_help="Begin a pack of rules.")
@click.argument("name")
@click.option("--in", "folder", metavar="FOLDER", default=".", help="Where to make its folder; without this, here.")
@lang_option
@color_option
def pack(name: str, folder: str, lang: Lang, color: str) -> None:
    """Begin a pack of rules: a folder NAME with a commented pack.yaml, and schemas for editors where there are any."""
    from poalint.skeletons.packs import new_pack

    first, *others = new_pack(name, Path(folder), lang)
    said = [Phrase("Wrote {path}", path=str(first))]
    if others:
        said.append(Phrase("Wrote {path}", path=str(others[0].parent)))
    at = shlex.quote(str(first.parent))
    said.append(Phrase("Begin a rule in it: {command}", command=_run("new rule NAME --pack", at)))
    said.append(Phrase("Use it: {command}", command=_run("check letter.txt --rules", at)))
    say(said, lang, color)


def _run(command_: str, rest: str) -> str:
    return f"poalint {command_} {rest}"
