"""Templates filled in, and new files written: never over one that is there."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Template

from poalint.errors import SkeletonError
from poalint.speech import Lang, Phrase

_TEMPLATES = Path(__file__).parent


def filled(templates: Iterable[str], fields: Mapping[str, str], lang: Lang) -> str:
    """The templates of these names, their comments in one language, one after the other, each ``$name`` filled in."""
    folder = _TEMPLATES if lang == "en" else _TEMPLATES / lang
    texts = ((folder / f"{name}.yaml").read_text(encoding="utf-8") for name in templates)
    return "".join(Template(text).substitute(fields) for text in texts)


def templates(prefix: str) -> list[str]:
    """What there are templates for, behind a prefix."""
    return sorted(path.stem.removeprefix(prefix) for path in _TEMPLATES.glob(f"{prefix}*.yaml"))


def modeline(file: Path, folder: Path, schema: str) -> str:
    """The line by which an editor finds the schema of a pack's file, or nothing where there is none in the pack."""
    for place in (".schema", "schema"):
        found = folder / place / f"{schema}.json"
        if found.is_file():
            return f"# yaml-language-server: $schema={Path(os.path.relpath(found, file.parent)).as_posix()}\n"
    return ""


def write(files: Mapping[Path, str]) -> list[Path]:
    """Write new files, all or, where one is there already, none. Raises SkeletonError where that cannot be done."""
    for path in files:
        if path.exists() or path.is_symlink():
            reason = Phrase("there is such a file already, and it is not written over")
            raise SkeletonError(str(path), reason, Phrase("Choose another name."))
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            reason = Phrase("this cannot be written ({why})", why=Phrase(error.strerror or str(error)))
            raise SkeletonError(str(path), reason, Phrase("Check the path.")) from error
    return list(files)
