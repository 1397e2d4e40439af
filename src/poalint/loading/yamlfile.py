"""YAML files checked against a pydantic model, every mistake told with file, line and column."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import yaml

from poalint.errors import Mistakes, Place, RuleError, meant, no_such
from poalint.speech import Phrase, Tellable

if TYPE_CHECKING:
    from pydantic import BaseModel

    Model = TypeVar("Model", bound=BaseModel)

Loc = tuple[int | str, ...]
"""The way to a value in a file: keys, and places in lists from 0."""

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _RefusedError(yaml.MarkedYAMLError):
    """What is YAML, but not here."""

    def __init__(self, said: Phrase, mark: Any) -> None:
        super().__init__(problem=str(said), problem_mark=mark)
        self.said = said


class _Loader(_Base):  # type: ignore[misc] # the base is chosen at run time: libyaml's where there is one
    """Safe YAML in which keys are texts and each may stand only once; PyYAML would keep the last without a word."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _RefusedError(Phrase("a key is a single word"), key.start_mark)
            if key.value in seen:
                raise _RefusedError(Phrase("the key {name!r} stands here twice", name=key.value), key.start_mark)
            seen.add(key.value)
            key.tag = "tag:yaml.org,2002:str"  # a key is a name: `off` is no truth value there
        made: dict[Any, Any] = super().construct_mapping(node, deep)
        return made


def load_yaml(path: Path) -> Any:
    """The content of one YAML file. Raises RuleError with line and column where it is not YAML."""
    try:
        return yaml.load(path.read_bytes(), Loader=_Loader)  # _Loader is a safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = _place(path, mark.line, mark.column) if mark else str(path)
        reason = error.said if isinstance(error, _RefusedError) else error.problem or "this is not YAML"
        raise RuleError(where, reason, "Mend the line and run again.") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        said = Phrase("this is not YAML ({why})", why=str(error))
        raise RuleError(str(path), said, "Save the file as UTF-8 text.") from error
    except OSError as error:
        raise RuleError(str(path), error.strerror or str(error), "Check the path.") from error


def mistake(path: Path, loc: Loc, reason: Tellable, remedy: Tellable = "", words: str = "") -> RuleError:
    """A mistake at the value on the way ``loc`` in a file, or at ``words`` within that value."""
    return RuleError(place_of(path, loc, words), reason, remedy)


def place_of(path: Path, loc: Loc, words: str = "") -> Place:
    """Where the value on the way ``loc`` stands in a file, or ``words`` within that value."""
    root = _composed(path)
    key, value = _nodes(root, loc)
    if words and key is not None and key.value == words:
        return _of_node(path, key)
    if words and value is not None and (found := _within(path, value, words)):
        return found
    node = value if isinstance(value, yaml.ScalarNode) else key or value
    return _of_node(path, node)


def all_known(path: Path, wanted: Iterable[tuple[Loc, str]], known: set[str], what: str) -> None:
    """Raise RuleError for those of ``wanted`` that are not known, each with its place and the nearest known names."""
    mistakes = Mistakes()
    for loc, name in wanted:
        if name not in known:
            mistakes.add(mistake(path, loc, no_such(what, name), meant(name, known), name))
    mistakes.stop()


def checked(path: Path, model: type[Model], data: Any) -> Model:
    """``data`` (loaded from ``path``) as a ``model``. Raises RuleError that lists every mistake with its place."""
    from pydantic import ValidationError

    try:
        return model.model_validate(data)
    except ValidationError as error:
        root = _composed(path)
        raise RuleError.all_of(_told(path, root, each, model) for each in error.errors(include_url=False)) from error


def read_file(path: Path, model: type[Model]) -> Model:
    """The file as a ``model``. Raises RuleError that lists every mistake with its place."""
    return checked(path, model, load_yaml(path))


def named_as_its_file(path: Path, key: str, what: str, name: str) -> None:
    """Raise RuleError where the name under ``key`` is not the file's."""
    if name != path.stem:
        said = Phrase(
            "{key}: the file is named {file!r}, the {what} {name!r}",
            key=key,
            file=path.stem,
            what=Phrase(what),
            name=name,
        )
        raise mistake(path, (key,), said, "Give both one name.")


def _told(path: Path, root: Any, error: Any, model: type[BaseModel]) -> RuleError:
    from poalint.loading.reasons import reason

    loc = _as_written(root, error["loc"])
    key, value = _nodes(root, loc)
    of_key = error["type"] in ("extra_forbidden", "missing") or not isinstance(value, yaml.ScalarNode)
    node = (key or value) if of_key else value
    tag, text = (value.tag, value.value) if isinstance(value, yaml.ScalarNode) else ("", "")
    return RuleError(_of_node(path, node), reason(error, loc, tag, text, model))


def _as_written(root: Any, loc: Loc) -> Loc:
    """The way as the file has it: pydantic puts the names of the kinds and models that it tried between."""
    kept: list[int | str] = []
    node = root
    for number, part in enumerate(loc):
        step = _step(node, part)
        if step is None and number < len(loc) - 1:
            continue
        kept.append(part)
        node = step[1] if step else None
    return tuple(kept)


def _composed(path: Path) -> Any:
    return yaml.compose(path.read_bytes(), Loader=_Base)


def _step(node: Any, part: int | str) -> tuple[Any, Any] | None:
    """The key's node (of an item in a list: the item's) and the value's."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == str(part)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    return None


def _nodes(root: Any, loc: Loc) -> tuple[Any, Any]:
    """The deepest key on the way ``loc`` that exists, and the value there."""
    key, value = None, root
    for part in loc:
        step = _step(value, part)
        if step is None:
            if isinstance(value, yaml.SequenceNode) and isinstance(part, int):
                continue  # a list of one may be written without its brackets
            return key, None if key is None else value
        key, value = step
    return key, value


def _of_node(path: Path, node: Any) -> Place:
    if node is None:
        return _place(path, 0, 0)
    start, end = node.start_mark, node.end_mark
    width = end.column - start.column if end.line == start.line else 0
    return _place(path, start.line, start.column, width)


def _within(path: Path, node: Any, words: str) -> Place | None:
    """The place of ``words``, whole, in the lines that a node covers."""
    pattern = re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])")
    lines = _lines(path)
    for number in range(node.start_mark.line, min(node.end_mark.line + 1, len(lines))):
        begin = node.start_mark.column if number == node.start_mark.line else 0
        if match := pattern.search(lines[number], begin):
            return _place(path, number, match.start(), len(words))
    return None


def _place(path: Path, line: int, column: int, width: int = 0) -> Place:
    """A place by its 0-based line and column; without a width it goes on to the end of the line's words."""
    lines = _lines(path)
    text = lines[line] if line < len(lines) else ""
    return Place(str(path), line + 1, column + 1, max(1, width or len(text.rstrip()) - column), text)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8-sig", errors="replace").split("\n")
