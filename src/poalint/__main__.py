"""``python -m poalint`` is ``poalint``."""

from poalint.cli import main

main()
