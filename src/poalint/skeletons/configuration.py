"""A new configuration, with a comment on each key."""

from __future__ import annotations

from pathlib import Path

from poalint.errors import SkeletonError
from poalint.loading.configuration import FILES, held_in
from poalint.skeletons.writing import filled, write
from poalint.speech import Lang, Phrase


def new_configuration(folder: Path, lang: Lang) -> Path:
    """Begin a ``poalint.yaml`` in a folder, its comments in one language, and give its path.

    Raises SkeletonError where there is no such folder, or it holds a configuration.
    """
    if not folder.is_dir():
        raise SkeletonError(str(folder), Phrase("there is no such folder"), Phrase("Check the path."))
    for there in held_in(folder):
        reason = Phrase("there is a configuration already, and it is not written over")
        raise SkeletonError(str(there), reason, Phrase("Change that one."))
    (made,) = write({folder / FILES[0]: filled(["config"], {}, lang)})
    return made
