"""A new rule, commented, and where its kind asks for a signal that nobody has written yet, the signal too."""

from __future__ import annotations

import shlex
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from poalint.errors import SkeletonError, meant, no_such
from poalint.loading.nodes import as_text
from poalint.loading.packs import Pack, find, installed
from poalint.model import FLAGS
from poalint.places import is_theme, pack_file, rule_files, signal_files
from poalint.skeletons import names
from poalint.skeletons.writing import filled, modeline, templates, write
from poalint.speech import Lang, Phrase, several, spoken, translated

_CHECKS = "check-"
_HERE = {
    "evidence": spoken("a letter whose case is plain, without any of the papers that Amazon asks for"),
    "listed": spoken("a letter that says a paper goes along, and a list of papers without it"),
    "unfit": spoken("a letter whose case is plain, with a remedy that its profile calls unfit"),
    "section": spoken("a letter with a part that is headed so, and does not hold it"),
    "require": spoken("a short letter that lacks it"),
    "agree": spoken("two sentences that do not agree"),
    "left-in": spoken("a sentence with what the file holds beside it, in the notation above"),
    "fact": spoken("a sentence that gives a wrong figure as the target"),
    "one-name": spoken("two sentences with two names"),
}
_WORDS = "words-"
_FOUND = spoken("a sentence as the rule is to find it, with [[the very words]] marked if you like")
_EXAMPLES = {
    "silent": spoken("a sentence or a letter as it should be"),
    "near_miss": spoken("a sentence that looks like the fault and is none"),
    "present": spoken("a sentence that gives the signal"),
    "absent": spoken("a sentence that looks like it and does not"),
}
"""What is to be written in place of each example."""


@dataclass(frozen=True, slots=True)
class NewRule:
    """What was begun: the files written, the rule's first. ``signal`` is the file of the signal that it asks for."""

    files: tuple[Path, ...]
    signal: Path | None


def kinds() -> list[str]:
    """The kinds of rules that can be begun."""
    return templates(_CHECKS)


def new_rule(name: str, folder: Path, theme: str, kind: str, lang: Lang) -> NewRule:
    """Begin the rule ``name`` in the pack that is ``folder``, with comments in ``lang``.

    Raises SkeletonError where a name is bad or taken or there is no such kind, RuleError where the folder is no pack.
    """
    names.check(name)
    if not is_theme(names.check(theme)):
        reason = Phrase("the folder {name!r} is not for rules", name=theme)
        raise SkeletonError("", reason, Phrase("Choose another theme."))
    if kind not in kinds():
        remedy = meant(kind, kinds(), Phrase("There are {names}.", names=several(kinds())))
        raise SkeletonError("", no_such("kind of rule that can be begun", kind), remedy)
    packs = find([str(folder)])
    _not_taken(name, packs)
    fields = {
        "name": name,
        "id": as_text(name),
        "title": name.replace("-", " ").capitalize(),
        "about": as_text(name.replace("-", " ")),
        "path": shlex.quote(str(folder / theme / f"{name}.yaml")),
        "flags": "\n#     ".join(textwrap.wrap(", ".join(FLAGS), 108, break_on_hyphens=False)),
        "fires": translated(_HERE.get(kind, _FOUND), lang),
        **{key: translated(text, lang) for key, text in _EXAMPLES.items()},
    }
    chinese = "zh" in packs[-1].languages
    parts = ["rule-head", f"{_CHECKS}{kind}", "rule-words", "rule-tail", *(["rule-zh"] if chinese else [])]
    path = folder / theme / f"{name}.yaml"
    made = {path: modeline(path, folder, "rule") + _apart(filled(parts, fields, lang))}
    asks = kind in templates(_WORDS)  # for a signal
    signal = _signal(name, packs) if asks else None
    if asks and signal is None:
        signal = folder / "signals" / f"{name}.yaml"
        parts = ["signal-head", f"{_WORDS}{kind}", "signal-tail", *(["signal-zh"] if chinese else [])]
        made[signal] = modeline(signal, folder, "signal") + filled(parts, fields, lang)
    return NewRule(tuple(write(made)), signal)


def pack_called(folder: Path) -> Path:
    """The pack that is this very folder. Raises SkeletonError where it is none, though it may lie in one."""
    if pack_file(folder).is_file():
        return folder
    if not folder.is_dir():
        remedy = Phrase("Check the path, or make the pack: `poalint new pack NAME`.")
        raise SkeletonError(str(folder), Phrase("there is no such folder"), remedy)
    reason = Phrase("this folder holds no pack.yaml, so it is no pack of rules")
    if around := _around(folder):
        raise SkeletonError(str(folder), reason, Phrase("It lies in a pack: --pack {folder}", folder=str(around)))
    raise SkeletonError(str(folder), reason, Phrase("`poalint new pack` makes one."))


def pack_here(start: Path) -> Path:
    """The pack that a folder is, or lies in. Raises SkeletonError where it lies in none."""
    if folder := _around(start):
        return folder
    raise SkeletonError(
        str(start),
        Phrase("neither this folder nor one above it holds a pack.yaml"),
        Phrase("Name a pack with --pack, or make one: `poalint new pack NAME`."),
    )


def _around(start: Path) -> Path | None:
    """The innermost folder that holds a pack.yaml, from ``start`` upwards."""
    return next((each for each in (start, *start.resolve().parents) if pack_file(each).is_file()), None)


def _not_taken(name: str, packs: Sequence[Pack]) -> None:
    """Raise SkeletonError where a rule of any pack, used here or installed, has that name."""
    others = [folder for folders in installed().values() for folder in folders]
    for folder in dict.fromkeys([*(pack.folder for pack in packs), *others]):
        for path in rule_files(folder):
            if path.stem == name:
                reason = Phrase("a rule is called {name!r} already", name=name)
                raise SkeletonError(str(path), reason, Phrase("Choose another name."))


def _signal(name: str, packs: Sequence[Pack]) -> Path | None:
    """The file of the signal of that name, if one of the packs has it."""
    return next((path for pack in packs for path in signal_files(pack.folder) if path.stem == name), None)


def _apart(text: str) -> str:
    """The text with no more than one empty line between its parts."""
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text
