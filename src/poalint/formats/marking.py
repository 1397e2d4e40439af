"""Markdown that shows a text as it is: no emphasis, no HTML, no link, nobody mentioned."""

from __future__ import annotations

import re

from poalint.formats.lines import on_one_line, visible

_MARKS = re.compile(r"[\\`*_{}\[\]#|~$]")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_ENTITY = re.compile("[<>&]")
_JOINER = "\u2060"
"""Unseen, and no part of a name: GitHub and GitLab tell people who are named behind @, and link #12 and !12."""
_NAMES = re.compile(r"(?<=[@#!])(?=\w)")
_ADDRESS = re.compile(r"(?i)(?<=:)/(?=/)|(?<=www)\.")
"""What is made a link though nothing marks it as one."""


def marked(text: str) -> str:
    """``text`` inside a line of Markdown; at its beginning "1." or "-" would still make a list."""
    shown = _NAMES.sub(_JOINER, visible(on_one_line(text)))
    shown = _MARKS.sub(r"\\\g<0>", shown)
    shown = _ADDRESS.sub(r"\\\g<0>", shown)
    return _ENTITY.sub(lambda found: _ENTITIES[found[0]], shown)


def code(text: str, in_table: bool = False) -> str:
    """``text`` as it is typed, for a name or a path."""
    shown = visible(on_one_line(text))
    longest = max((len(run) for run in re.findall("`+", shown)), default=0)
    fence = "`" * (longest + 1)
    space = " " if not shown or "`" in (shown[0], shown[-1]) else ""
    made = f"{fence}{space}{shown}{space}{fence}"
    return made.replace("|", "\\|") if in_table else made
