"""The program run by tests: in this process, so that the model is loaded once for all of them."""

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pytest

from poalint.cli import cli

BAD = "Dear Amazon,\n\nWe never did anything wrong. Please, my family will starve.\n\nWe will improve.\n"
GOOD = Path(__file__).parents[1] / "corpus" / "drafts" / "expired-c05.txt"
GERMAN = (
    "Sehr geehrte Damen und Herren, wir haben im Maerz leider vierzig Bestellungen zu spaet verschickt, weil "
    "niemand die Bearbeitungszeit nach dem Umzug geaendert hatte. Wir haben allen Kunden das Geld erstattet."
)
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")
"""What would make the program speak the language of whoever runs the tests."""


@dataclass(frozen=True)
class Run:
    """What a run came to."""

    status: int
    out: str
    err: str


class Stream(io.TextIOWrapper):
    """A standard stream that may pass for a terminal."""

    def __init__(self, data: bytes = b"", encoding: str = "utf-8", terminal: bool = False) -> None:
        self.bytes = io.BytesIO(data)
        self._terminal = terminal
        super().__init__(self.bytes, encoding=encoding)

    def isatty(self) -> bool:
        return self._terminal

    def text(self) -> str:
        self.flush()
        return self.bytes.getvalue().decode("utf-8", "replace")


def run(
    *args: object,
    stdin: bytes = b"",
    encoding: str = "utf-8",
    terminal: bool = False,
    width: int = 80,
    env: dict[str, str] | None = None,
) -> Run:
    """Run the program with ``args``; ``terminal`` makes standard output one, ``width`` columns wide."""
    out, err = Stream(encoding=encoding, terminal=terminal), Stream()
    with (
        _environment({"COLUMNS": str(width), "TERM": "xterm-256color", **(env or {})}),
        mock.patch.multiple(sys, stdin=Stream(stdin), stdout=out, stderr=err),
        pytest.raises(SystemExit) as ended,
    ):
        cli.main([str(each) for each in args], prog_name="poalint")
    assert isinstance(ended.value.code, int)
    return Run(ended.value.code, out.text(), err.text())


@contextlib.contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    with mock.patch.dict(os.environ, values):
        for name in {"NO_COLOR", *LOCALE} - values.keys():
            os.environ.pop(name, None)
        yield
