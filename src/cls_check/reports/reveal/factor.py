"""One factor as a room looks at it: the finding, the answers, what to ask, the levels to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.terms import NO_AGREED_LEVEL
from cls_check.reports.model.shown import paragraphs
from cls_check.reports.model.story import anchor
from cls_check.reports.model.wording import early_on, headline_sentence, level_name, short_headline
from cls_check.reports.reveal.rows import caption_of, counted_in, of_factor, of_statements
from cls_check.reports.reveal.view import Prompt, ShownFactor, ShownLevel
from cls_check.words.speech import label, large

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.findings.findings import FactorFindings
    from cls_check.reports.model.story import Story


def factor_shown(story: Story, factor: FactorFindings, number: int, total: int) -> ShownFactor:
    """One factor: what it is, what was found, each group's answers, what to ask, and the levels."""
    asked = story.factor_asked(factor.id)
    drawn = of_factor(story, factor)
    statements, together = of_statements(story, factor)
    return ShownFactor(
        id=factor.id,
        anchor=anchor(factor),
        number=number,
        total=total,
        place=label("reveal.number", number=number, total=total),
        nav=label("reveal.nav", number=number),
        title=factor.factor.title,
        meaning=(asked and asked.meaning) or "",
        finding=large(short_headline(factor, story.safe)),
        say=headline_sentence(factor, story.safe),
        notes=list(_notes(story, factor)),
        caption=caption_of(factor),
        counted=label(f"reveal.column.{counted_in(story, factor)}"),
        rows=drawn.rows,
        after_talking=drawn.after_talking,
        picture=drawn.picture,
        statements=statements,
        picture_together=together,
        one_by_one=len(statements) > 1 and any(each.rows for each in statements),
        prompts=list(_prompts(story, factor)),
        levels=list(_levels(story, factor)),
        because=paragraphs(factor.factor.because) if factor.factor.because else [],
        back=label("reveal.back-to", title=factor.factor.title),
        next=label("reveal.next-to", title=factor.factor.title),
    )


def _notes(story: Story, factor: FactorFindings) -> Iterator[str]:
    """What to bear in mind about the finding."""
    first = next(story.said(factor), None)
    if first and first.fragile:
        yield first.fragile
    expected = early_on(factor, story.safe)
    if expected:
        yield expected


def _prompts(story: Story, factor: FactorFindings) -> Iterator[Prompt]:
    """What to ask each other; where it is seen differently, and where it is strong, that too."""
    asked = story.factor_asked(factor.id)
    first = next(story.said(factor), None)
    questions = [*([first.next] if first else []), *(asked.conversation if asked else ())]
    if questions:
        yield _prompt("label.ask", *questions)
    if asked and asked.if_people_disagree and factor in story.differences:
        yield _prompt("label.if-differ", asked.if_people_disagree)
    if asked and asked.if_strong and factor in story.strengths:
        yield _prompt("label.if-strong", asked.if_strong)


def _prompt(key: str, *points: str) -> Prompt:
    return Prompt(label(key), list(points))


def _levels(story: Story, factor: FactorFindings) -> Iterator[ShownLevel]:
    """The levels to choose from; not to agree is one of them. Nothing where there are none."""
    asked = story.factor_asked(factor.id)
    for number, (level, name) in enumerate(_names_of_levels(story).items(), start=1):
        yield ShownLevel(
            number=number,
            name=name,
            description=asked.levels.get(level, "") if asked else "",
            chosen=story.say("reveal.chosen") if level == factor.factor.level else "",
        )


def _names_of_levels(story: Story) -> dict[str, str]:
    questionnaire = story.questionnaire
    known = story.safe.levels or (questionnaire.levels if questionnaire else {})
    if not known:
        return {}
    disagree = questionnaire.no_level if questionnaire else level_name(story.safe, NO_AGREED_LEVEL)
    return known | {NO_AGREED_LEVEL: disagree}
