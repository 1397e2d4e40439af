"""The peer: what a keyword checker makes of a letter. It knows words; not who did what, or whether at all."""

import re

WORDS = {
    "owning": r"we (?:failed|forgot)|our (?:mistake|error|fault)|responsib|apolog|sorry|acknowledge|admit",
    "cause": r"root cause|\bcauses?\b|caused by|because|due to|reason|as a result|happened",
    "done": r"(?:have|has|we|were|was) (?:\w+ )?(?:remov|refund|delet|clos|replac|chang|updat|train)ed\b",
    "acting": r"\b(?:removed?|refund(?:ed)?|deleted?|improved?|reviewed?|trained?|will)\b",
    "control": r"prevent|in (?:the )?future|going forward|from now on|every (?:day|week)|daily|weekly",
    "planned": r"\bwe (?:will|shall|promise|plan|intend)\b",
    "checkable": r"\d",
}
FLAGS = {
    "placeholder": r"\[[A-Z][^\]]*\]|<[A-Z][^>]*>|X{3,}|_{3,}|\bTBD\b|lorem",
    "emotional-plea": r"\b(?:famil(?:y|ies)|children|beg|livelihood|mercy|desperate|stress|struggling)\b",
    "threat": r"\b(?:lawyers?|attorney|court|sue|legal action|press|media|arbitration)\b",
    "history-padding": r"years (?:of|on|selling)|loyal|always been|positive feedback|rating|since 20\d\d",
    "overpromise": r"100 ?%|never (?:again|happen)|guarantee|zero (?:errors?|defects?)",
    "hedging": r"\b(?:might|maybe|perhaps|possibly|we (?:believe|think)|may have|it seems)\b",
    "denial": r"(?:did|have|done) (?:not|nothing|never) (?:\w+ )?(?:wrong|violated?)|not our fault",
    "blames-amazon": r"(?:amazon|your|bot)\w*(?:'s)? (?:\w+ ){0,2}(?:unfair|wrong|mistake|fault)|unfair",
    "blames-others": r"(?:carrier|courier|supplier|buyer|customer|competitor|employee|UPS|FedEx)\w*(?:'s)? "
    r"(?:\w+ )?(?:fault|mistake|error|failed|lied|lost)",
    "rude": r"ridiculous|incompetent|stupid|joke|shame on|nonsense",
    "shouting": r"(?-i:\b[A-Z]{4,}\b[ ,]+\b[A-Z]{3,}\b)|!{2,}",
    "wrong-target": r"(?:late shipment|cancellation)\D{0,60}\b(?:3|5|10) ?%|defect rate\D{0,60}\b2 ?%",
}
WEIGHTS = (15, 25, 25, 20, 15)
WORTH = {"pass": 1.0, "weak": 0.5, "fail": 0.0}


def judge(text: str) -> tuple[dict[str, str], frozenset[str], float]:
    """Give a letter's pillars, its flags and a score."""
    has = {name for name, words in (WORDS | FLAGS).items() if re.search(words, text, re.IGNORECASE)}
    length = len(text.split())
    flags = has & set(FLAGS)
    flags |= {"too-short"} if length < 80 else {"too-long"} if length > 1000 else set()
    flags |= {"no-structure"} if length > 150 and text.strip().count("\n\n") < 2 else set()
    flags |= {"future-only"} if "planned" in has and "done" not in has else set()
    flags |= {"template"} if "checkable" not in has else set()
    unsure, done = flags & {"denial", "hedging"}, has >= {"done", "checkable"}
    statuses = {
        "acknowledges-fault": "fail" if "owning" not in has else "weak" if unsure else "pass",
        "root-cause": "fail" if "cause" not in has else "weak" if unsure else "pass",
        "corrective-actions": "pass" if done else "weak" if "acting" in has else "fail",
        "prevention": "pass" if "control" in has else "weak" if "planned" in has else "fail",
        "no-blame": "fail" if "blames-amazon" in has else "weak" if "blames-others" in has else "pass",
    }
    earned = sum(weight * WORTH[status] for weight, status in zip(WEIGHTS, statuses.values(), strict=True))
    return statuses, frozenset(flags), earned - 5 * len(flags)
