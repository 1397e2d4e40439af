"""What counts, what a letter must reach, and where reports go."""

from __future__ import annotations

GATES: dict[str, str] = {
    # gates.py
    "{found}, and none may stand": "有 {found}，一个也不能有",
    "{found} or worse, and none may stand": "达到或超过该级别的问题有 {found}，一个也不能有",
    "the score is {score}, {short} below the {wanted} asked for": "得分 {score}，比要求的 {wanted} 分低 {short} 分",
    "{pillar} is {status}, and must be at least {wanted}": "“{pillar}”是“{status}”，至少要达到“{wanted}”",
    "{pillar} is not judged, as no rule of it ran, and must be at least {wanted}": "“{pillar}”没有评（一条规则也没查），至少要达到“{wanted}”",
    "not asked of this letter: a dispute has no pillars": "这封信不适用：异议信不按五个要点评",
    # checking.py
    "no rule is left to check this letter by": "没有一条规则可以用来检查这封信",
    "Select a rule that looks at such letters, or ignore fewer; `poalint config show PATH` tells what holds.": "请选上适用于这类信的规则，或者少排除一些；运行 `poalint config show PATH` 可以看到现在的设置。",
    "{found}, {over} more than the {most} allowed": "有 {found}，比允许的 {most} 个多 {over} 个",
    # formats/check_text.py
    "gate": "关卡",
    "{gate}: {told}": "{gate}：{told}",
    # selection.py
    "all that is selected is ignored too, so nothing would be checked": "选中的又全部排除了，什么也不会检查",
    "Take a name out of --ignore, or select more.": "请从 --ignore 里去掉一个名字，或者多选一些。",
    "rule, pillar or flag": "规则、要点或标记",
    # formats/outputs.py, cli/places.py
    "Name a file in a folder that you may write to.": "请换一个有写入权限的文件夹。",
    # cli/sparing.py
    "this is one of the drafts that are checked": "这是要检查的信之一",
    "a file of this name is a configuration": "这个文件名是留给设置文件的",
    "there is a file already, and it is no {format} that poalint wrote": "这个文件已经有了，而且不是 poalint 写的 {format}",
    "Name another file, or remove this one first.": "请换一个文件名，或者先删掉这个文件。",
    "baseline": "基线",
    "format": "输出格式",
    "no file is named after =": "= 后面没有写文件名",
    "Write --format NAME=FILE.": "请写成 --format 格式=文件。",
    "{one} and {other} would both go there": "{one} 和 {other} 会写到同一个地方",
    "Write one of them to a file: NAME=FILE.": "请把其中一种写到文件里：格式=文件。",
    "standard output": "标准输出",
    # formats/check_sarif.py
    "standard input": "标准输入",
    "How to report: text (without this), json, html, sarif, junit, github, gitlab, checkstyle, markdown or csv. =FILE writes to a file. May be given several times.": "报告的格式：text（默认）、json、html、sarif、junit、github、gitlab、checkstyle、markdown 或 csv。加 =FILE 就写到文件里。可以写多次。",
    # cli/choosing.py
    "--min-pillar {value} has no =": "--min-pillar {value} 里没有 =",
    "Write PILLAR=STATUS, such as root-cause=pass.": "请写成“要点=结果”，例如 root-cause=pass。",
    "Run only this rule, pillar or flag. Several have commas between them.": "只用这条规则、这个要点或标记。多个用逗号隔开。",
    "Run this rule, pillar or flag too, whatever else is left out.": "这条规则、这个要点或标记也要用，不管别的是否排除。",
    "Leave this rule, pillar or flag out. Several have commas between them.": "不用这条规则、这个要点或标记。多个用逗号隔开。",
    "The least severity that fails a draft; without this, error.": "到了哪个级别就算不通过；不写则为 error。",
    "Fail drafts in which this pillar is worse than pass, or than weak; fail asks for nothing.": "这个要点没达到 pass（或 weak）的信算不通过；写 fail 表示不作要求。",
    "Fail drafts with more warnings than N.": "警告超过 N 个的信算不通过。",
    "Exit with 0 even where a draft fails; what could not be done is still told by 2.": "有信不通过时也以 0 退出；操作没能完成时仍是 2。",
}
