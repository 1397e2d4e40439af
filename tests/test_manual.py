"""The manual: it builds, asks nothing of anybody, holds a page for everything, and says what the program says."""

import html
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields as fields_of
from functools import cache
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from typing import get_args
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from pydantic import BaseModel

from clause_page import Field, fields
from contents import Contents
from key_page import CONFIGURATION, FILES, keys, meanings
from links import MADE, linked
from marks import plain, ticked
from poalint import model
from poalint.cards import cards
from poalint.cli.group import COMMANDS
from poalint.demands import COUNTED, demands, leaves_alone
from poalint.kinds import KINDS
from poalint.kinds.measure import FIGURES
from poalint.loader import Knowledge
from poalint.loading.packs import built_in, find
from poalint.loading.yamlfile import load_yaml
from poalint.model.reading import Clause, Reading
from poalint.schema import allowed, cases, found, outlines, packs, rules, signals, tables
from poalint.schema.base import Strict
from poalint.sections import sections
from poalint.speech import LANGS, Lang
from program import run

ROOT = Path(__file__).parents[1]
CONFIGS: dict[Lang, str] = {"en": "mkdocs.yml", "zh": "mkdocs.zh.yml"}
CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The manual in both languages, as it is published. A warning of MkDocs fails the build."""
    folder = tmp_path_factory.mktemp("manual") / "site"
    for lang, config in CONFIGS.items():
        target = folder if lang == "en" else folder / lang
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", config, "-d", str(target)]
        env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=120, check=False)
        assert (done.returncode, done.stderr) == (0, "")
    return folder


def in_language(site: Path, lang: Lang) -> Path:
    return site if lang == "en" else site / lang


def pages(site: Path) -> Iterator[Path]:
    return (path for path in site.rglob("*.html"))


class Tags(HTMLParser):
    """Every tag of a page with its attributes, and the text of its article."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        self.tags.append((tag, named))
        self.ids |= {named[name] for name in ("id", "name") if name in named}


@cache
def parsed(path: Path) -> Tags:
    tags = Tags()
    tags.feed(path.read_text(encoding="utf-8"))
    return tags


def said(path: Path) -> str:
    """The words of a page's article, on one line."""
    article = re.search(r"<article.*</article>", path.read_text(encoding="utf-8"), re.DOTALL)
    assert article, path
    return one_line(html.unescape(re.sub(r"<[^>]*>", " ", re.sub(r"</?(?:span|code|a)\b[^>]*>", "", article[0]))))


_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")


def _told(turn: re.Match[str]) -> str:
    """A character that would turn the text of a terminal, as it is printed there."""
    return f"\\u{ord(turn[0]):04x}"


def one_line(text: str) -> str:
    return " ".join(text.replace("\u00b6", "").split())


# -- the site ------------------------------------------------------------------------------------------------------


def test_the_manual_asks_nothing_of_any_host(site: Path) -> None:
    asking: list[tuple[str, str, str]] = []
    for path in pages(site):
        for tag, attrs in parsed(path).tags:
            # Material would fetch a script for diagrams and formulas: there must be none
            assert not {"mermaid", "arithmatex"} & set(attrs.get("class", "").split())
            links = {name: attrs.get(name, "") for name in ("src", "srcset", "data", "poster", "action", "href")}
            of_people = {"href"} if tag == "a" else set()  # what is followed when somebody clicks
            asking += [
                (path.name, tag, link)
                for name, link in links.items()
                if urlsplit(link).netloc and name not in of_people
            ]
    fetched = re.compile(r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^)\"']+)")
    for path in site.rglob("*.css"):
        asking += [(path.name, "css", each) for each in fetched.findall(path.read_text(encoding="utf-8"))]
    assert asking == []
    assert len(list(site.rglob("*.css"))) > 2


