"""What a report says of a round and the one before it, and how to read it, in English.

As in `reports`: whole sentences with named fields. A pair is (one, other): the first is said where
the field `n` is 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cls_check.words.speech import Template

SINCE: Final[dict[str, Template]] = {
    "since.then": "Last time was {date}.",
    "since.people": "{then} people took part last time, and {now} this time.",
    "since.room": "Different people answered this time, so read what follows with care.",
    "since.room.new": "{group} are shown this time. They were not shown last time.",
    "since.room.gone": "{group} were shown last time. They are not shown this time.",
    "since.room.more": "{group} were {then} of {all_then} people last time. "
    "Now they are {now} of {all_now}.",
    "since.up": "This has moved up. The typical answer was {then} and is now {now}.",
    "since.down": "This has moved down. The typical answer was {then} and is now {now}.",
    "since.organisations": "People came from {then} organisations or groups last time, "
    "and from {now} this time. Where those are other ones, what moved may come from that.",
    "since.organisations.unknown": "We do not know from how many organisations or groups people came "
    "each time. Where other ones came, what moved may come from that.",
    "since.room.may-explain": "Different people answered this time, "
    "and that may explain some of this.",
    "since.maybe-up": "It may have moved up. With so few people we cannot tell.",
    "since.maybe-down": "It may have moved down. With so few people we cannot tell.",
    "since.maybe-up.many": "It may have moved up. We cannot be sure.",
    "since.maybe-down.many": "It may have moved down. We cannot be sure.",
    "since.no-clear-change": "No clear change.",
    "since.together.up": "All together, this has moved up. "
    "The typical answer was {then} and is now {now}.",
    "since.together.down": "All together, this has moved down. "
    "The typical answer was {then} and is now {now}.",
    "since.together.maybe-up": "All together, it may have moved up. "
    "With so few people we cannot tell.",
    "since.together.maybe-down": "All together, it may have moved down. "
    "With so few people we cannot tell.",
    "since.together.maybe-up.many": "All together, it may have moved up. We cannot be sure.",
    "since.together.maybe-down.many": "All together, it may have moved down. We cannot be sure.",
    "since.together.no-clear-change": "All together, there is no clear change.",
    "since.groups-unclear": "Within each perspective shown both times, there is no clear change.",
    "since.each-too.higher": "Each perspective gave higher answers, too. "
    "So other people alone do not explain it. Each is too small to be sure of by itself.",
    "since.each-too.lower": "Each perspective gave lower answers, too. "
    "So other people alone do not explain it. Each is too small to be sure of by itself.",
    "since.room-may-explain": "That may be because different people answered.",
    "since.learned": "A fall can mean that people have learned more. "
    "The evidence has grown since last time.",
    "since.group.up": "Among {group}, this has moved up.",
    "since.group.down": "Among {group}, this has moved down.",
    "since.group.maybe-up": "Among {group}, it may have moved up. "
    "With so few people we cannot tell.",
    "since.group.maybe-down": "Among {group}, it may have moved down. "
    "With so few people we cannot tell.",
    "since.group.maybe-up.many": "Among {group}, it may have moved up. We cannot be sure.",
    "since.group.maybe-down.many": "Among {group}, it may have moved down. We cannot be sure.",
    "since.group.no-clear-change": "Among {group}, there is no clear change.",
    "since.why.too-few": "Too few people answered to compare this with last time.",
    "since.why.nothing-shared": "No statement is the same as last time, "
    "so the answers cannot be compared.",
    "since.why.other-scale": "The answers to choose from were different last time, "
    "so they cannot be compared.",
    "since.why.one-view": "One person's answers cannot be compared with those of a group.",
    "since.why.other-place": "These are two places. "
    "Answers are compared within one place, never between places.",
    "since.why.same-round": "These are two files of one round, so nothing can have moved.",
    "since.why.new": "This is new, so there is nothing to compare it with.",
    "since.why.retired": "This is no longer asked.",
    "since.why.levels": "There are no answers to compare. The levels are below.",
    "since.level.moved": "The level was “{then}” and is now “{now}”.",
    "since.level.same": "The level is “{now}”, as it was last time.",
    "since.level.first": "The level is “{now}”. There was none last time.",
    "since.level.still-open": "The group still does not agree on a level.",
    "since.level.gone": "The level was “{then}”. There is none this time.",
    "since.level.agreed": "The group had not agreed on a level. Now it agreed on “{now}”.",
    "since.level.not-agreed": "The level was “{then}”. Now the group does not agree on a level.",
    "since.level.first-not-agreed": "There was no level last time. "
    "Now the group does not agree on one.",
    "since.level.gone-not-agreed": "The group had not agreed on a level. There is none this time.",
    # The same where one of the two is one person's own picture.
    "since.level.one.still-open": "No level is settled on yet.",
    "since.level.one.agreed": "Last time no level was settled on. Now it is “{now}”.",
    "since.level.one.not-agreed": "The level was “{then}”. This time no level is settled on.",
    "since.level.one.first-not-agreed": "No level is settled on yet.",
    "since.level.one.gone-not-agreed": "Last time no level was settled on. "
    "There is none this time.",
    "since.agree.more": "People's answers are closer together than last time.",
    "since.agree.less": "People's answers are further apart than last time.",
    "since.evidence": (
        "1 piece of evidence is new since last time.",
        "{n} pieces of evidence are new since last time.",
    ),
    "since.actions": (
        "1 of {all} actions from last time is done.",
        "{n} of {all} actions from last time are done.",
    ),
    "since.actions-one": ("The action from last time is done.", "The action is still open."),
    "since.retired": "This was asked last time and not this time: “{title}”.",
    "since.status.reworded": (
        "1 statement was worded differently, so it is not compared.",
        "{n} statements were worded differently, so they are not compared.",
    ),
    "since.status.reused-id": (
        "1 statement says something else now, so it is not compared.",
        "{n} statements say something else now, so they are not compared.",
    ),
    "since.status.other-id": (
        "1 statement has another id now, so it is not compared.",
        "{n} statements have other ids now, so they are not compared.",
    ),
    "since.status.moved": (
        "1 statement stood under another heading, so it is not compared.",
        "{n} statements stood under another heading, so they are not compared.",
    ),
    "since.status.new": (
        "1 statement is new, so it is not compared.",
        "{n} statements are new, so they are not compared.",
    ),
    "since.status.retired": (
        "1 statement from last time is no longer asked.",
        "{n} statements from last time are no longer asked.",
    ),
    "since.own.intro": "These are the answers you gave to the same statements, then and now.",
    "since.own.limits": "These are one person's answers on two days. "
    "They do not show that things have changed.",
    "since.limits": "“No clear change” does not mean that nothing changed. "
    "It means that these answers cannot show it.",
}

HOW_TO_READ: Final[dict[str, Template]] = {
    "read.purpose": "This report is for talking. It does not judge a person, a team or a place.",
    "read.typical": "Put all answers to a statement in a row, lowest first: "
    "the typical answer is at the middle. It leans a little towards the side with more answers. "
    "For a factor it is the average over its statements.",
    "read.likely": "The likely range says what another group of the same size would give. "
    "8 or 9 times in 10, its typical answer would lie in it.",
    "read.typical-one": "Your typical answer to a factor is the average of your answers to it.",
    "read.marks": "What people wrote stands in quotes, set apart. The rest was made from the answers.",
    "read.few": "These are the people who took part, not everyone in the place. "
    "With few people, one voice changes a lot.",
    "read.tested": "We have not tested the statements as a scale.",
    "read.levels": "We have not tested the levels as a scale.",
    "read.compare": "Do not use the report to compare places or people, or for an inspection.",
    "read.joined": "Groups of fewer than {minimum} people are never shown alone. "
    "They are joined with others.",
    "read.minimum": "Here, groups of {minimum} people are shown. The usual least is 5, "
    "so take extra care with whom you share this.",
    "read.sensitive": "For {titles}, a group is shown on its own from {minimum} people on. "
    "It is harder to answer openly.",
    "read.sensitive-lowered": "For {titles}, groups of {minimum} people are shown. "
    "That was decided before anybody answered. Take extra care with whom you share this.",
    "read.one-view": "Share this if you wish to. Your answers can be read in it.",
    "read.source": "Source of the questionnaire: {source}.",
    "read.independent": "This report was made with cls-check, which is independent of NDTi. "
    "NDTi has not made, checked or approved it.",
    "table.answers": "Answers: {title}",
    "table.sees": "Typical answers, from 1 to {highest_number}",
    "table.levels": "The level chosen for each factor",
    "table.who": "People of each perspective",
    "table.who-then": "People of each perspective, then and now",
    "table.then-and-now": "Typical answers of everyone, then and now",
    "table.own": "Your answers, then and now",
    "answer.dont-know": "I do not know",
    "answer.cannot-answer": "I cannot answer this",
    "answer.nothing": "(left open)",
    "table.region": "Wide table. {caption}",
    "data.unfold": "Show the numbers of “{title}”",
    "data.on-page": "On the page of this report, the numbers of each factor can be opened where the factor stands. "
    "They are left off paper, unless you open them before you print.",
    "data.intro": "Each number is how many people gave that answer. "
    "Where numbers cannot be shown, there is a dash (—).",
}
