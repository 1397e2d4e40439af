"""Which part of an e-mail is the letter."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage

from poalint.errors import DraftError
from poalint.limits import Limits
from poalint.speech import Phrase

_LETTERS = (".docx", ".doc", ".odt", ".pdf", ".rtf", ".pages", ".wps", ".txt", ".md", ".html", ".htm")
"""Attachments with these suffixes may be the letter."""
_MOST_PARTS = 500
_LOCKED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")


def parts(path: str, message: EmailMessage, limits: Limits) -> tuple[EmailMessage, ...]:
    """All parts of an e-mail but those of e-mails attached to it. Raises DraftError where they are too many."""
    found: list[EmailMessage] = []
    waiting: list[tuple[int, EmailMessage]] = [(0, message)]
    while waiting:
        depth, part = waiting.pop()
        found.append(part)
        if depth > limits.nesting or len(found) > _MOST_PARTS:
            raise DraftError(
                path,
                "the e-mail has more parts than any mail program makes",
                "Save the letter as plain text (.txt) and check that.",
            )
        if part.get_content_type() in _LOCKED:
            raise DraftError(path, "the e-mail is encrypted", "Save the letter as plain text (.txt) and check that.")
        if part.is_multipart() and part.get_content_maintype() != "message":
            waiting += [
                (depth + 1, each) for each in reversed(list(part.iter_parts())) if isinstance(each, EmailMessage)
            ]
    return tuple(found)


def texts(found: tuple[EmailMessage, ...], kind: str) -> Iterator[EmailMessage]:
    """The parts of a text type that are shown as the mail itself, and are no attachments."""
    for part in found:
        if part.get_content_type() == kind and not part.is_attachment() and not part.get_filename():
            yield part


def attached_letters(found: tuple[EmailMessage, ...]) -> tuple[str, ...]:
    """The names of the attachments that may be the letter."""
    names = (" ".join(str(part.get_filename() or "").split()) for part in found)
    return tuple(name for name in names if name.lower().endswith(_LETTERS))


def attached_mail(found: tuple[EmailMessage, ...]) -> EmailMessage | None:
    """The first e-mail that is attached to this one, as some programs forward it."""
    for part in found:
        if part.get_content_type() == "message/rfc822":
            inner = next(iter(part.iter_parts()), None)
            return inner if isinstance(inner, EmailMessage) else None
    return None


def is_elsewhere(path: str, words: int, names: tuple[str, ...]) -> DraftError:
    """What is said where the letter is attached to a mail that only covers it."""
    told = ", ".join(f'"{name}"' for name in names[:3])
    if words:
        reason = Phrase("the letter seems to be in the attachment {names}; the mail itself has {words} words",
                        names=told, words=words)  # fmt: skip
    else:
        reason = Phrase("the letter seems to be in the attachment {names}; the mail itself has no text", names=told)
    return DraftError(path, reason, "Save the attachment and check that.")