def leads(path: Path, link: str) -> bool:
    """Whether a link on a page leads to a file, and to a place that is there."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True  # to somebody else; the test above knows which of these are asked for
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
    place = unquote(parts.fragment)
    return target.is_file() and (target.suffix != ".html" or not place or place in parsed(target).ids)


def test_every_link_of_the_manual_leads_somewhere(site: Path) -> None:
    lost = [
        (path.relative_to(site).as_posix(), attrs[name])
        for path in pages(site)
        if path.name != "404.html"  # its links start from the top of a host, which there is none of
        for _, attrs in parsed(path).tags
        for name in ("href", "src")
        if name in attrs and not leads(path, attrs[name])
    ]
    assert lost == []


def test_both_languages_hold_the_same_pages_and_lead_to_each_other(site: Path) -> None:
    english = {path.relative_to(site).as_posix() for path in pages(site) if path.relative_to(site).parts[0] != "zh"}
    chinese = {path.relative_to(site / "zh").as_posix() for path in pages(site / "zh")}
    assert english == chinese
    for name in english - {"404.html"}:
        for lang in LANGS:
            other: Lang = "en" if lang == "zh" else "zh"
            path = in_language(site, lang) / name
            links = [attrs["href"] for tag, attrs in parsed(path).tags if tag == "a" and attrs.get("hreflang") == other]
            assert [(path.parent / link).resolve() for link in links] == [(in_language(site, other) / name).resolve()]


def test_the_site_speaks_the_language_of_its_pages(site: Path) -> None:
    english_titles = {"index.html", "json.html", "judgement.html", "404.html"}  # "poalint", and what is English only
    for path in pages(site):
        lang: Lang = "zh" if path.relative_to(site).parts[0] == "zh" else "en"
        assert next(attrs["lang"] for tag, attrs in parsed(path).tags if tag == "html") == lang
        titled = re.search(r"<h1[^>]*>(.*?)</h1>", path.read_text(encoding="utf-8"), re.DOTALL)
        assert titled, path
        of_signal = path.parent.name == "signals" and path.stem != "index"
        if not of_signal and path.relative_to(in_language(site, lang)).as_posix() not in english_titles:
            assert bool(CHINESE.search(titled[1])) == (lang == "zh"), path


def test_everything_has_a_page(site: Path, knowledge: Knowledge) -> None:
    wanted = {f"rules/{rule.spec.id}.html" for rule in knowledge.rules}
    wanted |= {f"signals/{source.spec.signal}.html" for source in knowledge.sources}
    wanted |= {f"violations/{name}.html" for name in knowledge.facts.profiles}
    wanted |= {"rules/index.html", "signals/index.html", "violations/index.html"}
    wanted |= {"targets.html", "disputes.html", "commands.html"}
    for lang in LANGS:
        there = {path.relative_to(in_language(site, lang)).as_posix() for path in pages(in_language(site, lang))}
        assert wanted <= there


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_says_what_explain_says(site: Path, lang: Lang) -> None:
    for card in cards(lang=lang):
        page = said(in_language(site, lang) / "rules" / f"{card.id}.html")
        for section in sections(card, lang):
            for text in (*re.split(r"\n\s*\n", section.text), *(point.text for point in section.points)):
                assert one_line(text) in page, (card.id, section.title)
        printed = one_line(run("explain", "--lang", lang, card.id, width=10_000).out)
        for section in sections(card, lang):
            for text in (section.title, section.text, *(f"{point.text}" for point in section.points)):
                assert one_line(_TURNS.sub(_told, text)) in printed, (card.id, section.title)


def test_a_page_of_a_signal_holds_its_cues_examples_and_users(site: Path, knowledge: Knowledge) -> None:
    for source in knowledge.sources:
        spec = source.spec
        page = said(site / "signals" / f"{spec.signal}.html")
        for text in (spec.about, *(each.why for each in (*spec.any, *spec.unless))):
            assert one_line(text) in page
    users = {"denied-fault", "no-admission"}
    links = {Path(attrs["href"]).stem for tag, attrs in parsed(site / "signals" / "denial.html").tags if tag == "a"}
    assert users <= links


def test_targets_stand_with_their_sources(site: Path, knowledge: Knowledge) -> None:
    page = said(site / "targets.html")
    for metric in knowledge.facts.metrics.values():
        assert f"{metric.right[0]:g}%" in page
        assert one_line(metric.source.en) in page


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_of_commands_prints_their_help(lang: Lang) -> None:
    page = Contents(lang).pages()["commands.md"]
    for name, module in COMMANDS.items():
        assert f"(#poalint-{name})" in page
        inner = getattr(import_module(module).command, "commands", {})
        for called in ([name], *([name, each] for each in inner)):
            help_ = run("--lang", lang, *called, "--help", width=90)
            assert help_.status == 0
            assert f"```text\n{help_.out.strip()}\n```" in page


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_on_disputes_holds_what_tells_one_and_its_rules(lang: Lang, knowledge: Knowledge) -> None:
    page = html.unescape(Contents(lang).pages()["disputes.md"])
    marks = knowledge.letter_marks
    for name, weight in (*marks.marks.items(), *marks.plan.items()):
        assert re.search(rf"signals/{name}\.md\).* \| {weight:g} \|", page)
    assert all(f"<code>{name}</code>" in page for name in marks.needs)
    listed = re.findall(r"\(rules/([\w-]+)\.md\)", page)
    assert sorted(listed) == sorted(rule.spec.id for rule in knowledge.rules if "dispute" in rule.spec.letters)
    assert listed[0] == "heated-dispute"


@pytest.mark.parametrize("lang", LANGS)
def test_where_a_page_names_one_that_is_made_the_manual_links_it(lang: Lang, site: Path) -> None:
    folder, built = (ROOT / "docs", site) if lang == "en" else (ROOT / "docs" / "zh", site / "zh")
    found = set()
    for page in folder.glob("*.md"):
        text = page.read_text(encoding="utf-8")
        if (made := linked(text, lang)) == text:
            continue
        added = set(re.findall(r"\]\(([^\s()]+)\.md\)", made)) - set(re.findall(r"\]\(([^\s()]+)\.md\)", text))
        links = {
            attrs["href"] for tag, attrs in parsed(built / f"{page.stem}.html").tags if tag == "a" if "href" in attrs
        }
        assert {f"{each}.html" for each in added} <= links
        found |= added
    assert found == {path.removesuffix(".md") for path in MADE[lang].values()}, "every name in the table is in use"
    pages = Contents(lang).pages()
    titles = {html.unescape(pages[path].split("\n")[0]): path for path in MADE[lang].values() if path in pages}
    assert titles == {f"# {name}": path for name, path in MADE[lang].items() if path in pages}


# -- what pages are made of -------------------------------------------------------------------------------


VIOLATION = {
    "violation": "loud-packaging",
    "title": {"en": "Loud packaging", "zh": "包装太响"},
    "about": {"en": "The box | rattles <b>.", "zh": "盒子会响。"},
    "found_by": {"strong": ["loud box"]},
    "metrics": ["order-defect-rate"],
    "expects": [{"text": {"en": "how loud", "zh": "有多响"}, "source": "a forum", "date": "May 2026"}],
    "evidence": [
        {
            "text": {"en": "the level", "zh": "分贝"},
            "source": "a lab",
            "date": "2026",
            "any_of": ["meter"],
            "asked": True,
        }
    ],
    "causes": [{"en": "Was it empty?", "zh": "是空的吗？"}],
    "remedies": [{"en": "fill it", "zh": "填满"}],
    "unfit": [
        {
            "words": ["ear plug"],
            "because": {"en": "the box stays loud", "zh": "盒子还是响"},
            "instead": {"en": "Fill it.", "zh": "把它填满。"},
            "source": "a buyer",
            "date": "2026",
        }
    ],
    "prompts": {
        part: [{"en": f"{part} question?", "zh": f"{part} 的问题？"}]
        for part in ("opening", "cause", "corrective", "preventive", "evidence")
    },
}


@pytest.mark.parametrize("lang", LANGS)
def test_a_violation_of_a_pack_has_all_that_its_file_holds(tmp_path: Path, lang: Lang) -> None:
    (tmp_path / "violations").mkdir()
    papers = {"documents": {"meter": {"title": {"en": "a meter", "zh": "仪表"}, "words": ["meter"]}}}
    for name, content in (
        ("pack.yaml", {"name": "mine", "version": "1.0.0", "about": "a test"}),
        ("documents.yaml", papers),
        ("violations/loud-packaging.yaml", VIOLATION),
    ):
        (tmp_path / name).write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    contents = Contents(lang, find([str(tmp_path)]))
    page = html.unescape(contents.pages()["violations/loud-packaging.md"])

    def texts(value: object) -> Iterator[str]:
        if isinstance(value, dict) and set(value) == {"en", "zh"}:
            yield value[lang]
        elif isinstance(value, dict | list):
            for each in value.values() if isinstance(value, dict) else value:
                yield from texts(each)

    for text in (*texts(VIOLATION), *texts(papers), "a forum", "May 2026", "1%"):
        assert text in page
    assert "violations/loud-packaging.md" in str(contents.nav())
    assert "loud-packaging.md" in contents.pages()["violations/index.md"]


def test_the_demands_of_every_kind_are_told_in_both_languages() -> None:
    assert set(COUNTED) == set(FIGURES)
    told = {card.check["kind"]: demands(card, "en") for card in cards()}
    assert all(told.values())
    assert set(told) <= set(KINDS)
    for card in cards(lang="zh"):
        for section in sections(card, "zh"):
            assert not section.title or CHINESE.search(section.title), section.title
            for point in section.points:
                assert CHINESE.search(point.text), (card.id, point)


def test_what_is_not_looked_at_is_told_of_each_rule() -> None:
    plans, disputes = (
        {card.id for card in cards() for point in leaves_alone(card, "en") if point.text.startswith(start)}
        for start in ("Plans:", "Letters that dispute the finding:")
    )
    letters = {card.id: set(card.letters) for card in cards()}
    assert plans == {name for name, some in letters.items() if some == {"dispute"}}
    assert disputes == {name for name, some in letters.items() if some == {"plan"}}
    assert plans
    assert disputes < set(letters) - plans


def test_what_a_rule_lets_pass_is_told_from_its_fields() -> None:
    told = {
        card.id: {point.signal or point.text for each in sections(card, "en") for point in each.points}
        for card in cards()
    }
    assert {"own-fault-words", "denial", "hedged-admission"} <= told["hedged-admission"]
    assert "A figure that is told as a limit of your own, or as the rate that you had." in told["wrong-target"]
    assert "1000 is the most." in told["too-long"]


@pytest.mark.parametrize(
    "text", ["a | b", "<b>", "*x* _y_ `z`", "[a](b)", "1. one", "# x", "a\n\nb", "&amp;", "{{ x }}"]
)
def test_what_is_quoted_is_no_markup(text: str) -> None:
    shown = plain(text)
    assert not re.search(r"[|<>*_`\[\]{}]|^[#-]|\n", shown)
    assert html.unescape(shown) == one_line(text)


def test_code_in_a_text_is_marked_and_the_spaces_around_it_stay() -> None:
    shown = html.unescape(ticked("a file\n`x/<y>` *here*, `z`"))
    assert shown == "a file <code>x/<y></code> *here*, <code>z</code>"


# -- references checked against the code ------------------------------------------------------------------


def test_the_reference_of_clauses_names_every_field_and_every_value() -> None:
    known = {field.name: field for field in fields()}
    left_out = {"start", "end", "hits"}  # places, not demands
    assert set(known) == {each.name for each in fields_of(Clause)} - left_out
    for name, values in (
        ("party", model.Party), ("time", model.Time), ("polarity", model.Polarity), ("assertion", model.Assertion),
        ("aspect", model.Aspect), ("voice", model.Voice),
    ):  # fmt: skip
        assert {value.name for value in known[name].values} == set(get_args(values))
    asked = {key for key, _, _ in keys(signals.ClauseTest)} - {"has", "also", "lacks", "not"}
    assert asked == set(known) - {"tags"}


@pytest.mark.parametrize("field", fields(), ids=lambda field: field.name)
def test_the_sentences_of_the_reference_have_what_they_stand_for(field: Field, read: Callable[[str], Reading]) -> None:
    for value in field.values:
        clauses = [clause for sentence in read(value.example).sentences for clause in sentence.clauses]
        found = [getattr(clause, field.name) for clause in clauses]
        assert any(value.name == each if isinstance(each, str) else value.name in each for each in found), (
            value.example,
            found,
        )


def test_the_reference_of_keys_names_every_model_and_every_key() -> None:
    shown = [each for _, some in FILES for each in some]
    wrappers = {cases.MetricsFile, cases.DocumentsFile}  # names, each with a model that is shown
    there = {
        each
        for module in (allowed, rules, found, signals, packs, cases, outlines)
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, BaseModel) and each.__module__ == module.__name__
    }
    assert {each for each in there if issubclass(each, Strict)} - wrappers | {tables.LetterFile} == set(shown)
    written = load_yaml(ROOT / "manual" / "keys.yaml")
    known = meanings()
    assert set(known) == set(written) == {each.__name__ for each in (*shown, *CONFIGURATION)}
    every: list[type[BaseModel]] = [*shown, *CONFIGURATION]
    for each in every:
        model = known[each.__name__]
        told = {key for one in each.__mro__ for key in written.get(one.__name__, {}).get("keys", ())}
        assert set(model.keys) == told == {key for key, _, _ in keys(each)}
        assert model.title.en
        assert model.title.zh
        for meaning in (model.about, *model.keys.values()):
            assert meaning.en
            assert CHINESE.search(meaning.zh)


def test_the_built_in_pack_is_what_the_manual_shows() -> None:
    assert Contents("en").pages() == Contents("en", [built_in()]).pages()
