"""Files that mean harm, made of good ones: what property tests and the fuzz run have in common."""

from __future__ import annotations

import io
import random
import re
import warnings
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "samples"
DRAFTS = Path(__file__).parents[1] / "corpus" / "drafts"
_MOST = 60_000
"""Larger samples are left out: to read one takes too long to be done thousands of times."""
_MOST_MADE = 200_000
_NUMBERS = (b"0", b"-1", b"1", b"65535", b"65536", b"2147483648", b"4294967295", b"9" * 20, b"1e999", b"NaN")
_PAIRS = (
    (b"<w:p>", b"</w:p>"), (b"<div>", b"</div>"), (b"{", b"}"), (b"[", b"]"), (b"<<", b">>"), (b"(", b")"),
    (b"> ", b""),
)  # fmt: skip
_TOKENS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"{\\rtf1", b"]]>",
    b"endobj", b"1 0 R", b"--", b"\r", b"\n\n", b"Content-Type: multipart/mixed; boundary=a\n\n", b"charset=utf-7",
    b"\xed\xa0\x80", b"\\u-1?", b"\\bin99999999 ", b"<!-- poalint:", b"=?utf-8?q?", b"<plaintext>", b"---\n", b"\\'",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sample:
    """A good file: its name, its suffix and its bytes."""

    name: str
    suffix: str
    data: bytes


def samples() -> list[Sample]:
    """Every sample of moderate size, and a few letters as plain text and Markdown."""
    files = sorted(path for path in FOLDER.glob("**/*") if path.is_file()) if FOLDER.is_dir() else []
    found = [Sample(path.name, path.suffix.lower(), path.read_bytes()) for path in files]
    for path in sorted(DRAFTS.glob("*.txt"))[:4]:
        found += [Sample(f"{path.stem}{suffix}", suffix, path.read_bytes()) for suffix in (".txt", ".md")]
    return [each for each in found if each.suffix and len(each.data) <= _MOST]


def mutated(data: bytes, seed: int, others: Sequence[bytes] = ()) -> bytes:
    """The same bytes with a few things wrong; the same for the same seed. ``others`` lend parts."""
    chance = random.Random(seed)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        if data.startswith(b"PK") and chance.random() < 0.75:
            data = _in_zip(data, chance, others)
        else:
            data = chance.choice(MUTATORS)(data, chance, others)
    return data[:_MOST_MADE]


def _flip(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    made = bytearray(data)
    for _ in range(chance.randint(1, 8) if made else 0):
        made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def _cut(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    start, end = sorted(chance.randint(0, len(data)) for _ in range(2))
    return chance.choice((data[:start], data[end:], data[:start] + data[end:]))


def _again(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    start = chance.randint(0, len(data))
    part = data[start : start + chance.randint(1, 400)]
    return data[:start] + part * chance.randint(2, 200) + data[start:]


def _splice(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    other = chance.choice(list(others) or [data])
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def _number(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    found = list(re.finditer(rb"\d+", data))
    if not found:
        return data
    at = chance.choice(found)
    return data[: at.start()] + chance.choice(_NUMBERS) + data[at.end() :]


def _token(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(_TOKENS) + data[at:]


def _nest(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    opens, closes = chance.choice(_PAIRS)
    deep, at = chance.choice((3, 60, 1_000, 12_000)), chance.randint(0, len(data))
    return data[:at] + opens * deep + data[at : at + 20] + closes * chance.choice((0, deep)) + data[at + 20 :]


MUTATORS: tuple[Callable[[bytes, random.Random, Sequence[bytes]], bytes], ...] = (
    _flip, _flip, _cut, _again, _splice, _number, _number, _token, _token, _nest,
)  # fmt: skip


def _in_zip(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """An archive with one member changed, doubled, missing, empty, blown up or under another name."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [(name, archive.read(name)) for name in archive.namelist()]
    except Exception:  # it is damaged already, in whatever way
        return _flip(data, chance, others)
    if not members:
        return data
    at = chance.randrange(len(members))
    name, held = members[at]
    what = chance.randrange(8)
    changed: list[tuple[str, bytes]] = {
        0: [],
        1: [(name, b"")],
        2: [(name, held), (name, held)],
        3: [(f"../{name}", held)],
        4: [(name, held + b" " * 3_000_000)],
        5: [(name, b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'bbbbbbbb'>]>" + held)],
    }.get(what, [(name, chance.choice(MUTATORS)(held, chance, [each for _, each in members]))])
    members[at : at + 1] = changed
    made = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # that a name stands twice is what is wanted
        for each, content in members:
            archive.writestr(zipfile.ZipInfo(each), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()
