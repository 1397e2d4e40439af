"""A wrong command line in other languages than click's: what it says is known by its words and said anew."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from poalint.cli.language import spoken_in
from poalint.speech import Lang, Phrase, Tellable, either, render, spoken

_NEAR = (
    r"(?: \(?(?:Did you mean|Possible options:|Did you mean one of:) ?(?P<near>.+?)\??\)?)?"  # in each release of click
)
_SAYINGS = tuple(
    (re.compile(pattern, re.DOTALL), said, meant)
    for pattern, said, meant in (
        (
            rf"No such option:? ?'?(?P<name>[^ ']+?)'?\.?{_NEAR}",
            spoken("No such option: {name}."),
            spoken("No such option: {name}. Did you mean {near}?"),
        ),
        (
            rf"No such command '(?P<name>.*?)'\.{_NEAR}",
            spoken("No such command: {name}."),
            spoken("No such command: {name}. Did you mean {near}?"),
        ),
        (r"Missing argument '(?P<name>.*?)'\.", spoken("Missing argument: {name}."), ""),
        (r"Missing option '(?P<name>.*?)'\.", spoken("Missing option: {name}."), ""),
        (r"Missing command\.", spoken("Missing command."), ""),
        (r"Got unexpected extra arguments? \((?P<names>.*)\)", spoken("Got unexpected extra arguments: {names}"), ""),
        (
            r"Option '(?P<name>.*?)' (?:requires an argument|requires 1 argument)\.",
            spoken("The option {name} requires a value."),
            "",
        ),
        (r"Option '(?P<name>.*?)' does not take a value\.", spoken("The option {name} takes no value."), ""),
        (r"Invalid value for (?P<name>.+?): (?P<reason>.*)", spoken("Invalid value for {name}: {reason}"), ""),
        (r"'(?P<value>.*)' is not one of (?P<known>.*)\.", spoken("{value} is not one of {known}."), ""),
        (r"'(?P<value>.*)' is not (?P<known>'.*')\.", spoken("{value} is not one of {known}."), ""),
        (r"'(?P<value>.*)' is not a valid integer(?: range)?\.", spoken("{value} is not a whole number."), ""),
        (
            r"'(?P<value>.*)' is neither a number from 1 to (?P<most>\d+) nor auto\.",
            spoken("{value} is neither a number from 1 to {most} nor auto."),
            "",
        ),
        (r"(?P<value>\S+) is not in the range (?P<range>.*)\.", spoken("{value} is not in the range {range}."), ""),
        (r"(?:File|Directory|Path) '(?P<path>.*)' does not exist\.", spoken("{path} does not exist."), ""),
        (r"(?:File|Path) '(?P<path>.*)' is a directory\.", spoken("{path} is a folder."), ""),
        (r"(?:Directory|Path) '(?P<path>.*)' is a file\.", spoken("{path} is a file."), ""),
    )
)
"""What click says, what is said for it, and what where click names something near."""


def lines(error: click.ClickException, lang: Lang) -> Iterator[str]:
    """The lines to print of an error in a command line: how it is called, where help is, and what is wrong."""
    message, ctx = error.format_message(), getattr(error, "ctx", None)
    if ctx is not None and message == ctx.get_help():
        yield message
        return
    if ctx is not None:
        yield ctx.get_usage()
        yield render(Phrase("Try '{command}' for help.", command=f"{ctx.command_path} --help"), spoken_in(ctx))
        yield ""
    yield render(Phrase("Error: {message}", message=retold(message)), lang)


def retold(message: str) -> Tellable:
    """One of click's messages, to be said in any language; what is not known stays as it is."""
    for pattern, said, meant in _SAYINGS:
        if match := pattern.fullmatch(message):
            fields = {name: _part(name, value) for name, value in match.groupdict().items() if value is not None}
            return Phrase(meant if "near" in fields else said, **fields)
    return message


def _part(name: str, value: str) -> Tellable:
    if name == "reason":
        return retold(value)
    plain = value.replace("'", "")
    return either(plain.split(", ")) if name in ("known", "near") else plain
