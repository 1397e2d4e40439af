"""Text to blocks: headings, paragraphs, list items, table rows, quotations, greeting and signature.

A block's role comes from the heading above it or from its lead-in; where there is neither, ``roles`` decides later from
what the sentences do. Lines are told apart here, `folding` makes each block's text fit to parse.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from poalint.folding import EntityForm, fold
from poalint.model import Block, Kind, Role

_BULLET = re.compile(
    r"[ \t\u3000]*(?:(?:[-*+\u2022\u00b7\u25e6\u25aa\u25cf\u25cb\u2192\u27a2\u2713\u2714\u2705\u2013\u2014>]|--|->|=>|o(?=[ \t]+\S))[ \t]+"
    r"|[\u2022\u00b7\u25aa\u25cf\u2192\u2713\u2714](?=\w)|[\u2460-\u2473][ \t]*|\(?\d{1,2}(?:\.\d)?[.):][ \t]+|\d{1,2}\)(?=\w)"
    r"|\(?[a-zA-Z][.)][ \t]+|\(?[ivxIVX]{1,4}[.)][ \t]+|(?:Step|step|STEP) \d+[.:)][ \t]+|\[[ xX]\][ \t]+|(?:QUESTION|Question|ANSWER|Answer|PART|Part|SECTION|Section|Q|A)[ ]?\d{1,2}[.:)]?[ \t]+(?:[-\u2013\u2014][ \t]+)?)"
)
_MARKDOWN_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+")
_EMPHASISED = re.compile(r"[ \t]*(?:\*\*|__)[^*_]+(?:\*\*|__):?[ \t]*$")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_RULER = re.compile(r"[ \t]*[-=_*~#+|\u2014\u2500 ]{3,}[ \t]*$")
_RUN_IN = re.compile(r"[ \t*]*(?P<head>[^:.!?\n]{3,70}?)[ \t*]*(?P<stop>[:.?\uff1a]|[ \t][\u2013\u2014-])[ \t*]+(?=\S)")
_TELLS = re.compile(r"\b(?:we|i|is|was|were|are|it|this|have|has|had|will)\b", re.IGNORECASE)
_ASKS = re.compile(r"(?:from )?(?:how|what|why|where)\b", re.IGNORECASE)
_TABLE = re.compile(r"[^|\n]*\|[^\n]*\||[^\t\n]+\t[^\t\n]*\S|\S[^\n]*?\S {3,}\S[^\n]*?\S {3,}\S")
_TERMINAL = re.compile(r"[.!?;,][\"')\]\u201d\u2019]*[ \t]*$")
_SENTENCE_GAP = re.compile(r"(?<=[.!?])\s+(?=\S)")
_ITEM_IN_LINE = re.compile(r"(?<=[\s:;.,])(?=(?:\(?\d{1,2}\)|[\u2460-\u2473]|\u2022)[ \t]?\S)")
_FINITE = re.compile(r"\b(?:was|were|is|are|has|have|had|will|must|can|be)\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z']+")

_TITLES = ("opening", "closing")
"""Headings of these roles (a subject line, "Plan of Action") say nothing of what stands under them."""

_LONGEST = 4_000
"""Longer paragraphs (in characters) are parsed in pieces: the parser's memory grows with the length of a text."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The words that tell the parts of a letter, compiled from ``rules/structure.yaml``."""

    headings: tuple[tuple[Role, re.Pattern[str]], ...]
    salutation: re.Pattern[str]
    valediction: re.Pattern[str]
    notice: re.Pattern[str]
    notice_lead: re.Pattern[str]
    own_voice: re.Pattern[str]
    lead_times: tuple[tuple[str, re.Pattern[str]], ...]
    elliptical: frozenset[str]
    forms: tuple[EntityForm, ...]

    def time_of(self, lead: str) -> str:
        """When the items under a heading or lead-in happen: "done", "planned", or ""."""
        return next((time for time, pattern in self.lead_times if pattern.search(lead)), "")

    def role_of(self, heading: str) -> Role:
        """The role that a heading's words name, or ""."""
        folded = heading.replace("\u2019", "'")
        return next((role for role, pattern in self.headings if pattern.search(folded)), "")


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    text: str


@dataclass(slots=True)
class _Piece:
    """A block in the making: source span, and what has been told about it."""

    kind: Kind
    start: int
    end: int
    role: Role = ""
    quoted: bool = False
    run_in: bool = False


