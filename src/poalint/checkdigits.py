"""Numbers that prove themselves: schemes by which the digits of a number check each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

Scheme = Literal["luhn", "mod-97", "resident-id"]

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_RESIDENT = "10X98765432"
"""The last place of a Chinese resident identity number, by the weighted sum of the others modulo 11 (GB 11643)."""


def luhn(number: str) -> bool:
    """Whether digits end in the right check digit by ISO/IEC 7812, as those of payment cards do."""
    if not (number.isascii() and number.isdigit()) or len(set(number)) == 1:
        return False
    doubled = (sum(divmod(2 * int(each), 10)) for each in number[-2::-2])
    return (sum(map(int, number[-1::-2])) + sum(doubled)) % 10 == 0


def mod_97(number: str) -> bool:
    """Whether letters and digits hold the right check digits by ISO 7064, as those of an IBAN do."""
    if not (number.isascii() and number.isalnum()) or len(number) < 5:
        return False
    return int("".join(str(int(each, 36)) for each in number[4:] + number[:4])) % 97 == 1


def resident_id(number: str) -> bool:
    """Whether 18 places end in the right one, as those of a Chinese resident identity card do."""
    first, last = number[:17], number[17:].upper()
    if not (len(number) == 18 and first.isascii() and first.isdigit()):
        return False
    return _RESIDENT[sum(int(each) * by for each, by in zip(first, _WEIGHTS, strict=True)) % 11] == last


SCHEMES: Mapping[Scheme, Callable[[str], bool]] = {"luhn": luhn, "mod-97": mod_97, "resident-id": resident_id}
"""Each takes letters and digits alone, without spaces and hyphens."""
