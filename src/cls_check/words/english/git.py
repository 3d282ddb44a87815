"""How an assessment reads in `git diff`, and what `cls-check git` and `history` say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cls_check.words.speech import Template

IN_GIT: Final[dict[str, Template]] = {
    # Lines of an assessment in git diff
    "line.place": "Place: {value}",
    "line.date": "Date: {value}",
    "line.round": "Round: {value}",
    "line.stage": "How far along: {value}",
    "line.language": "Language: {value}",
    "line.scale": "Answers to choose from: {value}",
    "line.took-part": "Took part, {group}: {n}",
    "line.factor": "{title} ({id})",
    "line.statement": "“{text}” ({id})",
    "line.answers": "{group}: {counts}",
    "line.after-talking": "After talking, everyone: {counts}",
    "line.dont-know": "{n} did not know",
    "line.cannot-answer": "{n} could not answer",
    "line.level": "Level: {value}",
    "line.because": "Why:",
    "line.evidence": "Evidence from {whose}:",
    "line.action": "Action ({state}):",
    "line.done": "done",
    "line.open": "open",
    "line.who": "Who: {value}",
    "line.by": "By: {value}",
    "line.sign": "How we will know: {value}",
    "line.reflection": "Talked about: {text}",
    "line.comments": "Comments in the file:",
    "whose.people": "people and families",
    "whose.staff-and-leaders": "staff and leaders",
    "whose.partners": "partners",
    "whose.processes": "how things work",
    # cls-check diff A..B
    "git.no-difference": "No assessment differs.",
    # cls-check git
    "git.now": "Done. `git diff`, `git show` and `git log -p` now show assessments as sentences.",
    "git.already": "That was set up already. Nothing is changed.",
    "git.gone": "It is taken out again. The files are as they were.",
    "git.nothing-there": "It was not set up. Nothing is changed.",
    "git.would-write": "{file} would get these lines:",
    "git.would-lose": "{file} would lose these lines:",
    "git.wrote": "Changed: {file}",
    "git.commit-it": "To share it with others, commit {file}. Each of them types once: "
    "cls-check git install",
    "git.config-yes": "Git knows how to show assessments ({file}).",
    "git.config-no": "Git does not know how to show assessments. Type: cls-check git install",
    "git.config-old": "Git shows assessments as an earlier version did, or one in another place. "
    "Type: cls-check git install",
    "git.attributes-yes": "The assessments in this folder are marked for it ({file}).",
    "git.attributes-no": "The assessments in this folder are not marked for it. "
    "Type: cls-check git install",
    "git.program-yes": "The program that does it is here: cls-check-git.",
    "git.program-no": "The program that does it is not on the PATH: cls-check-git. "
    "Until it is, git shows the files as they are. Then type: cls-check git install",
}
