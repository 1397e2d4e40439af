"""What a run came to, in a sentence."""

from __future__ import annotations

from poalint.formats.styles import VERDICTS
from poalint.formats.tally import Tally
from poalint.model import SEVERITIES
from poalint.speech import Counted, Lang, Phrase, joined, render


def summary(tally: Tally, lang: Lang) -> str:
    """How many drafts were checked, with what verdicts, how much was found, what could not be done."""
    verdicts = [
        Phrase("{drafts} {verdict}", drafts=tally.verdicts[name], verdict=Phrase(name))
        for name in VERDICTS
        if tally.verdicts[name]
    ]
    found = [Counted(tally.severities[name], name) for name in SEVERITIES if tally.severities[name]]
    left_out = Counted(tally.left_out, "finding")
    failed = Phrase("; {paths} could not be checked", paths=Counted(tally.errors, "path")) if tally.errors else ""
    said = Phrase(
        "{drafts} checked: {verdicts}; {findings}{left_out}{failed}.",
        drafts=Counted(tally.files, "draft"),
        verdicts=joined(verdicts, lang) if verdicts else Phrase("no verdict"),
        findings=joined(found, lang) if found else Phrase("no findings"),
        left_out=Phrase("; {findings} left out", findings=left_out) if tally.left_out else "",
        failed=failed,
    )
    return render(said, lang)
