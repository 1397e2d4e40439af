"""An outline of a letter for one case: questions in brackets, for the seller to put the story in their place.

It says nothing of what happened: only the seller knows that. Linted as it is, it fails, since nothing is filled in.
"""

from __future__ import annotations

from dataclasses import dataclass

from poalint.facts import Frame, Profile
from poalint.speech import Lang, Said


@dataclass(frozen=True, slots=True)
class Section:
    """A heading ("" for what stands before the first one) and its prompts, each in brackets."""

    heading: str
    prompts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A letter with nothing in it, from its title to its signature."""

    title: str
    salutation: str
    sections: tuple[Section, ...]
    valediction: str
    signature: str


def outline(profile: Profile, frame: Frame, lang: Lang) -> Outline:
    """The outline for a case. Headings are English, as the letter is; prompts stand in both languages for zh."""
    first = Section("", tuple(_bracketed(each, lang) for each in (frame.first, *profile.prompts["opening"])))
    rest = (
        Section(heading, tuple(_bracketed(each, lang) for each in profile.prompts[part]))
        for part, heading in frame.headings.items()
    )
    title = frame.title.replace("{case}", profile.title.en)
    return Outline(title, frame.salutation, (first, *rest), frame.valediction, frame.signature)


def _bracketed(prompt: Said, lang: Lang) -> str:
    """A prompt; for a reader of Chinese the English comes first, since that is what the letter will be in."""
    return f"[{prompt.en} / {prompt.zh}]" if lang == "zh" and prompt.zh else f"[{prompt.en}]"
