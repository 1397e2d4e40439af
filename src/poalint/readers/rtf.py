"""Rich Text Format, as Word, WordPad, TextEdit and LibreOffice write it."""

from __future__ import annotations

from poalint.errors import DraftError
from poalint.limits import Limits, more
from poalint.model import Draft
from poalint.readers.clock import Clock
from poalint.readers.parts import drafted
from poalint.readers.rich.machine import Machine, run
from poalint.readers.rich.tokens import tokens
from poalint.readers.size import measured
from poalint.speech import Phrase, Tellable


def read(path: str, data: bytes, limits: Limits) -> Draft:
    """A draft from RTF. Raises DraftError where it is none, too large, or nested too deep."""
    if not measured(path, data, limits).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        raise DraftError(path, "this is not RTF, although it is called so", "Save the letter anew as RTF, or as .docx.")
    clock = Clock(path, limits.seconds)

    def look(machine: Machine) -> bool:
        clock.look()
        if machine.depth > limits.nesting:
            raise DraftError(
                path,
                Phrase("its groups stand in each other more than {depth} deep", depth=limits.nesting),
                more("nesting"),
            )
        return machine.written <= 2 * limits.characters  # more is refused below

    machine = run(tokens(data), look)
    remarks: list[Tellable] = []
    if machine.depth > 0:
        remarks.append(Phrase("the RTF ends before its last group does; something may be missing"))
    if machine.text_boxes:
        remarks.append(Phrase("the RTF has text boxes; what stands in them is not checked"))
    return drafted(path, machine.parts, limits, tuple(remarks))
