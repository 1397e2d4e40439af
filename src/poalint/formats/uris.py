"""How machines call a draft: its path below a folder where it lies there, and its URI."""

from __future__ import annotations

import os

from poalint.model import STDIN

_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
"""What a path in a URI holds as it is."""


def is_file(path: str) -> bool:
    """Whether what goes by this path is a file: standard input is none, and neither is what has no path."""
    return path not in ("", STDIN)


def below(path: str, folder: str = "") -> str | None:
    """``path`` as it is called in ``folder`` (else the working directory), with slashes; None where it lies elsewhere.

    Links are not followed: a draft goes by the name that it was given.
    """
    folder = os.path.abspath(folder or os.curdir)
    whole = os.path.normpath(os.path.join(os.getcwd(), path))
    within = folder.rstrip(os.sep) + os.sep
    return _slashed(whole.removeprefix(within)) if path and whole.startswith(within) else None


def called(path: str, folder: str = "") -> str:
    """What people and programs call a draft: relative to ``folder`` where it lies below, else its whole path."""
    if not is_file(path):
        return path
    return below(path, folder) or _slashed(os.path.normpath(os.path.join(os.getcwd(), path)))


def uri(path: str) -> tuple[str, bool]:
    """A draft's URI, percent-encoded, and whether it is relative to the working directory."""
    relative = below(path)
    if relative is not None:
        return _encoded(relative), True
    return f"file:///{_encoded(called(path).lstrip('/'))}", False


def _slashed(path: str) -> str:
    return path.replace(os.sep, "/")


def _encoded(path: str) -> str:
    """Percent-encode: even a colon, so that no name is read as a scheme."""
    try:
        data = os.fsencode(path)
    except UnicodeEncodeError:  # no file can be called so, but somebody may ask for it
        data = path.encode("utf-8", "surrogatepass")
    return "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in data)
