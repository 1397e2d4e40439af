"""``outline.yaml`` to a `Frame`; the built-in pack holds it."""

from __future__ import annotations

from poalint.loading.facts import said
from poalint.loading.packs import Pack
from poalint.loading.yamlfile import read_file
from poalint.outline import DisputeFrame, Frame, Part
from poalint.schema.outlines import OutlineFile


def load_frame(pack: Pack) -> Frame:
    """What stands around the prompts of every outline. Raises RuleError that lists the mistakes in the file."""
    file = read_file(pack.folder / "outline.yaml", OutlineFile)
    dispute = file.dispute
    return Frame(
        title=file.title,
        salutation=file.salutation,
        first=said(file.first),
        headings=dict(file.headings),
        valediction=file.valediction,
        signature=tuple(map(said, file.signature)),
        dispute=DisputeFrame(
            title=dispute.title,
            claim=dispute.claim,
            opening=tuple(map(said, dispute.opening)),
            parts=tuple(
                Part(each.heading, tuple(map(said, each.prompts)), of_case=each.of_case) for each in dispute.parts
            ),
            request=dispute.request,
        ),
    )
