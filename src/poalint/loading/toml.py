"""A table of a TOML file, with the places of its keys and values; one that is not there costs no more than tomllib."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from poalint.errors import RuleError
from poalint.loading.source import DEEPEST, Source, text_of
from poalint.speech import Phrase

if TYPE_CHECKING:
    from poalint.loading.parsing import Parsed

_MOST_DOTS = 500
"""A line with more holds a key of so many parts that to read it takes minutes."""
_AT = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")


def table(path: str, raw: bytes, *way: str) -> Parsed | None:
    """The table at the end of ``way`` in a TOML file, None where there is none.

    Raises RuleError where it is no TOML.
    """
    source = Source(path, text_of(path, raw))
    too_deep = RuleError(path, Phrase("this is nested more than {most} deep", most=DEEPEST), "Keep it flat.")
    if any(line.count(".") > _MOST_DOTS for line in source.lines):
        raise too_deep
    try:
        return _table(source, way)
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(source, str(error)) from error
    except RecursionError as error:
        raise too_deep from error
    except ValueError as error:  # a number of thousands of digits
        raise _no_toml(source, str(error).partition(";")[0]) from error


def _table(source: Source, way: tuple[str, ...]) -> Parsed | None:
    data = tomllib.loads(source.text)
    for part in way:
        if not isinstance(data, dict) or part not in data:
            return None
        data = data[part]
    from poalint.loading.cutting import Cutter
    from poalint.loading.nodes import nodes_at
    from poalint.loading.parsing import Parsed

    return Parsed(source, data, (), nodes_at(Cutter(source).root(), way)[1])


def _no_toml(source: Source, told: str) -> RuleError:
    found = _AT.search(told)
    why = Phrase("this is not TOML ({error})", error=told[: found.start()] if found else told)
    if found and found["line"]:
        where = source.place(int(found["line"]) - 1, int(found["column"]) - 1)
    else:
        where = source.place(len(source.text.rstrip().splitlines()) - 1, 0)
    return RuleError(where, why, "Mend the line and run again.")
