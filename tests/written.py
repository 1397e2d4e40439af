"""What a format of check writes, without a terminal or a model, and reports of any words to write."""

from dataclasses import replace

from hypothesis import strategies as st

from poalint.errors import DraftError, PoalintError
from poalint.formats import writer_for
from poalint.formats.lines import visible
from poalint.formats.tally import Tally
from poalint.formats.writer import About
from poalint.model import PILLARS, SEVERITIES, Draft, Finding, LeftOut, Mark, Miss, Pillar, Report, RuleInfo, Spot
from poalint.speech import Lang, Phrase

HOSTILE = (
    "]]>", "::error::x", "\n::error file=a,line=1::x", "%0A", "<script>", "--><b>", "[bold]x[/bold]", "{0}", "[a](1)",
    "`", "``x", "|", "@octocat", "#12", "=1+1", "-1", "+1", "@SUM(1)", "\t=1", "\r=1", "\x00", "\x07", "\x1b[31m",
    "\x85", "\u202e", "\u2028", "\ufeff", "\ufffe", "\ud800", "\U0001f600", "e\u0301", "\u4fe1", "\uff1d1", '"', "'",
    ",", ";", "&amp;", "\r\n", " ", "word", "https://x.example",
)  # fmt: skip
WORDS = st.lists(st.sampled_from(HOSTILE), max_size=6).map("".join) | st.text(max_size=20)
RULE = RuleInfo("some-rule", "A title", "root-cause", "denial", "error", "Because.", advice="Mend it.")


def finding(
    draft: str, start: int | None = None, end: int | None = None, words: str = "", points: float = 1, **changed: object
) -> Finding:
    """A finding of a rule in a draft's text, ``words`` wherever a finding may hold the draft's own."""
    fields: dict[str, object] = {
        "rule": RULE.id, "pillar": RULE.pillar, "flag": RULE.flag, "severity": "error", "points": points,
        "message": f"\u201c{words}\u201d is wrong.", "advice": f"Strike {words}.", "cue": words, "start": start,
        "end": end, "title": RULE.title, "fingerprint": f"{len(draft):016x}",
    }  # fmt: skip
    return Finding(**(fields | changed))  # type: ignore[arg-type] # complete by construction


def report(
    path: str, text: str, *findings: Finding, left_out: tuple[LeftOut, ...] = (), misses: tuple[Miss, ...] = ()
) -> Report:
    pillars = tuple(Pillar(name, "pass", 20, 20) for name in PILLARS)
    other = RuleInfo("other-rule", "Another", None, None, "note", "Why not.")
    draft, rules = Draft(path, text), (RULE, other)
    return Report(
        draft, 50, "revise", pillars, (), (), findings, rules=rules, left_out=left_out, misses=misses
    )  # fmt: skip


@st.composite
def reports(draw: st.DrawFn, words: st.SearchStrategy[str] = WORDS, paths: st.SearchStrategy[str] = WORDS) -> Report:
    text = draw(words)
    found = []
    for severity in draw(st.lists(st.sampled_from(SEVERITIES), max_size=3)):
        start = draw(st.none() | st.integers(0, len(text)))
        end = None if start is None else draw(st.integers(start, len(text)))
        found.append(finding(text, start, end, draw(words), severity=severity))
    allowed = [LeftOut(finding(text, words=draw(words)), "allowed", draw(words))] if draw(st.booleans()) else []
    known = [LeftOut(finding(text, words=draw(words)), "known")] if draw(st.booleans()) else []
    left_out = (*allowed, *known)
    missed = (Miss("min-score", Phrase("the score is {score}", score=draw(st.integers(0, 100)))),)
    misses = draw(st.sampled_from(((), missed)))
    made = report(draw(paths) or "x.txt", text, *found, left_out=left_out, misses=misses)
    remarks = tuple(draw(st.lists(words, max_size=2)))
    spots = (Spot(0, page=2, paragraph=3),) if draw(st.booleans()) else ()
    marks = draw(st.lists(st.builds(Mark, st.sampled_from(["heading", "list-item", "markup"]), st.integers(0, 3),
                                    st.integers(3, 9)), max_size=1))  # fmt: skip
    return replace(made, draft=replace(made.draft, spots=spots, marks=tuple(marks), remarks=remarks))


def errors(words: st.SearchStrategy[str] = WORDS) -> st.SearchStrategy[PoalintError]:
    return st.builds(
        lambda path, word: DraftError(path, Phrase("no {what} is called {name!r}", what="rule", name=word), word),
        st.just("gone.txt"),
        words,
    )


def written(name: str, *outcomes: Report | PoalintError, lang: Lang = "en") -> str:
    """What stands in the file of a format after these outcomes."""
    tally = Tally((("poalint", "1"), ("acme", "2")))
    made = writer_for(name)(About(tally, 80, lang))
    lines = list(made.begin())
    for outcome in tally.watch(outcomes):
        lines += made.add(outcome)
    lines += made.end()
    return "".join("".join(visible(text) for text, _ in each.parts) + each.ending for each in lines)