def blocks(text: str, layout: Layout) -> tuple[Block, ...]:
    """Cut a draft's text into blocks, in reading order."""
    pieces = _Cutter(text, layout).pieces()
    made: list[Block] = []
    heading = lead = -1
    role: Role = ""
    heading_time = lead_time = ""
    run_in = False
    for piece in pieces:
        content = text[piece.start : piece.end]
        if piece.kind == "heading":
            own = layout.role_of(content)
            role = own if own not in _TITLES else ""
            piece.role, heading, lead, run_in = own, len(made), -1, piece.run_in
            heading_time, lead_time = layout.time_of(content), ""
        elif piece.kind not in ("list-item", "table-row"):
            lead, lead_time = -1, ""
        subject = "We " if piece.kind in ("list-item", "paragraph") and _lacks_subject(content, layout) else ""
        folded = fold(text, piece.start, piece.end, layout.forms, subject)
        if not folded.text.strip(" -=.|"):
            continue
        is_lead = piece.kind == "paragraph" and content.rstrip().endswith((":", "\uff1a"))
        own_role = piece.role or (layout.role_of(content.rsplit(".", 1)[-1]) if is_lead else "") or role
        if piece.kind in ("salutation", "signature", "quote"):
            own_role = ""
        made.append(
            Block(len(made), piece.kind, own_role, piece.start, piece.end, folded.text, folded.offsets,
                  heading, lead, piece.quoted, run_in, lead_time or heading_time, folded.entities)
        )  # fmt: skip
        if is_lead:
            lead, lead_time = len(made) - 1, layout.time_of(content)
            role = own_role
    return tuple(made)


def _lacks_subject(content: str, layout: Layout) -> bool:
    """Whether an item starts with a bare past form ("Removed 12 listings"), which the parser would misread."""
    words = _WORD.findall(content[:160])
    if len(words) < 2 or not (words[0].lower() in layout.elliptical or re.fullmatch(r"[A-Za-z]{2,}ed", words[0])):
        return False
    first_clause = re.split(r"[.;:]", content, maxsplit=1)[0]
    return not _FINITE.search(first_clause)


def _bare(content: str) -> str:
    """A line without the marks of emphasis and the number that a heading may carry."""
    stripped = content.strip().strip("*_#= ").rstrip()
    marker = _BULLET.match(stripped)
    return stripped[marker.end() :] if marker and marker.end() < len(stripped) else stripped


def _marker_class(line: str) -> str:
    """The kind of a line's list marker: digits and letters stand for their kind, "" is no marker."""
    match = _BULLET.match(line)
    return re.sub(r"[a-z]", "a", re.sub(r"[A-Z]", "A", re.sub(r"\d+", "1", match[0].strip()))) if match else ""


