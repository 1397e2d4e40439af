"""What a format for machines holds back does not grow with the number of drafts. (Of text, rich keeps widths.)"""

import tracemalloc

import pytest

import written as made
from poalint.formats import MACHINE, writer_for
from poalint.formats.tally import Tally
from poalint.formats.writer import About

_DRAFTS = 600


def held(name: str, drafts: int) -> int:
    """The bytes that a writer holds after so many drafts, each with its findings."""
    tally = Tally()
    writer = writer_for(name)(About(tally, 80))
    list(writer.begin())

    def one(number: int) -> None:
        findings = [made.finding("x" * 200, 0, 200, f"{number} " + "words " * 30, points=number) for _ in range(5)]
        (report,) = tally.watch([made.report(f"drafts/{number}.txt", "x" * 200, *findings)])
        for _ in writer.add(report):
            pass

    one(0)
    tracemalloc.start()
    try:
        for number in range(1, drafts):
            one(number)
        return tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", sorted(MACHINE))
def test_memory_stays_flat(name: str) -> None:
    text = 5 * _DRAFTS * 400  # what the findings' words alone take
    listed = 300 * _DRAFTS if name == "html" else 0  # its list of letters comes at the end, a row for each
    assert held(name, _DRAFTS) < 200_000 + listed < text / 2
