"""What is known keeps its place among what is made, and little is held however much is known."""

from collections.abc import Iterator
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from poalint.ordering import Known, in_order


def look(item: int) -> int | Known[str]:
    """Odd numbers are known."""
    return Known(f"known {item}") if item % 2 else item


def told(item: int) -> str:
    return f"known {item}" if item % 2 else f"made {item}"


@given(st.lists(st.integers(0, 9), max_size=60), st.integers(1, 20))
def test_each_item_has_its_outcome_in_order(items: list[int], ahead: int) -> None:
    def make(coming: Iterator[int]) -> Iterator[str]:
        while some := list(islice(coming, ahead)):
            yield from (f"made {item}" for item in some)

    assert list(in_order(items, look, make)) == [told(item) for item in items]


def test_nothing_is_made_where_all_is_known() -> None:
    def make(coming: Iterator[int]) -> Iterator[str]:
        raise AssertionError("there is nothing to make")
        yield ""

    assert list(in_order([1, 3, 5], look, make)) == ["known 1", "known 3", "known 5"]


def test_little_is_held_though_all_but_the_first_is_known() -> None:
    read = most = 0

    def items() -> Iterator[int]:
        nonlocal read
        for read in range(10_000):  # how far it was read is looked at below
            yield 2 if read == 0 else 1

    def make(coming: Iterator[int]) -> Iterator[str]:
        yield from [f"made {item}" for item in coming]  # it reads all that comes before it makes any

    for number, _ in enumerate(in_order(items(), look, make)):
        most = max(most, read - number)
    assert read == 9_999
    assert most <= 256
