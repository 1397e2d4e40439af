"""Files that the program wrote earlier, read for a command."""

from __future__ import annotations

from poalint.speech import Tellable


def content_of(file: str, written_by: Tellable) -> bytes:
    """The bytes of a file. Raises KeptFileError where it cannot be read; ``written_by`` says what writes one."""
    from poalint.errors import DraftError, KeptFileError
    from poalint.sources import content

    try:
        return content(file)
    except DraftError as error:
        _, reason, _ = error.args
        raise KeptFileError(file, reason, written_by) from error