class _Cutter:
    """Walks the lines once and gathers them into pieces."""

    def __init__(self, text: str, layout: Layout) -> None:
        self.text = text
        self.layout = layout
        self.lines = [_Line(m.start(1), m.end(1), m[1]) for m in _LINE.finditer(text)]
        self.out: list[_Piece] = []
        self.open: _Piece | None = None

    def pieces(self) -> list[_Piece]:
        signing = False
        last = self._last_content()
        tail = self._tail()
        for number, line in enumerate(self.lines):
            if not line.text.strip() or _RULER.match(line.text):
                self.open = None
                continue
            if signing or number >= tail or self._signs(line, number, last):
                signing = True
                self._add("signature", line.start, line.end)
                continue
            self._take(line, number)
        self._mark_quotations()
        return [part for piece in self.out for part in self._split(piece)]

    def _take(self, line: _Line, number: int) -> None:
        quote = re.match(r"[ \t]*>+[ \t]?", line.text)
        if quote:
            return self._extend_or_add("quote", line.start + quote.end(), line.end, quoted=True)
        marker = _MARKDOWN_HEADING.match(line.text)
        bullet = None if marker else _BULLET.match(line.text)
        begin = line.start + (marker or bullet).end() if (marker or bullet) else line.start  # type: ignore[union-attr] # one of them matched
        content = self.text[begin : line.end]
        if len(self.out) < 3 and not bullet and self._salutes(content):
            return self._add("salutation", line.start, line.end)
        if marker or self._is_heading(content, number, bool(bullet)):
            return self._add("heading", begin, line.end)
        run_in = self._run_in(content)
        if run_in:
            self._add("heading", begin, begin + run_in)
            self.out[-1].run_in = True
            self.open = None
            begin += re.match(r"[\s:.?*\uff1a\u2013\u2014-]*", self.text[begin + run_in : line.end]).end() + run_in  # type: ignore[union-attr] # matches the empty string too
            bullet = None
            content = self.text[begin : line.end]
        if bullet:
            self._add("list-item", begin, line.end)
            self.open = self.out[-1]
        elif _TABLE.match(content):
            self._add("table-row", begin, line.end)
        elif self._continues(line):
            assert self.open is not None
            self.open.end = line.end
        else:
            self._add("paragraph", begin, line.end)
            self.open = self.out[-1]
        return None

    def _add(self, kind: Kind, start: int, end: int, quoted: bool = False) -> None:
        self.open = None
        self.out.append(_Piece(kind, start, end, quoted=quoted))

    def _extend_or_add(self, kind: Kind, start: int, end: int, quoted: bool) -> None:
        if self.open and self.open.kind == kind:
            self.open.end = end
        else:
            self._add(kind, start, end, quoted)
            self.open = self.out[-1]

    def _continues(self, line: _Line) -> bool:
        """Whether an unmarked line goes on with the open paragraph or item."""
        if not self.open or self.open.kind not in ("paragraph", "list-item"):
            return False
        before = self.text[self.open.start : self.open.end].rstrip()
        if before.endswith((":", "\uff1a")):
            return False
        if self.open.kind == "paragraph":
            return True
        indented = line.text[:1].isspace()
        return indented or line.text.lstrip()[:1].islower() or not _TERMINAL.search(before)

    def _is_heading(self, content: str, number: int, bulleted: bool) -> bool:
        emphasised = bool(_EMPHASISED.match(content))
        content = _bare(content)
        words = content.split()
        stripped = content.strip().rstrip(":\uff1a")
        if not words or len(words) > 22 or "|" in content or "\t" in content.strip() or re.search(r"[.!][\"')]?\s*$|[.!] [A-Z]", content.strip()):
            return False
        if emphasised and len(words) <= 14:
            return True
        alone = self._blank(number - 1) and not (self._blank(number + 1) and number + 1 >= len(self.lines))
        closes = content.rstrip().endswith((":", "\uff1a", "?"))
        named = bool(self.layout.role_of(stripped))
        letters = [c for c in stripped if c.isalpha()]
        capitals = len(letters) > 3 and sum(c.isupper() for c in letters) > 0.8 * len(letters)
        if bulleted:
            heads = closes or capitals or not self._item_of_a_list(number)
            return named and len(words) <= 14 and heads and content[-1:] not in ";," and self._starts_section(number)
        if capitals and len(words) <= 12 and (alone or named):
            return True
        if self.open and not closes and not named:
            return False
        if closes and named:
            return not (self.open and self.open.kind == "paragraph" and not _TERMINAL.search(self.text[self.open.start : self.open.end]))
        if named and len(words) <= 14:
            return self._starts_section(number) and not self._hangs_on(number)
        if alone and len(words) <= 8 and not closes and not re.search(r"[,;]", stripped):
            return self._starts_section(number) and stripped[:1].isupper() and number > 0
        return alone and content.rstrip().endswith("?") and len(words) <= 18

    def _item_of_a_list(self, number: int) -> bool:
        """Whether a marked line has a neighbour (blank lines apart) that is marked in the same way."""
        own = _marker_class(self.lines[number].text)
        after = next((line.text for line in self.lines[number + 1 :] if line.text.strip()), "")
        before = next((line.text for line in reversed(self.lines[:number]) if line.text.strip()), "")
        return own in (_marker_class(after), _marker_class(before))

    def _starts_section(self, number: int) -> bool:
        """Whether something stands under this line that it could be the heading of."""
        return any(line.text.strip() for line in self.lines[number + 1 : number + 3])

    def _hangs_on(self, number: int) -> bool:
        """Whether the line before is an unfinished line of running text (a hard wrap)."""
        before = self.lines[number - 1].text if number else ""
        return bool(before.strip()) and len(before) > 45 and not re.search(r"[.!?:]\W*$", before.strip())

    def _run_in(self, content: str) -> int:
        """The length of a heading that its text follows on the same line ("Root cause: ..."), or 0."""
        match = _RUN_IN.match(content)
        if not match or len(match["head"].split()) > (6 if match["stop"] == "." else 9):
            return 0
        if not self.layout.role_of(match["head"]):
            return 0
        if _TELLS.search(match["head"]) and not _ASKS.match(match["head"]):
            return 0
        return match.end("head")

    def _salutes(self, content: str) -> bool:
        return len(content.split()) <= 9 and bool(self.layout.salutation.match(content.strip()))

    def _signs(self, line: _Line, number: int, last: int) -> bool:
        """Whether this line begins the signature: a valediction within the last lines."""
        stripped = line.text.strip()
        return last - number <= 8 and len(stripped.split()) <= 5 and bool(self.layout.valediction.match(stripped))

    def _tail(self) -> int:
        """The line from which on only names, places and the like stand: the signature without a valediction."""
        tail = len(self.lines)
        for number in range(len(self.lines) - 1, max(len(self.lines) - 9, 0), -1):
            text = self.lines[number].text.strip()
            if not text:
                continue
            name = text[:1].isupper() or text[:1] in "[-\u2013\u2014"
            short = len(text.split()) <= 7 and not re.search(r"[.!?:;]$|\d{1,2} [A-Z]", text)
            if not (name and short) or (_BULLET.match(text) and not re.match(r"[A-Z]\. [A-Z]\w+$", text)) or "|" in text:
                break
            tail = number
        return tail if tail > 0 and self._blank(tail - 1) else len(self.lines)

    def _last_content(self) -> int:
        return max((n for n, line in enumerate(self.lines) if line.text.strip()), default=0)

    def _blank(self, number: int) -> bool:
        return not 0 <= number < len(self.lines) or not self.lines[number].text.strip() or bool(_RULER.match(self.lines[number].text))

    def _marked(self, number: int) -> bool:
        return 0 <= number < len(self.lines) and bool(_BULLET.match(self.lines[number].text))

    def _mark_quotations(self) -> None:
        """Amazon's notice, pasted in or quoted after "your notice said:", is not the seller's voice."""
        previous: _Piece | None = None
        for piece in self.out:
            content = self.text[piece.start : piece.end]
            told = previous is not None and self.text[previous.start : previous.end].rstrip().endswith(":")
            led = told and previous is not None and bool(self.layout.notice_lead.search(self.text[previous.start : previous.end]))
            in_marks = bool(re.match(r"\s*[\"\u201c\u00ab\u201e']", content)) and bool(re.search(r"[\"\u201d\u00bb\u201c']\W*$", content))
            if piece.kind in ("paragraph", "list-item") and ((led and in_marks) or self.layout.notice.search(content[:400]) and not self.layout.own_voice.search(content)):
                piece.kind, piece.quoted = "quote", True
            previous = piece

    def _split(self, piece: _Piece) -> Sequence[_Piece]:
        """Items numbered within a line become items; what is too long to parse at once is cut between sentences."""
        content = self.text[piece.start : piece.end]
        cuts: list[int] = []
        kind = piece.kind
        if kind == "paragraph":
            marks = [m.start() for m in _ITEM_IN_LINE.finditer(content)]
            if len(marks) >= 2:
                cuts = marks
        if not cuts and len(content) > _LONGEST:
            return self._pieces_of(piece, self._safe_cuts(content))
        if not cuts:
            return [piece]
        parts = self._pieces_of(piece, cuts)
        for part in parts[1:] if cuts[0] > 0 else parts:
            part.kind = "list-item"
            bullet = _BULLET.match(self.text[part.start : part.end]) or re.match(r"\(?\d{1,2}\)", self.text[part.start : part.end])
            part.start += bullet.end() if bullet else 0
        return [p for p in parts if self.text[p.start : p.end].strip()]

    def _safe_cuts(self, content: str) -> list[int]:
        cuts, at = [], 0
        gaps = [m.end() for m in _SENTENCE_GAP.finditer(content)] or [m.end() for m in re.finditer(r"\s+", content)]
        for gap in [*gaps, len(content)]:
            while gap - at > 2 * _LONGEST:
                at += _LONGEST
                cuts.append(at)
            if gap - at > _LONGEST // 2 and gap < len(content):
                cuts.append(gap)
                at = gap
        return cuts

    def _pieces_of(self, piece: _Piece, cuts: list[int]) -> list[_Piece]:
        edges = [0, *[c for c in cuts if c > 0], piece.end - piece.start]
        return [
            _Piece(piece.kind, piece.start + a, piece.start + b, piece.role, piece.quoted)
            for a, b in zip(edges, edges[1:], strict=False)
        ]

