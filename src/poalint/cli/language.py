"""Which language a run speaks: that of ``--lang``, else that of the locale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click

from poalint.speech import LANGS, Lang

_KEY = "poalint.lang"
_NAMED = "poalint.lang.named"
_OPTION = "--lang"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def asked(args: Sequence[str], environ: Mapping[str, str]) -> Lang:
    """The language that a command line asks for, before it is parsed: what is wrong with it is said in that too.

    The last ``--lang`` counts: a command's own stands behind that of the program. Without one, or with one that
    names no language, the first of the locale's variables that is set decides; what is not Chinese is English.
    """
    locale = next((value for name in _LOCALE if (value := environ.get(name))), "")
    return next((lang for name in (named(args), locale[:2].lower()) for lang in LANGS if lang == name), "en")


def named(args: Sequence[str]) -> str:
    """What the last ``--lang`` of a command line names, or ""."""
    last = ""
    for number, arg in enumerate(args):
        if arg == "--":
            break
        if arg == _OPTION:
            last = args[number + 1] if number + 1 < len(args) else ""
        elif arg.startswith(f"{_OPTION}="):
            last = arg.removeprefix(f"{_OPTION}=")
    return last


def speak(ctx: click.Context, lang: Lang, named: bool = False) -> None:
    """Set the language of a run; ``named`` says that the command line names it."""
    ctx.meta[_KEY] = lang
    ctx.meta[_NAMED] = named


def is_named(ctx: click.Context) -> bool:
    """Whether the command line names the language of a run."""
    return bool(ctx.meta.get(_NAMED))


def configured(ctx: click.Context, lang: Lang | None) -> None:
    """Take the language of a configuration, unless the command line names one."""
    if lang is not None and not is_named(ctx):
        ctx.meta[_KEY] = lang


def spoken_in(ctx: click.Context) -> Lang:
    """The language of a run."""
    lang: Lang = ctx.meta.get(_KEY, "en")
    return lang
