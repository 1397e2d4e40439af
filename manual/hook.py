"""What MkDocs calls while it builds the manual: generated pages, contents, the way to the other language."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from contents import Contents
from links import linked
from poalint.places import rules_folder
from poalint.speech import LANGS, Lang

_DOCS = Path(__file__).resolve().parents[1] / "docs"
_NAMES = {"en": "English", "zh": "中文"}
_ONLY_ENGLISH = ("json.md", "judgement.md")
_NOTE = '!!! note ""\n    这一页只有英文。\n\n'
_TO = "alternate:"
_SHARED = ("judgement.svg", "style.css")


def language(config: MkDocsConfig) -> Lang:
    """The language that is being built."""
    return next(lang for lang in LANGS if lang == config.theme["language"])


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put all pages into the table of contents."""
    config.nav = Contents(language(config)).nav()
    return config


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> Any:
    """Build anew when a rule changes."""
    server.watch(str(rules_folder()))
    return server


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages made of the rules; to the Chinese manual also what only the English one holds."""
    lang = language(config)
    for path, text in Contents(lang).pages().items():
        files.append(File.generated(config, path, content=text))
    if lang != "en":
        for name in _ONLY_ENGLISH:
            files.append(File.generated(config, name, content=_NOTE + (_DOCS / name).read_text(encoding="utf-8")))
        for name in _SHARED:
            files.append(File.generated(config, name, abs_src_path=str(_DOCS / name)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """On a page kept by hand, make links of the names of pages that are made of the rules."""
    return markdown if page.file.generated_by else linked(markdown, language(config))


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
    """Offer each language; where it leads is filled in below: MkDocs makes no links to what it does not build."""
    config.extra["alternate"] = [{"name": _NAMES[lang], "lang": lang, "link": f"{_TO}{lang}"} for lang in LANGS]
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Let the choice of language lead to the same page in the other one: both hold the same pages."""
    at = posixpath.dirname(_address(page.url, language(config))) or "."
    for lang in LANGS:
        output = output.replace(f'"{_TO}{lang}"', f'"{posixpath.relpath(_address(page.url, lang), at)}"')
    return output


def _address(url: str, lang: Lang) -> str:
    """Where a page stands in the folder that holds both manuals."""
    return url if lang == "en" else f"{lang}/{url}"
