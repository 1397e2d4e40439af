"""Drafts as readers of documents make them, put together by hand, and the program run on them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from unittest import mock

from poalint import readers, sources
from poalint.limits import USUAL, Limits
from poalint.model import Draft, Extra, Mark, MarkKind, Spot
from poalint.speech import Tellable

Part = tuple[MarkKind, str]


def document(
    path: str,
    *parts: Part | None,
    paged: bool = True,
    lines: bool = False,
    extras: tuple[Extra, ...] = (),
    remarks: tuple[Tellable, ...] = (),
) -> Draft:
    """A draft of paragraphs, items and the like; None begins a page. ``lines`` makes it one of a file of lines.

    In such a file each part stands ten lines under the one before, and three columns in.
    """
    text = ""
    marks: list[Mark] = []
    spots: list[Spot] = []
    page = 1
    before: MarkKind | None = None
    for part in parts:
        if part is None:
            page += 1
            continue
        kind, words = part
        text += "" if not text else "\n" if kind == before and kind in ("list-item", "table-row") else "\n\n"
        number, at, before = len(spots) + 1, len(text), kind
        text += words
        marks.append(Mark(kind, at, len(text)))
        spots.append(Spot(at, line=10 * number, column=4) if lines else Spot(at, page=page * paged, paragraph=number))
    return Draft(path, text, marks=tuple(marks), spots=tuple(spots), extras=extras, remarks=remarks)


@contextmanager
def files(folder: Path, *drafts: Draft) -> Iterator[None]:
    """Files in a folder that are read as these drafts, each under its path's name; all others are read as ever."""
    by_path: Mapping[str, Draft] = {str(folder / draft.path): draft for draft in drafts}
    for path in by_path:
        Path(path).write_bytes(b"\0made by hand")
    real = readers.read

    def read(path: str, data: bytes, suffix: str, limits: Limits = USUAL) -> Draft:
        found = by_path.get(path)
        return real(path, data, suffix, limits) if found is None else replace(found, path=path)

    with mock.patch.object(sources, "read", read):
        yield
