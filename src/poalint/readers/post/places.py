"""Where the lines of an e-mail stand in its file."""

from __future__ import annotations

import re
from email.message import EmailMessage

from poalint.readers.post.decoding import is_flowed

_SUBJECT = re.compile(rb"(?im)^subject:[ \t]*(?:(?:re|fwd?):[ \t]*)*")
_PLAIN = ("7bit", "8bit", "binary", "")


def first_line(data: bytes, part: EmailMessage) -> int:
    """The line of the file in which a part's text begins; 0 where its lines are not those of the file.

    A part that is encoded, or whose lines were put together, has none: its writer sees paragraphs.
    """
    if str(part.get("content-transfer-encoding", "")).strip().lower() not in _PLAIN or is_flowed(part):
        return 0
    payload = part.get_payload()
    raw = payload.encode("utf-8", "surrogateescape") if isinstance(payload, str) else b""
    at = data.find(raw) if raw.strip() else -1
    return len(data[:at].splitlines()) + 1 if at > 0 else 0


def subject_place(data: bytes) -> tuple[int, int]:
    """The line and column at which the subject begins; (1, 1) where there is none."""
    head = re.split(rb"\r?\n\r?\n", data, maxsplit=1)[0]
    found = _SUBJECT.search(head)
    return (head.count(b"\n", 0, found.start()) + 1, len(found[0]) + 1) if found else (1, 1)
