"""An outline of a letter for one case: questions in brackets, for the seller to put the story in their place.

It says nothing of what happened: only the seller knows that. Linted as it is, it fails, since nothing is filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from poalint.facts import Profile
from poalint.model import Letter
from poalint.speech import Lang, Said


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a dispute: its heading and prompts, and whether those of the case follow."""

    heading: str
    prompts: tuple[Said, ...]
    of_case: bool = False


@dataclass(frozen=True, slots=True)
class DisputeFrame:
    """What is the same in every dispute: what it claims, what it asks for, and the questions between them."""

    title: str
    claim: str
    opening: tuple[Said, ...]
    parts: tuple[Part, ...]
    request: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the prompts of an outline; ``headings`` in the order of the letter, under their roles."""

    title: str
    salutation: str
    first: Said
    headings: Mapping[str, str]
    valediction: str
    signature: tuple[Said, ...]
    dispute: DisputeFrame


@dataclass(frozen=True, slots=True)
class Section:
    """A heading ("" where none stands over it) and its lines: prompts in brackets, or a sentence that stays."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A letter with nothing in it, from its title to its signature."""

    title: str
    salutation: str
    sections: tuple[Section, ...]
    valediction: str
    signature: str


def outline(profile: Profile, frame: Frame, letter: Letter, lang: Lang) -> Outline:
    """The outline of a plan or a dispute for a case.

    Headings are English, as the letter is; prompts stand in both languages for zh.
    """
    plan = letter == "plan"
    sections = _of_plan(profile, frame, lang) if plan else _of_dispute(profile, frame, lang)
    title = (frame.title if plan else frame.dispute.title).replace("{case}", profile.title.en)
    signature = ", ".join(_bracketed(frame.signature, lang))
    return Outline(title, frame.salutation, tuple(sections), frame.valediction, signature)


def _of_plan(profile: Profile, frame: Frame, lang: Lang) -> Iterator[Section]:
    yield Section("", _bracketed((frame.first, *profile.prompts["opening"]), lang))
    for part, heading in frame.headings.items():
        yield Section(heading, _bracketed(profile.prompts[part], lang))


def _of_dispute(profile: Profile, frame: Frame, lang: Lang) -> Iterator[Section]:
    dispute = frame.dispute
    yield Section("", (*_bracketed([frame.first], lang), dispute.claim, *_bracketed(dispute.opening, lang)))
    for part in dispute.parts:
        own = profile.prompts.get("dispute", ()) if part.of_case else ()
        yield Section(part.heading, _bracketed((*part.prompts, *own), lang))
    yield Section("", (dispute.request,))


def _bracketed(prompts: Iterable[Said], lang: Lang) -> tuple[str, ...]:
    """The prompts; for a reader of Chinese the English comes first, since that is what the letter will be in."""
    chinese = lang == "zh"
    return tuple(f"[{each.en} / {each.zh}]" if chinese and each.zh else f"[{each.en}]" for each in prompts)
