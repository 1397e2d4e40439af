"""The command line: a module for each command, and what they share."""

from __future__ import annotations

import gc
import os
import sys

import click

from poalint import __version__
from poalint.cli.group import COULD_NOT, CommandGroup, close_output, complain
from poalint.cli.language import asked
from poalint.cli.options import program_lang_option
from poalint.speech import Phrase

_EPILOG = (
    "Exit status: 0 where every draft passes, 1 where one has an error or too low a score, 2 where something "
    "could not be done. No draft leaves this machine. Example: poalint check letter.txt"
)


@click.group(cls=CommandGroup, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="poalint %(version)s")
@program_lang_option
def cli() -> None:
    """Check an Amazon seller's Plan of Action before it is sent."""


def main() -> None:
    """Run the program."""
    try:
        cli(prog_name="poalint")
    except OSError as error:  # of the output: what drafts and rules have is told by those who read them
        close_output()
        why = Phrase(error.strerror or str(error))
        complain(Phrase("the output cannot be written: {why}", why=why), asked(sys.argv[1:], os.environ))
        sys.exit(COULD_NOT)
    finally:
        gc.freeze()  # or the interpreter goes through all of spaCy once more before it leaves: a tenth of a cold run
