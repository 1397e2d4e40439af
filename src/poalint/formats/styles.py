"""Which style a verdict and a pillar's status have, wherever people read them."""

from __future__ import annotations

VERDICTS = {"ready": "good", "revise": "warning", "not ready": "error"}
STATUSES = {"pass": "good", "weak": "warning", "fail": "error"}
