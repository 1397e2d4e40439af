"""How large a file may be that is no plain text: it may hold pictures."""

from __future__ import annotations

from poalint.errors import DraftError
from poalint.limits import Limits, more
from poalint.speech import Phrase


def measured(path: str, data: bytes, limits: Limits) -> bytes:
    """The bytes themselves. Raises DraftError where they are more than a file may have."""
    if len(data) > limits.file_megabytes * 1e6:
        raise DraftError(
            path,
            Phrase(
                "the file has {size} MB, {most} at most are read; a Plan of Action has about two pages",
                size=f"{len(data) / 1e6:.1f}",
                most=f"{limits.file_megabytes:g}",
            ),
            more("file-megabytes"),
        )
    return data
