"""What is wrong with a text that is no YAML, in words that tell what to do about it."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

import yaml

from poalint.errors import Place, RuleError
from poalint.loading.source import Source
from poalint.speech import Phrase, spoken

_QUOTE_IT = spoken("Put it in quotation marks.")
_QUOTE_ALL = spoken("Put the whole text in quotation marks.")
_CLOSING = "}]'\""
_KEY_OR_ITEM = re.compile(r"\n *(?:- |[\w-]+:(?:\s|$))")
"""What begins a line of YAML, and hardly ever one of a text between quotation marks."""


def told(source: Source, error: Any) -> RuleError:
    """The mistake that YAML stumbled over, at the place where it was made."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return RuleError(source.place(0, 0), "this is not YAML", "Check quotation marks, brackets and indentation.")
    return _told(source, error, mark)


def _told(source: Source, error: Any, mark: Any) -> RuleError:
    problem, context = str(error.problem or ""), str(error.context or "")
    begun = error.context_mark or mark
    line = source.lines[mark.line] if mark.line < len(source.lines) else ""
    here = source.place(mark.line, mark.column, 1)
    start = source.place(begun.line, begun.column, 1)
    char = line[mark.column : mark.column + 1]
    if "tab character" in problem or ("cannot start any token" in problem and char == "\t"):
        return RuleError(here, "a tab stands here, and YAML indents with spaces only", "Put spaces in its place.")
    if "undefined alias" in problem:
        written = re.match(r"[^\s,\]}]*", line[mark.column :])
        words = written[0] if written else "*"
        where = source.place(mark.line, mark.column, len(words))
        return RuleError(
            where, Phrase("YAML takes {words} for a reference to another place of this file", words=words), _QUOTE_IT
        )
    if opened := _swallowing(source, mark):
        return opened
    if "cannot start any token" in problem or "node content" in problem or "mapping keys" in problem:
        return _unquoted(here, char) if char else RuleError(here, "a value is missing here", "Write it.")
    if "scanning an alias" in context or "scanning an anchor" in context or "a directive" in context:
        return _unquoted(start, start.text[begun.column : begun.column + 1])
    if "mapping values" in problem:
        remedy = "Put a text that holds a colon in quotation marks, or mend the indentation."
        return RuleError(here, "no key can stand before this colon", remedy)
    if "quoted scalar" in context and "end of" in problem:
        return RuleError(
            start, "this quotation mark is never closed", "Close it; within '...' an apostrophe is written twice."
        )
    if "escape" in problem or "escape" in context:
        words = line[mark.column : mark.column + 2]
        where = source.place(mark.line, mark.column, 2)
        remedy = "Use single quotation marks: between them a backslash is a backslash."
        return RuleError(where, Phrase("{words} means nothing between double quotation marks", words=words), remedy)
    if "flow" in context and line[max(0, mark.column - 1) : mark.column] not in ("'", '"'):
        return RuleError(
            start, "this bracket is never closed, or a comma is missing after it", "Close it, or quote the text."
        )
    if "block scalar" in context:
        return RuleError(
            start, "after this sign the text begins on the next line", "Break the line, or quote the text."
        )
    if "could not find expected ':'" in problem:
        where = source.place(begun.line, begun.column)
        return RuleError(where, "this line holds no key: a colon and a space are missing", "Write `key: value`.")
    if "sequence entries" in problem:
        return RuleError(
            here, "a list begins on a line of its own", "Break the line before the hyphen, or quote the text."
        )
    if "another document" in problem:
        return RuleError(here, "a second document begins here", "Strike the line: one file holds one document.")
    before = line[: mark.column].rstrip()
    if before and before[-1] in _CLOSING:
        where = source.place(mark.line, mark.column)
        remedy = "Within '...' an apostrophe is written twice." if before[-1] == "'" else _QUOTE_ALL
        return RuleError(where, Phrase("there is more text after the closing {mark}", mark=before[-1]), remedy)
    if "expected key" in problem or "'-' indicator" in problem:
        where = source.place(mark.line, mark.column)
        remedy = "Keys of one level, and items of one list, begin in one column."
        return RuleError(where, "this line is not indented as those before it", remedy)
    return RuleError(here, "this is not YAML", "Check quotation marks, brackets and indentation.")


def _swallowing(source: Source, mark: Any) -> RuleError | None:
    """The mistake of a quotation mark that lacks its fellow, if one ended in the line of ``mark``.

    It went on to the next quotation mark, which was to begin another text: YAML stumbles only there.
    """
    last: Any = None
    with suppress(yaml.YAMLError):
        for token in yaml.scan(source.text, Loader=yaml.SafeLoader):
            begun: Any = token.start_mark
            if (begun.line, begun.column) >= (mark.line, mark.column):
                break
            if isinstance(token, yaml.ScalarToken) and not token.plain:
                last = token
    if last is None or last.end_mark.line != mark.line:
        return None
    start, end = last.start_mark, last.end_mark
    if not _KEY_OR_ITEM.search(source.text, start.index, end.index):
        return None
    reason = Phrase("this quotation mark is closed only in line {line}", line=end.line + 1)
    remedy = "Close it where the text ends; within '...' an apostrophe is written twice."
    return RuleError(source.place(start.line, start.column, 1), reason, remedy)


def _unquoted(where: Place, char: str) -> RuleError:
    return RuleError(where, Phrase("an unquoted text must not begin with {mark}", mark=char), _QUOTE_IT)
