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
    "short.perspectives-may-differ": "perspectives may see this differently",
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
    "say.perspectives-may-differ": "Perspectives may see this differently.",
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
    # The same where it has been said that people or perspectives see this differently.
    "also.strength": "All together, the answers are high. Not everyone sees it so.",
    "also.growing-well": "All together, the answers are above the middle. Not everyone sees it so.",
    "also.growing": "All together, the answers are around the middle. Not everyone sees it so.",
    "also.starting": "All together, the answers are low. Not everyone sees it so.",
    "also.felt-not-shown": "Some people feel that this is there. No evidence is written down yet.",
    "also.shown-not-felt": "There is evidence. Some people do not see it in their own experience yet.",
    "also.perspectives-may-differ": "Perspectives may see this differently too.",
    # The same where it has been said that many could not say.
    "those.strength": "Those who could say gave high answers.",
    "those.growing-well": "Those who could say gave answers above the middle.",
    "those.growing": "Those who could say gave answers around the middle.",
    "those.starting": "Those who could say gave low answers.",
    "those.felt-not-shown": "Some people feel that this is there. No evidence is written down yet.",
    "those.shown-not-felt": "There is evidence. "
    "Some people do not see it in their own experience yet.",
    # The same in short, under a label that has said what it is about.
    "brief.strength": "This is a strength, with a typical answer of {typical} ({low} to {high}).",
    "brief.growing-well": "This is growing well, with a typical answer of {typical} "
    "({low} to {high}).",
    "brief.growing": "This is growing, with a typical answer of {typical} ({low} to {high}).",
    "brief.starting": "This is just starting, with a typical answer of {typical} ({low} to {high}).",
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
    "typical.range": "{typical} ({low} to {high})",
    "numbers.typical": "The typical answer is {typical} (likely range {low} to {high}), "
    "close to “{answer}”.",
    "numbers.one.typical": "Your typical answer is {typical}, close to “{answer}”.",
    "numbers.group": "{group} gave a typical answer of {typical}, close to “{answer}”.",
    "numbers.ask-each": "What does each of us see?",
    "numbers.beyond": "This goes beyond the difference that runs through nearly everything.",
    "numbers.chance.often": "With groups this small, a gap like this often comes by chance. "
    "If groups did not differ at all, about {some} of 10 reports would still show one as wide.",
    "numbers.chance.mostly": "With groups this small, a gap like this often comes by chance. "
    "If groups did not differ at all, nearly every report would still show one as wide.",
    "numbers.chance.can": "If groups did not differ at all, "
    "about 1 of 10 reports would still show a gap as wide as this.",
    "numbers.chance.seldom": "If groups did not differ at all, "
    "fewer than 1 of 20 reports would show a gap as wide as this.",
    "numbers.wide-inside": "Answers differ widely here, inside each perspective too. "
    "So we cannot tell if perspectives differ.",
    "differ.perhaps": "Take what follows as questions, and not as findings.",
    "differ.one.higher": "{group} gave higher answers than the others on {n} of {all} factors. "
    "In small groups that often comes by chance, too.",
    "differ.one.lower": "{group} gave lower answers than the others on {n} of {all} factors. "
    "In small groups that often comes by chance, too.",
    "numbers.did-not-know": "{some} of {n} people did not know: “{statement}”.",
    "numbers.one.did-not-know": "You did not know: “{statement}”.",
    "numbers.apart": "{low} of {n} people said “{low_answer}” or lower, "
    "and {high} said “{high_answer}” or higher.",
    "numbers.apart-one": "{low} of {n} people said “{low_answer}”, and {high} said “{high_answer}”.",
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
    "next.perspectives-may-differ": "Ask each other for one example before you make anything of it.",
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
    "note.fragile": "One person answering one step differently could change this finding.",
    "note.could-be.1": "With another group of this size it might also come out as “{one}”.",
    "note.could-be.2": "With another group of this size it might also come out as “{one}” or “{two}”.",
    "note.could-be.3": "With another group of this size it might also come out as “{one}”, “{two}” "
    "or “{three}”.",
    "note.could-agree": "Another group of this size might agree more.",
    "whole.higher-than-others": "{group} gave higher answers than the others to nearly everything.",
    "whole.lower-than-others": "{group} gave lower answers than the others to nearly everything.",
    "whole.higher-than-one": "{group} gave higher answers than {other} to nearly everything.",
    "whole.lower-than-one": "{group} gave lower answers than {other} to nearly everything.",
    "whole.may-be": "This may be how they answer, or what they see.",
    "whole.beyond": "Where they are named for one thing alone, it goes beyond that.",
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
    "in-short.range": "Numbers in brackets say where another group of the same size would likely come out.",
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
    "In small groups, real ones can stay hidden, so leave room for them.",
    "differ.none-beyond": "Beyond that, no gap is too wide for chance.",
    "differ.none-clear": "We cannot tell if perspectives differ: no gap is too wide for chance.",
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
    "effort.differ": "Perspectives are far apart here: from {low} ({lowest}) to {high} ({highest}).",
    "effort.action": ("1 action is open about this.", "{n} actions are open about this."),
    "effort.no-action": "No action is open about this.",
    "actions.late": ("1 of them is late.", "{n} of them are late."),
    "effort.worth": "You cannot do everything at once. Choose what is worth a conversation now.",
    "effort.order": "What any group that is shown gave the lowest answers to comes first.",
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
