"""YAML files checked against a pydantic model, every mistake told with file, line and column."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from poalint.errors import Mistakes, Place, RuleError, meant, nearest, no_such, sentence
from poalint.loading.nodes import as_written, nodes_at, scalar
from poalint.loading.parsing import Parsed, composed, parsed
from poalint.loading.source import Loc
from poalint.regular import MOST_OF_YAML, content
from poalint.speech import Phrase, Tellable

if TYPE_CHECKING:
    from pydantic import BaseModel

    Model = TypeVar("Model", bound=BaseModel)

__all__ = [
    "Loc",
    "all_known",
    "checked",
    "content_of",
    "keys_of",
    "load_yaml",
    "looked_at",
    "mistake",
    "named_as_its_file",
    "of_key",
    "place_in",
    "place_of",
    "read_file",
    "sound",
]


def load_yaml(path: Path) -> Any:
    """The content of one YAML file. Raises RuleError that lists what makes it no YAML, or not what was meant."""
    made = _parsed(path)
    if made.mistakes:
        raise RuleError.all_of(made.mistakes)
    return made.data


def mistake(path: Path, loc: Loc, reason: Tellable, remedy: Tellable = "", words: str = "") -> RuleError:
    """A mistake at the value on the way ``loc`` in a file, or at ``words`` within that value."""
    source = _parsed(path).source
    key, value = nodes_at(composed(source.text), loc)
    said = _under(loc, reason)
    if words and value is not None and (found := source.within(value, words)):
        return RuleError(found, said, remedy)
    node = value if scalar(value) else key or value
    return RuleError(source.of_node(node), said, remedy)


def place_of(path: Path, loc: Loc) -> Place:
    """Where the value on the way ``loc`` stands in a file."""
    return place_in(_parsed(path), loc)


def place_in(made: Parsed, loc: Loc) -> Place:
    """Where the value on the way ``loc`` stands in what was read of a file."""
    key, value = nodes_at(made.nodes, loc)
    return made.source.of_node(value if scalar(value) else key or value)


def of_key(path: Path, loc: Loc, reason: Tellable, remedy: Tellable = "") -> RuleError:
    """A mistake at the key itself that the way ``loc`` ends in."""
    source = _parsed(path).source
    key, _ = nodes_at(composed(source.text), loc)
    return RuleError(source.of_node(key), _under(loc, reason), remedy)


def all_known(path: Path, wanted: Iterable[tuple[Loc, str]], known: set[str], what: str) -> None:
    """Raise RuleError for those of ``wanted`` that are not known, each with its place and the nearest known names."""
    mistakes = Mistakes()
    for loc, name in wanted:
        if name not in known:
            mistakes.add(mistake(path, loc, no_such(what, name), meant(name, known), name))
    mistakes.stop()


def checked(path: Path, model: type[Model], data: Any) -> Model:
    """``data`` (loaded from ``path``) as a ``model``. Raises RuleError that lists every mistake with its place."""
    return sound(Parsed(_parsed(path).source, data, ()), model)


def read_file(path: Path, model: type[Model]) -> Model:
    """The file as a ``model``. Raises RuleError that lists every mistake with its place."""
    return sound(_parsed(path), model)


def content_of(path: Path) -> Any:
    """What a file holds, its form right or wrong; None where it is no YAML."""
    try:
        return _parsed(path).data
    except RuleError:
        return None


def looked_at(path: Path, model: type[Model], look: Callable[[Any], None]) -> Model:
    """The file as a ``model``, once ``look`` found nothing wrong with it.

    Where the form of the file is wrong, ``look`` is given what it holds all the same. Raises RuleError that lists every
    mistake, one a place.
    """
    mistakes = Mistakes()
    made = mistakes.told(read_file, path, model)
    content = content_of(path) if made is None else made
    if content is not None:
        told_before = mistakes.places
        found = Mistakes()
        found.told(look, content)
        mistakes.add(*(each for each in found.parts if str(each.place) not in told_before))
    mistakes.stop()
    assert made is not None  # what is no model is a mistake
    return made


def keys_of(path: Path) -> list[str]:
    """The keys that begin a line, of a file that may be broken: so that what it names is not told as unknown."""
    try:
        text = content(path, MOST_OF_YAML).decode("utf-8-sig", "replace")
    except OSError:
        return []
    return re.findall(r"^([\w-]+):", text, re.MULTILINE)


def named_as_its_file(path: Path, key: str, what: str, name: str) -> None:
    """Raise RuleError where the name under ``key`` is not the file's."""
    if name != path.stem:
        said = Phrase("the file is named {file!r}, the {what} {name!r}", file=path.stem, what=Phrase(what), name=name)
        raise mistake(path, (key,), said, "Give both one name.")


