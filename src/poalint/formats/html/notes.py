"""What is told of a finding: what is wrong, what to write instead, and why a reviewer minds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from poalint.formats.html.elements import Child, Markup, tag
from poalint.formats.html.letter import badge
from poalint.formats.html.marks import Numbered
from poalint.formats.lines import number
from poalint.model import Finding, LeftOut, RuleInfo
from poalint.speech import Lang, Phrase, render, translated


class Notes:
    """The notes on one draft's findings. ``name`` begins every id.

    What a rule always says is told in full once, at the first of its findings; later ones lead there.
    """

    def __init__(self, findings: Iterable[Numbered], rules: Iterable[RuleInfo], name: str, lang: Lang) -> None:
        self._rules: Mapping[str, RuleInfo] = {rule.id: rule for rule in rules}
        self._name, self._lang = name, lang
        self._first: dict[tuple[str, str], int] = {}
        for each in findings:
            self._first.setdefault((each.finding.rule, each.finding.advice), each.number)

    def note(self, each: Numbered) -> Markup:
        """The note on one finding, an item of a list."""
        finding, own = each.finding, f"{self._name}-n{each.number}"
        says = _more_than_title(finding, self._lang)
        # without words to lead back to, the number leads to the note itself
        to = f"{self._name}-m{each.number}" if each.place else own
        head = tag(
            "p",
            badge(each, f"{own}-back", to, self._lang),
            tag("span", translated(finding.severity, self._lang), class_="kind"),
            tag("span", render(each.where, self._lang), class_="at") if each.where else None,
            tag("span", f"\N{MINUS SIGN}{number(finding.points)}", class_="cost") if finding.points else None,
            tag("strong", finding.title or finding.rule, id=None if says else f"{own}-says"),
            class_="head",
        )
        shown = [head, tag("p", says, id=f"{own}-says") if says else None, *self._rest(each)]
        return tag("li", shown, class_=f"finding {finding.severity}", id=own, data_n=each.number)

    def _rest(self, each: Numbered) -> Sequence[Child]:
        finding, lang = each.finding, self._lang
        first = self._first[finding.rule, finding.advice]
        cue = _named(translated("cue", lang), finding.cue, "cue") if finding.cue else None
        if first != each.number:
            said = render(Phrase("What to write instead: see {number}", number=first), lang)
            return tag("p", tag("a", said, href=f"#{self._name}-n{first}"), class_="again"), cue
        rule = self._rules.get(finding.rule)
        why = tag("p", rule.why) if rule and rule.why else None
        title = translated("Why a reviewer minds" if why else "More", lang)
        more = tag("details", tag("summary", title), why, cue, _named(translated("rule", lang), finding.rule, "rule"))
        return _named(translated("Instead", lang), finding.advice, "advice"), more


def left_out(asides: Sequence[LeftOut], lang: Lang) -> Markup | None:
    """The findings that do not count, each with the reason; None where there are none."""
    if not asides:
        return None
    title = render(Phrase("Left out of the score: {number}", number=len(asides)), lang)
    items = (
        tag(
            "li",
            tag("strong", each.finding.title or each.finding.rule),
            (" ", _more_than_title(each.finding, lang)),
            _by(each, lang),
        )
        for each in asides
    )
    return tag("details", tag("summary", title), tag("ul", items), class_="left-out")


def _by(aside: LeftOut, lang: Lang) -> Markup:
    if aside.by == "known":
        said = Phrase("Known from the baseline.")
    elif aside.reason:
        said = Phrase("Allowed: {reason}", reason=aside.reason)
    else:  # a redacted report has no reasons
        said = Phrase("Allowed.")
    return tag("span", render(said, lang), class_="why")


def _more_than_title(finding: Finding, lang: Lang) -> str:
    """The message; empty where it is the title over again, as in a redacted report."""
    return "" if finding.message == render(Phrase("{title}.", title=finding.title), lang) else finding.message


def _named(name: str, text: str, class_: str) -> Markup:
    return tag("p", tag("b", name), " ", text, class_=class_)
