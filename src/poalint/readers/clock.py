"""How long reading one file may take."""

from __future__ import annotations

import time

from poalint.errors import DraftError
from poalint.limits import more
from poalint.speech import Phrase


class Clock:
    """Runs from when it is made; whoever reads looks at it now and then."""

    def __init__(self, path: str, seconds: float) -> None:
        self._path = path
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def look(self) -> None:
        """Raise DraftError when the time is over."""
        if time.monotonic() > self._end:
            reason = Phrase("reading it takes longer than {seconds} seconds", seconds=f"{self._seconds:g}")
            raise DraftError(self._path, reason, more("seconds"))
