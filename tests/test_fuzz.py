"""A short fuzz run over every reader; `benchmarks/fuzz.py` makes longer ones."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from hostile import mutated, samples

ROOT = Path(__file__).parents[1]


def test_damaged_files_of_every_format_make_a_draft_or_a_message(tmp_path: Path) -> None:
    command = [sys.executable, "benchmarks/fuzz.py", "--inputs", "150", "--seed", "5", "--crashes", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "150 inputs, 0 kept" in done.stdout
    assert not list(tmp_path.iterdir())


def test_the_same_seed_makes_the_same_damage() -> None:
    for each in samples():
        assert mutated(each.data, 3) == mutated(each.data, 3)
    assert len({mutated(samples()[0].data, seed) for seed in range(20)}) > 10
