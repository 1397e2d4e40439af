"""Packs that tests write: a small one that loads, and files put into it."""

from __future__ import annotations

from pathlib import Path

RULE = """\
id: {name}
title: 'A slogan'
severity: note
points: 1
message: '“{{words}}” is a slogan.'
advice: 'Strike it.'
why: 'A slogan tells a reviewer nothing.'
source: 'A table made for this test'
check:
  kind: pattern
  patterns: {patterns}
examples:
  fires: {fires}
  silent: {silent}
  near_miss: {near_miss}
"""
SIGNAL = """\
signal: {name}
about: says a slogan
internal: true
any:
  - why: a slogan
    phrase: {phrase}
examples:
  present: {present}
  absent: {absent}
"""


def write(path: Path, text: str) -> Path:
    """The file, written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def pack(folder: Path, extra: str = "", name: str = "", version: str = "1.0.0") -> Path:
    """The folder, made a pack; ``extra`` are more lines of its pack.yaml."""
    write(folder / "pack.yaml", f"name: {name or folder.name}\nversion: '{version}'\nabout: a test\n{extra}")
    return folder


def rule(
    folder: Path,
    name: str = "slogan",
    theme: str = "house",
    patterns: str = "['(?i:customer first)']",
    fires: str = "['Customer first is what we say.']",
    silent: str = "['We shipped 41 orders late.']",
    near_miss: str = "['The customer came first.']",
) -> Path:
    """A rule in a pack, of the kind ``pattern``."""
    text = RULE.format(name=name, patterns=patterns, fires=fires, silent=silent, near_miss=near_miss)
    return write(folder / theme / f"{name}.yaml", text)


def signal(
    folder: Path,
    name: str = "says-slogan",
    phrase: str = "[customer first]",
    present: str = "['Customer first is what we say.']",
    absent: str = "['The customer came first.']",
) -> Path:
    """A signal in a pack."""
    text = SIGNAL.format(name=name, phrase=phrase, present=present, absent=absent)
    return write(folder / "signals" / f"{name}.yaml", text)
