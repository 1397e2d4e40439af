"""What the formats print: reports, readings, lists of rules and explanations."""

from __future__ import annotations

REPORTS: dict[str, str] = {
    # speech
    "{name!r}": "“{name}”",
    "{names}, {other}": "{names}、{other}",
    "{names} or {other}": "{names} 或 {other}",
    ", ": "，",
    # formats/columns.py
    "{name} ({id})": "{name}（{id}）",
    "{theme} (no pillar)": "{theme}：不属于五个要点",
    # formats/lines.py: what is counted
    "{n} draft": "{n} 封信",
    "{n} path": "{n} 个路径",
    "{n} rule": "{n} 条规则",
    "{n} error": "{n} 个错误",
    "{n} warning": "{n} 个警告",
    "{n} note": "{n} 个提示",
    # formats/check_text.py
    "{score} of 100, {verdict}": "{score} 分（满分 100），{verdict}",
    "{points} of {most}": "{points}/{most} 分",
    "other deductions": "其他扣分",
    " (no more than {points} is taken)": "（最多扣 {points} 分）",
    " (whole letter)": "（整封信）",
    # formats/findings_text.py
    "and {count} more of {rule} in line {lines}": "{rule} 还有 {count} 处，在第 {lines} 行",
    "and {count} more of {rule} in lines {lines}": "{rule} 还有 {count} 处，在第 {lines} 行",
    "write: ": "改法：",
    "cue: ": "依据：",
    "Nothing to mend was found.": "没有发现要改的地方。",
    "{drafts} checked: {verdicts}; {findings}{left_out}{failed}.": "检查了 {drafts}：{verdicts}；{findings}{left_out}{failed}。",
    "; {findings} left out": "；{findings}不计",
    "{drafts} {verdict}": "{drafts} 封{verdict}",
    "no findings": "没有发现问题",
    "; {paths} could not be checked": "；{paths}没能检查",
    "The score tells how complete a letter is, not whether Amazon will reinstate an account.": "分数只说明信写得全不全，不代表亚马逊会不会恢复账户。",
    # formats/letter_line.py, kinds/require.py
    "This letter disputes the finding, so it is not judged as a plan: what counts is one claim, the evidence for it "
    "and a calm tone.": "这封信是在提异议（dispute），所以不按 POA 来评：看的是主张是否只有一条、有没有证据、语气是否平和。",
    "This letter is judged as a dispute, as asked, and not as a plan: what counts is one claim, the evidence for it "
    "and a calm tone.": "按你的要求，这封信当作异议信（dispute）来评，不按 POA 来评：看的是主张是否只有一条、有没有证据、语气是否平和。",
    "Closest is {where}: \u201c{words}\u201d, but {because}.": "最接近的是{where}：“{words}”，但{because}。",
    "No sentence comes close.": "没有相近的句子。",
    "Rules: {packs}.": "规则：{packs}。",
    # formats/explain_text.py
    ", pillar {pillar}": "，要点：{pillar}",
    " (makes it {status})": "，判为{status}",
    ", flag {flag}": "，标记：{flag}",
    ", costs 1 point": "，扣 1 分",
    ", costs {points} points": "，扣 {points} 分",
    "What it finds": "查什么",
    "Why a reviewer minds": "审核人员为什么在意",
    "What to write": "应该怎么写",
    "Source": "出处",
    "It finds this": "会报这样的写法",
    "It has nothing against this": "这样写没问题",
    "It leaves this near miss alone": "看着像、但不会报",
    # formats/parse_text.py
    "A clause: party \u00b7 verb \u00b7 object \u00b7 time \u00b7 polarity \u00b7 assertion \u00b7 link. A signal: + reported, - serves other signals.": "分句依次为：谁 \u00b7 动词 \u00b7 宾语 \u00b7 时间 \u00b7 肯定或否定 \u00b7 断言方式 \u00b7 连接词，写法与规则文件一致。信号：+ 会报出来，- 只供其他信号使用。",
    "line {line}": "第 {line} 行",
    "quoted": "引用他人的话",
    "time {time}": "时间：{time}",
    "no role": "不属于任何部分",
    # formats/rules_markdown.py, formats/rules_table.py
    "| rule | severity | points | what it finds |": "| 规则 | 级别 | 扣分 | 查什么 |",
    "{rules}. `poalint explain RULE` tells more of one.": "共 {rules}。想看某一条的说明，运行 `poalint explain RULE`。",
    # kinds: what stands in a message or a cue
    "{metric}: {value}%": "{metric}：{value}%",
    "{figure}: {value}": "{figure}：{value}",
    "words": "全文词数",
    "sentence words": "一句的词数",
    "block words": "一整块的词数",
    "capitals": "连续大写的词数",
    "exclamations": "连用的感叹号",
    "specifics": "讲到这次事情的句数",
    "different signals": "不同信号的个数",
    "idle paragraph": "跑题段落的词数",
    "pattern: {words}": "匹配到：{words}",
    "{why}: {words}": "{why}：{words}",
}
