"""XML of documents, parsed so that it can do no harm: no entities, no other files, no endless nesting."""

from __future__ import annotations

from typing import Any
from xml.parsers import expat

from lxml import etree

from poalint.errors import DraftError
from poalint.limits import Limits, more
from poalint.readers.archive import SAVE_AGAIN, damaged
from poalint.speech import Phrase

Node = Any
"""An element of lxml, which has no types of its own."""


class _Seen(Exception):  # noqa: N818 - it ends a look at the first lines, and is no error
    """What the first lines of the XML hold."""


def parsed(path: str, data: bytes, title: str, limits: Limits) -> Node:
    """The root element. Raises DraftError where the XML is none, declares entities or is nested too deeply.

    ``title`` is what people call the format.
    """
    if _declares(data):
        raise _declared(path)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error):
            raise _too_deep(path, limits) from error
        raise damaged(path, title) from error
    if root.getroottree().docinfo.doctype:
        raise _declared(path)
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limits.nesting:
            raise _too_deep(path, limits)
    return root


def _declares(data: bytes) -> bool:
    """Whether a document type comes before the first element; that is seen before anything is expanded."""

    def stop(what: str) -> None:
        raise _Seen(what)

    look = expat.ParserCreate()
    look.StartDoctypeDeclHandler = lambda *_: stop("type")
    look.StartElementHandler = lambda *_: stop("element")
    try:
        look.Parse(data, True)
    except _Seen as seen:
        return seen.args == ("type",)
    except (expat.ExpatError, ValueError, LookupError):
        return False  # no XML: the parser proper says so
    return False


def _declared(path: str) -> DraftError:
    return DraftError(path, Phrase("its XML declares a document type, as no word processor does"), SAVE_AGAIN)


def _too_deep(path: str, limits: Limits) -> DraftError:
    reason = Phrase("its parts stand in each other more than {count} deep", count=limits.nesting)
    return DraftError(path, reason, more("nesting"))


def local(node: Node) -> str:
    """The name of an element or attribute without its namespace; empty for what is no element."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def plain(node: Node) -> str:
    """All text below an element, white space made single spaces."""
    return " ".join(" ".join(node.itertext()).split())
