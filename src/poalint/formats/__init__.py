"""How things are shown: one file a format, one table. A format turns values into lines and prints nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from poalint.formats.lines import Line
    from poalint.formats.writer import Writer

FORMATS: dict[str, dict[str, str]] = {
    "check": {
        "text": "poalint.formats.check_text",
        "json": "poalint.formats.check_json",
        "html": "poalint.formats.html.writer",
        "sarif": "poalint.formats.check_sarif",
        "junit": "poalint.formats.check_junit",
        "github": "poalint.formats.check_github",
        "gitlab": "poalint.formats.check_gitlab",
        "checkstyle": "poalint.formats.check_checkstyle",
        "markdown": "poalint.formats.check_markdown",
        "csv": "poalint.formats.check_csv",
    },
    "diff": {"text": "poalint.formats.diff_text", "json": "poalint.formats.diff_json"},
    "config": {"text": "poalint.formats.config_text", "json": "poalint.formats.config_json"},
    "explain": {"text": "poalint.formats.explain_text"},
    "parse": {"text": "poalint.formats.parse_text", "json": "poalint.formats.parse_json"},
    "rules": {
        "table": "poalint.formats.rules_table",
        "json": "poalint.formats.rules_json",
        "markdown": "poalint.formats.rules_markdown",
    },
    "violations": {"text": "poalint.formats.violations_text"},
    "test": {"text": "poalint.formats.test_text", "json": "poalint.formats.test_json"},
}
"""For each command its formats, the default first, and the module that has ``lines``, or for check a ``Writer``."""

MACHINE = frozenset({"json", "sarif", "junit", "github", "gitlab", "checkstyle", "markdown", "csv", "html"})
"""Formats for programs, as a browser is one: errors go into them, and they are UTF-8 without colour everywhere."""


def names(command: str) -> list[str]:
    """List the formats of a command, the default first."""
    return list(FORMATS[command])


def formatter(command: str, name: str) -> Callable[..., Iterator[Line]]:
    """Import the function that makes a format's lines. A run needs one, so they are not all imported."""
    made: Callable[..., Iterator[Line]] = import_module(FORMATS[command][name]).lines
    return made


def writer_for(name: str) -> type[Writer]:
    """Import the writer of a format of ``check``."""
    made: type[Writer] = import_module(FORMATS["check"][name]).Writer
    return made
