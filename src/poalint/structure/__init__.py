"""Text to blocks: headings, paragraphs, list items, table rows, quotations, greeting and signature."""

from poalint.structure.blocks import blocks
from poalint.structure.layout import Layout

__all__ = ["Layout", "blocks"]
