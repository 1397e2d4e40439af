"""Names of files that set findings aside, for help that must come fast."""

BASELINE = "poalint-baseline.json"
