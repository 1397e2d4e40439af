"""Named word lists and what they find among tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from poalint.lexicon import Lexicons, Match, forms, spelled_out
from poalint.loading.lexicons import lexicon_lists
from poalint.loading.packs import built_in

if TYPE_CHECKING:
    from spacy.language import Language

Word = tuple[str, str, str]


def words(text: str) -> list[Word]:
    """Tokens as ``form/lemma/POS``; what is left out of a token is its form and X."""
    made: list[Word] = []
    for token in text.split():
        form, lemma, pos = [*token.split("/"), "", ""][:3]
        made.append((form.lower(), lemma or form.lower(), pos or "X"))
    return made


def found(entries: list[str], text: str) -> list[tuple[int, int]]:
    return [(match.start, match.end) for match in Lexicons({"list": entries}).find(words(text))]


@pytest.mark.parametrize(
    ("entry", "text", "spans"),
    [
        ("label", "the label fell", [(1, 2)]),
        ("label", "the labels/label/NOUN fell", [(1, 2)]),
        ("labels", "the label fell", []),
        ("labels", "the labels/label fell", [(1, 2)]),
        ("Label", "the LABEL fell", [(1, 2)]),
        ("label", "relabel/relabel labels", []),
        # several words
        ("late order", "41 late orders/order came", [(1, 3)]),
        ("late order", "late , order", []),
        ("late order", "order late", []),
        ("late order", "late", []),
        # the very form
        ("=checks", "he checks/check it", [(1, 2)]),
        ("=checks", "we check/check it", []),
        ("=check", "he checks/check it", []),
        ("we =check", "we checked/check it", []),
        # by part of speech
        ("list/v", "we list/list/VERB it", [(1, 2)]),
        ("list/v", "the list/list/NOUN fell", []),
        ("list/n", "the lists/list/NOUN fell", [(1, 2)]),
        ("list/n", "we list/list/VERB it", []),
        ("list/n", "the List/list/PROPN fell", [(1, 2)]),
        ("list", "the list/list/NOUN we list/list/VERB", [(1, 2), (3, 4)]),
        # alternatives
        ("our|the mistake", "our mistake and the mistake", [(0, 2), (3, 5)]),
        ("our|the mistake|error", "the error", [(0, 2)]),
        ("our|the mistake", "a mistake", []),
        # a gap of up to three words
        ("on * us", "on us", [(0, 2)]),
        ("on * us", "on each of us", [(0, 4)]),
        ("on * us", "on a b c us", [(0, 5)]),
        ("on * us", "on a b c d us", []),
        ("on * us", "on . us", []),
        ("on * us", "on it . us", []),
        ("on * us", "on", []),
        ("at * * am", "at a b c d e f am", [(0, 8)]),
        # punctuation is a token
        ("3 - pl", "a 3 - pl", [(1, 4)]),
        ("part-time", "a part - time job", [(1, 4)]),
        ("our team's lead", "our team 's lead", [(0, 4)]),
        # each place
        ("late", "late and late", [(0, 1), (2, 3)]),
    ],
)
def test_where_an_entry_stands(entry: str, text: str, spans: list[tuple[int, int]]) -> None:
    assert found([entry], text) == spans


def test_the_longest_entry_of_a_list_wins_at_a_place() -> None:
    assert found(["late", "late order", "late order report"], "late order report , late order") == [(0, 3), (4, 6)]


def test_two_lists_find_the_same_words_each_under_its_name() -> None:
    made = Lexicons({"a": ["late order"], "b": ["late"], "c": ["early"]}).find(words("late order"))
    assert sorted((match.name, match.start, match.end) for match in made) == [("a", 0, 2), ("b", 0, 1)]
    assert isinstance(made[0], Match)


def test_an_included_list_is_found_under_both_names() -> None:
    made = Lexicons({"all": ["@some", "early"], "some": ["late"]}).find(words("late early"))
    assert sorted((match.name, match.start) for match in made) == [("all", 0), ("all", 1), ("some", 0)]


def test_an_included_list_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError, match="none"):
        Lexicons({"all": ["@none"]})


def test_lists_that_include_each_other_are_an_error() -> None:
    with pytest.raises(RecursionError):
        Lexicons({"a": ["@b"], "b": ["@a"]})


def test_what_was_looked_up_once_is_found_again() -> None:
    lexicons = Lexicons({"list": ["late order"]})
    assert lexicons.find(words("late order")) == lexicons.find(words("late order")) != []
    assert lexicons.find(words("late")) == []


def test_nothing_is_found_among_no_words_or_by_no_lists() -> None:
    assert Lexicons({"list": ["late"]}).find([]) == []
    assert Lexicons({}).find(words("late")) == []


@pytest.mark.parametrize(
    ("entry", "sequences"),
    [
        ("late order", [["late", "order"]]),
        ("a|b c|D", [["a b", "c d"]]),
        ("on * us", [["on", "*", "us"]]),
        ("part-time", [["part", "-", "time"]]),
        ("can|cannot|don't go", [["can", "go"], ["can", "not", "go"], ["do", "n't", "go"]]),
    ],
)
def test_an_entry_stands_for_the_words_that_each_token_may_be(entry: str, sequences: list[list[str]]) -> None:
    assert list(spelled_out(entry)) == [tuple(frozenset(words.split()) for words in each) for each in sequences]


def test_alternatives_after_a_gap_are_one_slot_and_the_nearest_ends_it() -> None:
    lexicons = Lexicons({"list": ["took * pains|care"]})
    assert lexicons.find(words("took care and pains")) == [Match("list", 0, 2)]


def test_what_a_lexicon_holds_belongs_to_all_that_include_it_once() -> None:
    lexicons = Lexicons({"inner": ["late"], "one": ["@inner"], "two": ["@inner"], "all": ["@one", "@two"]})
    assert sorted(match.name for match in lexicons.find(words("late"))) == ["all", "inner", "one", "two"]


def test_a_token_answers_to_its_form_its_lemma_and_its_kind() -> None:
    assert forms("lists", "list", "NOUN") == {"lists", "list", "=lists", "lists/n", "list/n"}
    assert forms("lists", "list", "VERB") == {"lists", "list", "=lists", "lists/v", "list/v"}
    assert forms("late", "late", "ADJ") == {"late", "=late"}


def test_every_entry_of_the_rules_is_spelled_as_the_parser_cuts_words(rules: Path, nlp: Language) -> None:
    """An entry such as "cannot" (two tokens: can, not) could never be found if lexicon and parser cut differently."""
    lost = []
    for place, entry in [*_listed(rules), *_phrases(rules)]:
        if not entry.startswith("@") and "*" not in entry:
            plain = re.sub(r"/[nv]\b|(?<![^\s|])=", "", entry)
            for text in _alternatives(plain):
                tokens = [(token.lower_, token.lower_, "X") for token in nlp.make_doc(text)]
                spans = {(match.start, match.end) for match in Lexicons({"list": [plain]}).find(tokens)}
                if (0, len(tokens)) not in spans:
                    lost.append(f"{place}: {entry!r} is cut as {[form for form, _, _ in tokens]}")
    assert not lost, "\n".join(lost)


def _listed(rules: Path) -> Iterator[tuple[str, str]]:
    lists = lexicon_lists([built_in(rules)])
    for name, entries in lists.entries.items():
        yield from ((f"{lists.paths[name].name}: {name}", entry) for entry in entries)


def _phrases(rules: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((rules / "signals").glob("*.yaml")):
        signal = yaml.safe_load(path.read_bytes())
        for each in (*signal["any"], *signal.get("unless", [])):
            clause, sentence = each.get("clause", {}), each.get("sentence", {})
            for value in (
                each.get("phrase"),
                *map(clause.get, ("has", "also", "third", "lacks")),
                *map(sentence.get, ("has", "also", "lacks")),
            ):
                yield from ((path.name, entry) for entry in ([value] if isinstance(value, str) else value or []))


def _alternatives(entry: str) -> list[str]:
    made = [""]
    for part in entry.split():
        made = [f"{start} {each}".strip() for start in made for each in part.split("|")]
    return made
