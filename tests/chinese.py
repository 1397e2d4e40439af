"""All Chinese that is written by hand: in rules, in the catalogue, in the manual and in files that are begun."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from poalint.loading.yamlfile import load_yaml
from poalint.speech.zh import TEXTS

ROOT = Path(__file__).parents[1]
HAN = re.compile("[\u4e00-\u9fff]")


def texts() -> Iterator[tuple[str, str]]:
    """Each text that holds Chinese, with the place where it stands."""
    for path in [
        *sorted((ROOT / "rules").glob("**/*.yaml")),
        ROOT / "manual" / "keys.yaml",
        ROOT / "manual" / "clauses.yaml",
    ]:
        yield from ((_of(path), each) for each in _strings(load_yaml(path)))
    yield from ((f"catalogue: {english}", chinese) for english, chinese in TEXTS.items())
    for path in sorted((ROOT / "manual").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and HAN.search(node.value):
                yield f"{_of(path)}:{node.lineno}", node.value
    for path in [*sorted((ROOT / "docs" / "zh").glob("*.md")), *sorted((ROOT / "src").glob("**/skeletons/zh/*.yaml"))]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if HAN.search(line):
                yield f"{_of(path)}:{number}", line


def _of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str) and HAN.search(value):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)
