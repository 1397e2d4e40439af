"""A new pack: its folder, its ``pack.yaml``, and the schemas with which an editor completes what is written."""

from __future__ import annotations

import shlex
from pathlib import Path

from poalint.errors import SkeletonError
from poalint.loading.nodes import as_text
from poalint.loading.packs import BUILT_IN, installed
from poalint.places import pack_file, rules_folder
from poalint.skeletons import names
from poalint.skeletons.writing import filled, modeline, write
from poalint.speech import Lang, Phrase


def new_pack(name: str, inside: Path, lang: Lang) -> list[Path]:
    """Begin the pack ``name`` as a folder of that name, and give the files written, ``pack.yaml`` first.

    Its comments are in ``lang``.

    Raises SkeletonError where the name is bad or taken, or there is no place for it.
    """
    names.check(name)
    if name == BUILT_IN or name in installed():
        reason = Phrase("an installed pack is called {name!r}", name=name)
        raise SkeletonError("", reason, Phrase("Choose another name."))
    if not inside.is_dir():
        raise SkeletonError(str(inside), Phrase("there is no such folder"), Phrase("Check the path."))
    folder = inside / name
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        reason = Phrase("this is there already, and it is not empty")
        raise SkeletonError(str(folder), reason, Phrase("Choose another name."))
    schemas = sorted((rules_folder() / "schema").glob("*.json"))
    copies = {folder / ".schema" / each.name: each.read_text(encoding="utf-8") for each in schemas}
    write(copies)
    file = pack_file(folder)
    text = filled(["pack"], {"name": as_text(name), "folder": shlex.quote(str(folder))}, lang)
    return [*write({file: modeline(file, folder, "pack") + text}), *copies]
