"""``template`` as a Word file, by python-docx, which is an extra."""

from __future__ import annotations

import io

from poalint.errors import MissingExtraError
from poalint.outline import Outline


def made(outline: Outline) -> bytes:
    """The outline as a .docx file. Raises MissingExtraError where python-docx is not installed."""
    try:
        from docx import Document
    except ImportError as error:
        raise MissingExtraError("a Word file", "docx") from error

    document = Document()
    document.add_heading(outline.title, level=0)
    document.add_paragraph(outline.salutation)
    for section in outline.sections:
        if section.heading:
            document.add_heading(section.heading, level=1)
        for line in section.lines:
            document.add_paragraph(line, style="List Number" if section.heading else None)
    document.add_paragraph(outline.valediction)
    document.add_paragraph(outline.signature)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
