"""What a room looks at together, factor by factor: all that may not be shown is already gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.findings.reveal_order import reveal_order
from cls_check.domain.terms import EVERYONE, OTHER_PERSPECTIVES, USUAL_MINIMUM_GROUP
from cls_check.reports.model.shown import all_visible
from cls_check.reports.model.story import story_of
from cls_check.reports.model.wording import group_name, throughout_with_doubt
from cls_check.reports.reveal.factor import factor_shown
from cls_check.reports.reveal.view import End, RevealView, Start
from cls_check.reports.sections.doing import what_we_agreed
from cls_check.words.speech import day_in_words, label, large, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.findings.findings import FactorFindings
    from cls_check.domain.questionnaires.questionnaire import Questionnaire
    from cls_check.reports.model.story import Story
    from cls_check.reports.reveal.view import ShownFactor

SIGNS = {
    "skip": "reveal.skip",
    "rules": "reveal.rules",
    "back": "reveal.back",
    "next": "reveal.next",
    "all": "reveal.all",
    "answers": "reveal.answers",
    "finding": "column.finding",
    "statements": "reveal.statements",
    "talk": "reveal.talk",
    "levels": "reveal.levels",
    "asked": "reveal.asked",
    "one_by_one": "label.statements",
    "column_statement": "reveal.column.statement",
    "column_people": "reveal.column.people",
    "column_agreement": "column.agreement",
    "table_together": "reveal.together",
    "column_who": "reveal.column.who",
    "column_did_not_know": "column.could-not-say",
    "column_typical": "column.typical",
    "choose": "reveal.choose",
    "then": "reveal.then",
}
RULES = ("curious", "leaders", "silent")
AFTERWARDS = ("written", "report", "mend")


def reveal_view(
    assessment: Assessment,
    findings: Sequence[FactorFindings],
    questionnaire: Questionnaire | None = None,
) -> RevealView:
    """Everything that is shown to the room."""
    story = story_of(assessment, findings, questionnaire)
    factors = list(factors_shown(story))
    view = RevealView(
        language=story.safe.language,
        title=_title(story),
        words=_words(story),
        scale=list(story.safe.scale),
        start=_start(story),
        order=_order(story),
        how_to_look=_how_to_look(story, factors),
        factors=factors,
        end=_end(story),
        foot=list(_foot(story)),
    )
    return all_visible(view)


def _title(story: Story) -> str:
    return label("title.one" if story.one_view else "reveal.title", place=story.safe.place)


def _words(story: Story) -> dict[str, str]:
    """The signs of the page that are the same on every slide."""
    signs = {sign: label(key) for sign, key in SIGNS.items()}
    who = label("heading.who-one" if story.one_view else "reveal.who")
    return signs | {"who": who, "because": story.label("label.because")}


def _start(story: Story) -> Start:
    when = list(filter(None, [day_in_words(story.safe.date), story.safe.round]))
    rules = [] if story.one_view else [say(f"reveal.rule.{rule}") for rule in RULES]
    who, groups, notes = _who_took_part(story)
    return Start(when=when, rules=rules, say=who, groups=groups, notes=notes)


def _who_took_part(story: Story) -> tuple[str, list[str], list[str]]:
    """How many people took part, how many of each group, and what to know of the groups."""
    safe = story.safe
    if story.one_view:
        return say("who.one-view"), [], [say("read.one-view")]
    if not story.enough_people:
        return say("who.few", minimum=safe.minimum_group), [], []
    came = [group for group in safe.groups() if safe.took_part.get(group) and group != EVERYONE]
    sizes = [(group_name(safe, group), safe.took_part[group]) for group in came]
    groups = [label("reveal.group", group=name, n=people) for name, people in sizes]
    notes = [
        *_about_the_groups(story, came),
        *throughout_with_doubt(story.throughout, story.safe),
    ]
    return say("who.people", n=safe.people), groups, notes


def _about_the_groups(story: Story, came: Sequence[str]) -> Iterator[str]:
    """Why some are not shown on their own, and where smaller groups are shown than usual."""
    if OTHER_PERSPECTIVES in came:
        yield say("who.joined", other=large(group_name(story.safe, OTHER_PERSPECTIVES)))
    elif not came:
        yield say("who.all-joined" if story.safe.perspectives else "who.no-perspectives")
    if story.safe.minimum_group < USUAL_MINIMUM_GROUP:
        yield say("read.minimum", minimum=story.safe.minimum_group)


def _order(story: Story) -> str:
    """In which order the factors come; '' where it is that of the questionnaire."""
    if not story.has_statements:
        return ""
    return say("reveal.order.own" if story.one_view else "reveal.order.mixed")


def _how_to_look(story: Story, factors: Sequence[ShownFactor]) -> str:
    """What a row of a picture is, and what it counts: said once."""
    pictures = [factor for factor in factors if factor.rows]
    if story.one_view or not pictures:
        return ""
    several = any(len(factor.statements) > 1 for factor in pictures)
    return say("reveal.look.answers" if several else "reveal.look.people")


def factors_shown(story: Story) -> Iterator[ShownFactor]:
    """Every factor as the room sees it, the most mixed first and then the strongest."""
    ordered = reveal_order(story.findings)
    for number, factor in enumerate(ordered, start=1):
        yield factor_shown(story, factor, number, len(ordered))


def _end(story: Story) -> End:
    agreed = what_we_agreed(story)
    afterwards = [] if story.one_view else [say(f"reveal.then.{step}") for step in AFTERWARDS]
    return End(
        heading=agreed.heading,
        blocks=agreed.blocks,
        thanks="" if story.one_view else say("reveal.thanks"),
        then=afterwards,
    )


def _foot(story: Story) -> Iterator[str]:
    source = story.safe.questionnaire.source
    if source:
        yield say("read.source", source=source)
    yield say("reveal.independent")
