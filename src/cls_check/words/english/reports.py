"""Every sentence that a report can say, in English: whole sentences with named fields.

Nothing is glued together from pieces, so that a translator can change the order of words. A
pair is (one, other): the first is said where the field `n` is 1. Names of groups are written as
in mid-sentence; `wording.say` makes the first letter large.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cls_check.words.speech import Template

FINDINGS: Final[dict[str, Template]] = {
    # The finding itself. Short: a label for a heading or a table.
    "short.not-enough": "not enough answers to say",
    "short.cannot-say": "many people could not say",
    "short.perspectives-differ": "perspectives see this differently",
    "short.views-differ": "people see this differently",
    "short.two-camps": "people fall into two groups",
    "short.strength": "a strength to build on",
    "short.growing-well": "growing well",
    "short.growing": "growing, with more to do",
    "short.starting": "just starting, needs care",
    "short.felt-not-shown": "felt, not yet shown",
    "short.shown-not-felt": "shown, not yet felt",
    "short.level": "the level is “{level}”",
    "short.level-one": "you chose “{level}”",
    "short.no-agreed-level": "the group did not agree on a level",
    "short.nothing-yet": "nothing is written down yet",
    "short.one.cannot-say": "you could not say",
    # The finding as a sentence.
    "say.not-enough": "Not enough answers to say. That does not mean there is nothing to say.",
    "say.cannot-say": "Many people could not say. "
    "They may not be close enough to this part of the work.",
    "say.perspectives-differ": "Perspectives see this differently. That is worth a conversation.",
    "say.views-differ": "People see this differently. That is worth a conversation.",
    "say.two-camps": "People fall into two groups here. That is worth a conversation.",
    "say.strength": "This is a strength to build on.",
    "say.growing-well": "This is growing well.",
    "say.growing": "This is growing, with more to do.",
    "say.starting": "This is just starting and needs care.",
    "say.felt-not-shown": "This is felt, not yet shown. People say that it is true, "
    "and no evidence is written down yet.",
    "say.shown-not-felt": "This is shown, not yet felt. There is evidence, "
    "and people do not see it in their own experience yet.",
    # The same where it has been said already that perspectives see this differently.
    "also.views-differ": "Views also differ from person to person.",
    "also.two-camps": "People also fall into two groups here.",
    # The same in short, under a label that has said what it is about.
    "brief.strength": "This is a strength, with a typical answer of {typical}.",
    "brief.growing-well": "This is growing well, with a typical answer of {typical}.",
    "brief.growing": "This is growing, with a typical answer of {typical}.",
    "brief.starting": "This is just starting, with a typical answer of {typical}.",
    # The same in one person's own picture.
    "say.one.not-enough": "Not enough answers to say. That does not mean there is nothing to say.",
    "say.one.cannot-say": "You could not say much here. Somebody closer to this part may know.",
    "say.one.strength": "In your eyes, this is a strength to build on.",
    "say.one.growing-well": "In your eyes, this is growing well.",
    "say.one.growing": "In your eyes, this is growing, with more to do.",
    "say.one.starting": "In your eyes, this is just starting and needs care.",
    "say.one.felt-not-shown": "You feel this. You have not written down any evidence yet.",
    "say.one.shown-not-felt": "You wrote down some evidence. You do not feel it yet.",
    # The numbers behind it.
    "numbers.typical": "The typical answer is {typical}, close to “{answer}”.",
    "numbers.one.typical": "Your typical answer is {typical}, close to “{answer}”.",
    "numbers.group": "{group} gave a typical answer of {typical}, close to “{answer}”.",
    "numbers.ask-each": "What does each of us see?",
    "numbers.did-not-know": "{some} of {n} people did not know: “{statement}”.",
    "numbers.one.did-not-know": "You did not know: “{statement}”.",
    "numbers.apart": "{low} of {n} people said “{low_answer}” or lower, "
    "and {high} said “{high_answer}” or higher.",
    "numbers.apart-about": "Answers differ most on one statement. It says: “{statement}”.",
    "numbers.answered": (
        "1 person answered each statement.",
        "{n} people answered each statement.",
    ),
    "numbers.answered-range": "Each statement has answers from {least} to {most} people.",
    # What to do next about it.
    "next.not-enough": "Ask who could tell us more, and how we can hear from them.",
    "next.cannot-say": "Ask who would know, and what would help others to see it.",
    "next.perspectives-differ": "Ask each other for one example, and listen before answering.",
    "next.views-differ": "Ask what each of us has seen that others may not have seen.",
    "next.two-camps": "Ask what each of the two groups has seen.",
    "next.strength": "Ask what made this possible, and who else could learn from it.",
    "next.growing-well": "Ask what would help this to grow further.",
    "next.growing": "Choose one next step together.",
    "next.starting": "Choose one small step, and ask who should be part of it.",
    "next.felt-not-shown": "Ask what would show this to somebody new.",
    "next.shown-not-felt": "Ask who does not feel it yet, and why.",
    "next.one.cannot-say": "Ask somebody who would know.",
    "next.one.not-enough": "Come back to this when you have seen more.",
    "next.one.strength": "Ask others whether they see it too.",
    "next.one.growing-well": "Ask others what would help this to grow further.",
    "next.one.growing": "Choose one next step, and ask others to join you.",
    "next.one.starting": "Choose one small step, and ask who should be part of it.",
    "next.one.felt-not-shown": "Think of one thing that would show this to somebody new.",
    "next.one.shown-not-felt": "Ask yourself what would have to change for you to feel it.",
    # What to bear in mind.
    "note.fragile": "One person answering one step differently could change this sentence.",
    "note.fragile-short": "One person's answer could change this finding.",
    "note.close": "This is close to the line between two findings, so read it with care.",
    "note.weight": "All people together come to {everyone}. "
    "With each perspective counted once, it is {balanced}.",
    "agreement.close": "People gave much the same answers.",
    "agreement.broad": "People broadly agree.",
    "agreement.some": "People agree in part.",
    "agreement.mixed": "Views are mixed.",
    "agreement.two-camps": "Views are far apart.",
    "agreed.close": "much the same",
    "agreed.broad": "broad agreement",
    "agreed.some": "some agreement",
    "agreed.mixed": "mixed views",
    "agreed.two-camps": "far apart",
    "agreed.unknown": "—",
    # One statement.
    "statement.one-answer": "{some} of {n} people said “{answer}”.",
    "statement.two-answers": "{some} of {n} people said “{answer}” or “{upper}”.",
    "statement.or-higher": "{some} of {n} people said “{answer}” or higher.",
    "after-talking.one-answer": "After talking, {some} of {n} people said “{answer}”.",
    "after-talking.two-answers": "After talking, {some} of {n} people said “{answer}” "
    "or “{upper}”.",
    "after-talking.or-higher": "After talking, {some} of {n} people said “{answer}” or higher.",
    "statement.too-few": "Too few people answered to show this.",
    "statement.did-not-know": "{some} of {n} did not know.",
    "statement.own-answer": "You said “{answer}”.",
    "statement.own-dont-know": "You did not know.",
    "statement.own-cannot-answer": "You said that you could not answer this.",
    "statement.own-nothing": "You left this open.",
}

GROUPS: Final[dict[str, Template]] = {
    "group.everyone": "everyone",
    "group.other-perspectives": "people from other perspectives",
    "stage.getting-going": "Getting going",
    "stage.under-way": "Under way",
    "stage.established": "Established",
    "level.we-do-not-agree": "We do not agree",
    "from.people": "From people and families",
    "from.staff-and-leaders": "From staff and leaders",
    "from.partners": "From partners",
    "from.processes": "From how things are done",
    "in-short.first": "Read this part first. The other parts are there for when you want to know more.",
    "who.people": ("1 person took part.", "{n} people took part."),
    "who.few": "Fewer than {minimum} people took part, so no answers are shown.",
    "who.one-view": "This is one person's picture. It speaks for nobody else.",
    "who.no-perspectives": "Nobody was asked which perspective they answer from.",
    "who.joined": "“{other}” are smaller groups added together, so that nobody can be picked out.",
    "who.all-joined": "All answers are shown together, so that nobody can be picked out.",
    "who.not-shown": "These perspectives are not shown on their own:",
    "who.not-shown-why": "Perhaps nobody came. Perhaps their answers are joined with others, "
    "so that nobody can be picked out.",
    "who.ask": "Ask whose voice is missing, and how we can hear it.",
    "sees.scale": "Each number is a typical answer, from 1 (“{lowest}”) to {highest_number} "
    "(“{highest}”).",
    "sees.dash": "A dash (—) means that too few people answered to show a number.",
    "sees.dash-one": "A dash (—) means that you answered too little to show a number.",
    "sees.no-numbers": "The group did not answer statements. It talked, and chose a level.",
    "sees.no-numbers-one": "You did not answer statements. You chose a level for each factor.",
    "strong.none": "The answers do not name a clear strength yet. "
    "Ask each person for one thing that works.",
    "strong.none-one": "Your answers do not name a clear strength yet. "
    "Think of one thing that works.",
    "differ.none": "We found no large differences. "
    "Small ones may still matter, so leave room for them.",
    "differ.too-few": "There are too few answers to say where people differ.",
    "unsure.none": "On most things, most people could say something.",
    "unsure.blank-one": ("You left 1 statement blank.", "You left {n} statements blank."),
    "unsure.none-one": "On most things, you could say something.",
    "effort.none": "Nothing stands out here. Start with what people see differently, "
    "or build on a strength.",
    "effort.too-few": "There are too few answers to say. Ask people what matters most to them.",
    "effort.none-one": "Nothing stands out here. Build on what you see as strong.",
    "effort.too-few-one": "There are too few answers to say. Start with what matters most to you.",
    "more.see": "And {n} more: see “{heading}”.",
    "effort.try": "One thing to try: {step}",
    "effort.worth": "You cannot do everything at once. Choose what is worth a conversation now.",
    "level.agreed": "The group agreed on the level “{level}”.",
    "level.chosen": "You chose the level “{level}”.",
    "level.not-agreed": "The group did not agree on a level. That is worth a conversation.",
    "level.not-agreed-one": "You did not settle on a level.",
    "level.means": "What this level means: {description}",
    "actions.none": "No actions are agreed yet. Choose up to three, and say who will start.",
    "actions.none-one": "You have not written down any actions yet. "
    "Choose one, and say when you will start.",
    "actions.count": ("1 action is agreed.", "{n} actions are agreed."),
    "actions.done": ("1 of them is done.", "{n} of them are done."),
    "actions.no-new": "No new actions are agreed yet.",
    "nothing.yet": "Nothing is written down here yet.",
    "reflections.ask": "These questions are not counted. They help the work to last.",
}

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
