"""The Chinese of the program's own texts, under their English."""

from __future__ import annotations

from poalint.speech.chinese.cases import CASES
from poalint.speech.chinese.commands import COMMANDS
from poalint.speech.chinese.errors import ERRORS
from poalint.speech.chinese.explaining import EXPLAINING
from poalint.speech.chinese.files import FILES
from poalint.speech.chinese.libraries import LIBRARIES
from poalint.speech.chinese.names import NAMES
from poalint.speech.chinese.reports import REPORTS

TEXTS: dict[str, str] = {
    **NAMES,
    **REPORTS,
    **ERRORS,
    **FILES,
    **COMMANDS,
    **CASES,
    **LIBRARIES,
    **EXPLAINING,
    "Closest is line {line}: \u201c{words}\u201d, but {because}.": "最接近的是第 {line} 行：“{words}”，但{because}。",
    "No sentence comes close.": "没有一句话接近。",
}
