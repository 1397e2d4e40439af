"""``template`` as Markdown."""

from __future__ import annotations

from poalint.outline import Outline


def made(outline: Outline) -> bytes:
    """The outline as a Markdown file in UTF-8."""
    parts = [f"# {outline.title}", outline.salutation]
    for section in outline.sections:
        if section.heading:
            marks = (f"{number}. {line}" for number, line in enumerate(section.lines, start=1))
            parts += [f"## {section.heading}", "\n".join(marks)]
        else:
            parts += section.lines
    parts += [outline.valediction, outline.signature]
    return ("\n\n".join(parts) + "\n").encode()
