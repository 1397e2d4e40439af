"""The nodes of a YAML file: where each key and value stands."""

from __future__ import annotations

from typing import Any

import yaml

from poalint.loading.source import Loc

_TEXT = "tag:yaml.org,2002:str"


def as_text(words: str) -> str:
    """Plain words as they must be written for YAML to read them as a text: `no` and `on` want quotation marks."""
    loader: Any = yaml.SafeLoader("")
    return words if loader.resolve(yaml.ScalarNode, words, (True, False)) == _TEXT else f"'{words}'"


def scalar(node: Any) -> bool:
    """Whether a node is a single value."""
    return isinstance(node, yaml.ScalarNode)


def step(node: Any, part: int | str) -> tuple[Any, Any] | None:
    """The key's node (of an item in a list: the item's) and the value's; of a key that stands twice the last."""
    if isinstance(node, yaml.MappingNode):
        found = [(key, value) for key, value in node.value if key.value == str(part)]
        return found[-1] if found else None
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    return None


def nodes_at(root: Any, loc: Loc) -> tuple[Any, Any]:
    """The deepest key on the way ``loc`` that exists (or the first key of all), and the value there."""
    key, value = None, root
    for part in loc:
        taken = step(value, part)
        if taken is None:
            if isinstance(value, yaml.SequenceNode) and isinstance(part, int):
                continue  # a list of one may be written without its brackets
            if key is None and isinstance(value, yaml.MappingNode) and value.value:
                key, value = value.value[0]
                return key, value
            return key, None if key is None else value
        key, value = taken
    return key, value


def as_written(root: Any, loc: Loc) -> Loc:
    """The way as the file has it: pydantic puts the names of the kinds and models that it tried between."""
    kept: list[int | str] = []
    node = root
    for number, part in enumerate(loc):
        taken = step(node, part)
        if taken is None and number < len(loc) - 1:
            continue
        kept.append(part)
        node = taken[1] if taken else None
    return tuple(kept)
