"""Files of packs that nothing would read."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from poalint.errors import Mistakes, RuleError, nearest, no_such
from poalint.loading.packs import BUILT_IN, Pack, built_in
from poalint.places import NOT_THEMES, rule_files
from poalint.speech import Phrase, Tellable, either

_TABLES = frozenset(
    f"{name}.yaml" for name in ("structure", "entities", "roles", "letters", "scoring", "outline", "marketplaces")
)
"""What only the built-in pack holds: how letters are cut and scored is the same for all."""
_A_SLIP = 0.8
"""So like each other the names of two folders are where one is a slip of the hand."""
_FILES = frozenset({"pack.yaml", "metrics.yaml", "documents.yaml"})


def no_stray_files(pack: Pack) -> None:
    """Raise RuleError for files of a pack that nothing would read: a misspelt name must not pass in silence."""
    known = _FILES | (_TABLES if pack.name == BUILT_IN else frozenset())
    mistakes = Mistakes()
    found = {path for pattern in ("*.y*ml", "*/*.yml", "*/*/**/*.y*ml") for path in pack.folder.glob(pattern)}
    for path in sorted(found):
        inner = path.relative_to(pack.folder).parts
        hidden = any(part.startswith(".") for part in inner)  # of other programs: version control, editors
        if not hidden and (len(inner) > 1 or path.name not in known):
            mistakes.add(RuleError(str(path), *_stray(path, len(inner), known)))
    themes = _themes(built_in().folder)
    for theme in sorted(_themes(pack.folder) - themes):
        if near := get_close_matches(theme.lower(), [*themes, *NOT_THEMES], n=1, cutoff=_A_SLIP):
            said = no_such("folder of rules", theme)
            hint = Phrase("Did you mean {names}? A theme of your own needs a name less like it.", names=near[0])
            mistakes.add(RuleError(str(pack.folder / theme), said, hint))
    mistakes.stop()


def _stray(path: Path, depth: int, known: frozenset[str]) -> tuple[Phrase, Tellable]:
    """Why nothing reads a file that lies so deep in its pack, and what to do about it."""
    if depth == 1 and path.name in _TABLES:
        return Phrase("only the built-in rules hold this table"), Phrase("Strike the file.")
    reason = Phrase("nothing reads a file of this name here")
    if depth > 2:
        return reason, Phrase("A rule is a file <theme>/<id>.yaml, a signal signals/<name>.yaml.")
    if path.suffix != ".yaml":
        return reason, Phrase("Its name must end in .yaml.")
    # the stems are compared: all names end alike, and so would be near each other
    near = [f"{stem}.yaml" for stem in nearest(path.stem, {name.removesuffix(".yaml") for name in known})]
    return reason, Phrase("Did you mean {names}?", names=either(near)) if near else Phrase("Strike the file.")


def _themes(folder: Path) -> set[str]:
    return {path.parent.name for path in rule_files(folder)}
