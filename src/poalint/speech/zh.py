"""The Chinese of the program's own texts, under their English."""

from __future__ import annotations

from poalint.speech.chinese.allowing import ALLOWING, BASELINES, REDRAFTS
from poalint.speech.chinese.bounds import BOUNDS
from poalint.speech.chinese.cases import CASES
from poalint.speech.chinese.commands import COMMANDS
from poalint.speech.chinese.configuring import CONFIGURING
from poalint.speech.chinese.documents import DOCUMENTS
from poalint.speech.chinese.encodings import ENCODINGS
from poalint.speech.chinese.errors import ERRORS
from poalint.speech.chinese.explaining import EXPLAINING
from poalint.speech.chinese.gates import GATES
from poalint.speech.chinese.html_report import HTML_REPORT
from poalint.speech.chinese.leaks import LEAKS
from poalint.speech.chinese.libraries import LIBRARIES
from poalint.speech.chinese.machine import MACHINE
from poalint.speech.chinese.names import NAMES
from poalint.speech.chinese.packs import PACKS
from poalint.speech.chinese.paper import PAPER
from poalint.speech.chinese.places import PLACES
from poalint.speech.chinese.reports import REPORTS
from poalint.speech.chinese.scale import SCALE
from poalint.speech.chinese.skeletons import SKELETONS
from poalint.speech.chinese.testing import TESTING
from poalint.speech.chinese.things import THINGS
from poalint.speech.chinese.values import VALUES
from poalint.speech.chinese.yaml import YAML

TEXTS: dict[str, str] = {
    **NAMES,
    **THINGS,
    **REPORTS,
    **MACHINE,
    **ALLOWING,
    **BASELINES,
    **REDRAFTS,
    **ERRORS,
    **ENCODINGS,
    **DOCUMENTS,
    **COMMANDS,
    **CONFIGURING,
    **CASES,
    **EXPLAINING,
    **GATES,
    **LEAKS,
    **PACKS,
    **VALUES,
    **YAML,
    **TESTING,
    **SKELETONS,
    **LIBRARIES,
    **HTML_REPORT,
    **SCALE,
    **PAPER,
    **PLACES,
    **BOUNDS,
}
