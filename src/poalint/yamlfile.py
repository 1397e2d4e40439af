"""YAML files checked against a pydantic model, every mistake told with file, line and column."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import yaml

from poalint.errors import RuleError, nearest

if TYPE_CHECKING:
    from pydantic import BaseModel

    Model = TypeVar("Model", bound=BaseModel)

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc] # the base is chosen at run time: libyaml's where there is one
    """Safe YAML in which a key may stand only once; PyYAML would keep the last without a word."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "a key is a single word", key.start_mark)
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key.value!r} stands here twice", key.start_mark
                )
            seen.add(key.value)
        made: dict[Any, Any] = super().construct_mapping(node, deep)
        return made


def load_yaml(path: Path) -> Any:
    """The content of one YAML file. Raises RuleError with line and column where it is not YAML."""
    try:
        return yaml.load(path.read_bytes(), Loader=_Loader)  # _Loader is a safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        at = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise RuleError(f"{path}{at}", error.problem or "this is not YAML", "Mend the line and run again.") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise RuleError(str(path), f"this is not YAML ({error})", "Save the file as UTF-8 text.") from error
    except OSError as error:
        raise RuleError(str(path), error.strerror or str(error), "Check the path.") from error


def spot(path: Path, words: str) -> str:
    """The place ``file:line:column`` of the first line of a file that holds these words, whole."""
    pattern = re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if match := pattern.search(line):
            return f"{path}:{number}:{match.start() + 1}"
    return f"{path}:1:1"


def checked(path: Path, model: type[Model], data: Any) -> Model:
    """``data`` (loaded from ``path``) as a ``model``. Raises RuleError that lists every mistake with its place."""
    from pydantic import ValidationError

    try:
        return model.model_validate(data)
    except ValidationError as error:
        root = yaml.compose(path.read_bytes(), Loader=_Base)
        told = []
        for each in error.errors(include_url=False):
            loc = each["loc"]
            if loc[:1] == ("check",):
                loc = (loc[0], *loc[2:])  # pydantic puts the kind between: it is no key of the file
            line, column = _place(root, loc)
            told.append(f"{path}:{line}:{column}: {_reason(each, loc, model)}")
        raise RuleError("", "\n".join(dict.fromkeys(told)), "") from error


def _place(root: Any, loc: tuple[int | str, ...]) -> tuple[int, int]:
    """The 1-based line and column of the deepest node on the way ``loc`` that exists."""
    node = root
    mark = root.start_mark if root is not None else None
    for part in loc:
        step = None
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == str(part):
                    mark, step = key.start_mark, value
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            step = node.value[part]
            mark = step.start_mark
        if step is None:
            break
        node = step
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _reason(error: Any, loc: tuple[int | str, ...], model: type[BaseModel]) -> str:
    key = ".".join(str(part) for part in loc) or "file"
    if error["type"] == "extra_forbidden":
        near = nearest(str(loc[-1]), _keys(model))
        return f"{key}: unknown key" + (f"; did you mean {' or '.join(near)}?" if near else "")
    if error["type"] == "missing":
        return f"{key}: this key is missing"
    return f"{key}: {error['msg'].removeprefix('Value error, ')}"


def _keys(model: type[BaseModel]) -> set[str]:
    """Every key that a model and the models inside it know."""
    keys: set[str] = set()
    schema = model.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        keys |= set(part.get("properties", {}))
    return keys