def _parsed(path: Path) -> Parsed:
    try:
        return parsed(str(path), content(path, MOST_OF_YAML))
    except FileNotFoundError as error:
        raise RuleError(str(path), "this file is missing", "Check the path.") from error
    except OSError as error:
        raise RuleError(str(path), error.strerror or str(error), "Check the path.") from error


def sound(made: Parsed, model: type[Model]) -> Model:
    """What was read of a file, as a ``model``. Raises RuleError that lists every mistake with its place."""
    from pydantic import ValidationError

    found = list(made.mistakes)
    if made.data is None and not found:
        raise RuleError(made.source.path, "this file is empty", "Write its keys, or strike the file.")
    try:
        good = model.model_validate(made.data)
    except ValidationError as error:
        told_before = {str(each.place) for each in made.mistakes}
        wrong = error.errors(include_url=False)
        misspelt = set(_misspelt(wrong, model))
        told = [_told(made, each, model) for each in wrong if each["loc"] not in misspelt]
        found += [each for each in told if str(each.place) not in told_before]
        raise RuleError.all_of(sorted(found, key=_reading_order)) from error
    if found:
        raise RuleError.all_of(found)
    return good


def _misspelt(wrong: Iterable[Any], model: type[BaseModel]) -> Iterator[Loc]:
    """The missing keys that stand there under another spelling: an unknown key beside them is nearest to them.

    That one is told, and what it was meant to be.
    """
    from poalint.loading.wording import keys_at

    missing = [each["loc"] for each in wrong if each["type"] in ("missing", "union_tag_not_found")]
    for each in wrong:
        if each["type"] == "extra_forbidden":
            *way, key = each["loc"]
            beside = {loc[-1]: loc for loc in missing if [*loc[:-1]] == way}
            near = nearest(str(key), keys_at(model, each["loc"]))
            yield from (beside[name] for name in near[:1] if name in beside)


def _reading_order(error: RuleError) -> tuple[int, int]:
    return (error.place.line, error.place.column) if error.place else (0, 0)


def _told(made: Parsed, error: Any, model: type[BaseModel]) -> RuleError:
    from poalint.loading.wording import OF_KEY, told

    source, root = made.source, made.nodes
    of_key = error["type"] in OF_KEY or error["loc"][-1:] == ("[key]",)
    asked = tuple(part for part in error["loc"] if part != "[key]")
    if error["type"].startswith("union_tag"):
        asked = (*asked, "kind")
    loc = as_written(root, asked)
    key, value = nodes_at(root, loc)
    reason, remedy = told(error, loc, value if not of_key else key, model)
    said = _under(loc, reason)
    empty = scalar(value) and value.start_mark.index == value.end_mark.index
    node = value if scalar(value) and not (of_key or empty) else key or value
    return RuleError(source.of_node(node), said, remedy)


def _under(loc: Loc, reason: Tellable) -> Tellable:
    """The reason under the key that it is told of; of a whole file it is told alone."""
    return Phrase("{key}: {reason}", key=".".join(map(str, loc)), reason=sentence(reason)) if loc else reason
