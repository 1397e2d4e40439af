"""E-mail as mail programs save it (.eml): the letter is the mail's text under its subject.

The subject is read as the letter's title, since Amazon sees it first. Earlier mails that were copied are quotations.
Where a mail's text is no more than a cover note for an attachment that may be the letter, the mail is refused with the
attachment's name.
"""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from email.message import EmailMessage

from poalint.errors import DraftError
from poalint.limits import Limits
from poalint.model import Draft
from poalint.readers.post.choosing import attached_letters, attached_mail, is_elsewhere, parts, texts
from poalint.readers.post.composing import of_html, of_text, own_words
from poalint.readers.post.decoding import subject_of, text_of
from poalint.readers.post.places import first_line, subject_place
from poalint.readers.size import measured
from poalint.readers.text import whole
from poalint.speech import Phrase, Tellable

_HEADERS = ("from", "to", "subject", "date", "message-id", "mime-version", "received", "return-path")
_ENDLESS = re.compile(rb"(?im)^content-[a-z-]{1,40}:(?:[^\n]|\n[ \t]){8000}")
"""Headers of parts that no mail program writes; the standard library takes minutes for their parameters."""
_COVER = 80
"""A letter has more words than this, and a cover note has fewer."""
_DEEPEST = 5
"""A mail may be forwarded in a mail so many times."""


def read(path: str, data: bytes, limits: Limits) -> Draft:
    """A draft from an e-mail. Raises DraftError where it is none, is encrypted, or its letter is attached to it."""
    if _ENDLESS.search(data):
        raise _damaged(path)
    try:
        message = email.message_from_bytes(measured(path, data, limits), policy=email.policy.default)
        if not isinstance(message, EmailMessage) or sum(name in message for name in _HEADERS) < 2:
            raise DraftError(
                path,
                "this is no e-mail, although it is called so",
                "Save the letter as plain text (.txt) and check that.",
            )
        return whole(_letter(path, data, message, limits), limits)
    except RecursionError as error:
        reason = "the parts of the e-mail stand in each other too deep"
        raise DraftError(path, reason, "Save the letter as plain text (.txt) and check that.") from error
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError) as error:
        # The standard library's parser fails in these ways on headers that no mail program writes.
        raise _damaged(path) from error


def _damaged(path: str) -> DraftError:
    reason = "the e-mail is damaged: its headers cannot be read"
    return DraftError(path, reason, "Save the letter as plain text (.txt) and check that.")


def _letter(path: str, data: bytes, message: EmailMessage, limits: Limits, depth: int = 0) -> Draft:
    """The letter in a mail, or in the mail that it forwards. Raises DraftError."""
    found = parts(path, message, limits)
    draft = _body(path, data, message, found, limits)
    words = own_words(draft) if draft else 0
    names = attached_letters(found)
    inner = attached_mail(found)
    if inner is not None and words < _COVER and depth < _DEEPEST:
        made = _letter(path, data, inner, limits, depth + 1)
        return replace(made, remarks=(*made.remarks, Phrase("the letter was taken from the e-mail that is attached")))
    if names and words < _COVER:
        raise is_elsewhere(path, words, names)
    if draft is None:
        raise DraftError(path, "the draft is empty", "Put the letter's text into the file.")
    remarks: list[Tellable] = [Phrase('the attachment "{name}" is not checked', name=name) for name in names[:5]]
    return replace(draft, remarks=(*draft.remarks, *remarks))


def _body(
    path: str, data: bytes, message: EmailMessage, found: tuple[EmailMessage, ...], limits: Limits
) -> Draft | None:
    """The mail's own text under its subject: the plain one where there is one, else what its HTML says."""
    subject = subject_of(message)
    for part in texts(found, "text/plain"):
        text, remarks = text_of(part)
        if text.strip():
            whole(Draft(path, text), limits)  # what is too long is not even cut into lines
            return of_text(path, subject, text, remarks, subject_place(data), first_line(data, part))
    for part in texts(found, "text/html"):
        text, remarks = text_of(part)
        if text.strip():
            return of_html(path, subject, text, remarks, limits)
    return None
