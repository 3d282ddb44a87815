"""Findings in words: which sentence is said, and with which numbers.

The sentences themselves stand in `cls_check.words`. Everything here takes typed findings of an
assessment that is `protected`, so no sentence can say what may not be shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.domain.findings.measures import at_least
from cls_check.domain.findings.rules import (
    BANDS,
    DIFFER,
    GROWING,
    MIXED_VIEWS,
    TWO_CAMPS,
    Setting,
)
from cls_check.domain.terms import EVERYONE, NO_AGREED_LEVEL
from cls_check.reports.model.gaps_in_words import (
    by_chance,
    names_of,
    throughout_in_words,
    throughout_with_doubt,
    who_differs,
)
from cls_check.reports.model.rounded import (
    NOT_SHOWN,
    nearest_answer,
    one_decimal,
    range_fields,
    typical_words,
    with_range,
    with_typical,
)
from cls_check.words.names import group_name, level_name
from cls_check.words.speech import is_said, label, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.counts.tally import Tally
    from cls_check.domain.findings.findings import FactorFindings, StatementFindings
    from cls_check.domain.findings.rules import Finding

__all__ = [  # those of all pages, from one place
    "NOT_SHOWN", "by_chance", "group_name", "level_name", "names_of", "nearest_answer", "one_decimal",
    "range_fields", "throughout_in_words", "throughout_with_doubt", "typical_words", "with_range",
]  # fmt: skip

CLOSE_AGREEMENT, BROAD_AGREEMENT = 0.8, 0.5


@dataclass(frozen=True)
class Said:
    """A finding in words: the sentence, the numbers behind it, what to do, what to bear in mind."""

    rule: str
    short: str
    say: str
    numbers: tuple[str, ...]
    next: str
    notes: tuple[str, ...]
    also: str = ""
    """The sentence where another has said already that this is seen differently, or ""."""
    doubt: str = ""
    """That another group might agree more, or ""."""
    fragile: str = ""
    """The warning in a few words that one person could change it, or ""."""

    @property
    def text(self) -> str:
        """All of it as one paragraph."""
        return " ".join([self.say, *self.numbers, self.next])


def agreement_key(agreement: float | None) -> str:
    """Which words fit an agreement of -1 to 1."""
    if agreement is None:
        return "unknown"
    bounds = (
        (CLOSE_AGREEMENT, "close"), (BROAD_AGREEMENT, "broad"),
        (MIXED_VIEWS, "some"), (TWO_CAMPS, "mixed"),
    )  # fmt: skip
    return next((key for bound, key in bounds if at_least(agreement, bound)), "two-camps")


def agreement_words(factor: FactorFindings, assessment: Assessment) -> str:
    """How far people agree about a factor, as a few words for a table."""
    agreement = None if assessment.one_view else factor.by[EVERYONE].agreement
    return label(f"agreed.{agreement_key(agreement)}")


def short_headline(factor: FactorFindings, assessment: Assessment) -> str:
    """The headline as a label in a few words, for a heading or a table."""
    if factor.findings:
        return said(factor.findings[0], factor, assessment).short
    level = factor.factor.level
    if not level:
        return label("short.nothing-yet")
    if level == NO_AGREED_LEVEL:
        return label("short.no-agreed-level")
    key = "short.level-one" if assessment.one_view else "short.level"
    return label(key, level=level_name(assessment, level))


def headline_sentence(factor: FactorFindings, assessment: Assessment) -> str:
    """The headline as a sentence; for a factor without statements, what level was chosen."""
    if factor.findings:
        return said(factor.findings[0], factor, assessment).say
    return level_sentence(factor, assessment) or say("nothing.yet")


def level_sentence(factor: FactorFindings, assessment: Assessment) -> str:
    """What level was chosen, or ''."""
    level = factor.factor.level
    if not level:
        return ""
    if level == NO_AGREED_LEVEL:
        return say("level.not-agreed-one" if assessment.one_view else "level.not-agreed")
    key = "level.chosen" if assessment.one_view else "level.agreed"
    return say(key, level=level_name(assessment, level))


def said(finding: Finding, factor: FactorFindings, assessment: Assessment) -> Said:
    """A finding in words."""
    rule = "two-camps" if finding.two_camps else finding.rule
    whose = f"one.{rule}" if assessment.one_view else rule
    short = f"short.{whose}" if is_said(f"short.{whose}") else f"short.{rule}"
    also = f"also.{rule}" if is_said(f"also.{rule}") else ""
    return Said(
        rule=finding.rule,
        short=label(short),
        say=say(_qualified(rule, factor, assessment) or f"say.{whose}"),
        numbers=tuple(_numbers(finding, factor, assessment)),
        next=say(f"next.{whose}"),
        notes=tuple(_notes(finding)),
        also=say(also) if also else "",
        doubt=say("note.could-agree") if _might_agree(finding) else "",
        fragile=say("note.fragile") if finding.fragile else "",
    )


def _qualified(rule: str, factor: FactorFindings, assessment: Assessment) -> str:
    """The key of a finding in words that do not deny what it stands under, or ''."""
    if assessment.one_view or rule in (factor.headline, "two-camps", *DIFFER):
        return ""
    differs = any(each.rule in DIFFER for each in factor.findings)
    key = "also" if differs else "those" if factor.headline == "cannot-say" else ""
    return f"{key}.{rule}" if key and is_said(f"{key}.{rule}") else ""


def _notes(finding: Finding) -> Iterator[str]:
    if finding.fragile:
        yield say("note.fragile")
    if finding.could_be:
        bands = [label(f"short.{band}") for band in finding.could_be]
        fields = dict(zip(("one", "two", "three"), bands, strict=False))
        yield say(f"note.could-be.{len(bands)}", **fields)
    elif _might_agree(finding):
        yield say("note.could-agree")


def _might_agree(finding: Finding) -> bool:
    """Whether another group might agree more than people do here."""
    return finding.close_to_the_line and not finding.could_be


def _numbers(finding: Finding, factor: FactorFindings, assessment: Assessment) -> Iterator[str]:
    if finding.rule == "cannot-say":
        yield from _who_did_not_know(factor, assessment)
    elif finding.gap:
        yield from who_differs(finding.gap, factor, assessment)
    elif finding.rule == "views-differ":
        yield from _how_far_apart(factor, assessment)
    elif finding.rule in BANDS:
        yield from _typical(factor, assessment)


def _typical(factor: FactorFindings, assessment: Assessment) -> Iterator[str]:
    own = factor.by[EVERYONE]
    if own.typical_answer is not None:
        key = "numbers.one.typical" if assessment.one_view else "numbers.typical"
        yield with_typical(key, own.typical_answer, assessment, **range_fields(own))


def _who_did_not_know(factor: FactorFindings, assessment: Assessment) -> Iterator[str]:
    known = [s for s in factor.statements if s.by[EVERYONE].cannot_say is not None]
    if not known:
        return
    most = max(known, key=lambda s: s.by[EVERYONE].cannot_say or 0)
    tally = most.by[EVERYONE].tally
    key = "numbers.one.did-not-know" if assessment.one_view else "numbers.did-not-know"
    asked = tally.n + tally.dont_know
    yield say(key, some=tally.dont_know, n=asked, statement=_inside_quotes(most.text))


def _inside_quotes(statement: str) -> str:
    """A statement without its full stop, for the sentence that quotes it has its own."""
    return statement.strip().removesuffix(".")


def _how_far_apart(factor: FactorFindings, assessment: Assessment) -> Iterator[str]:
    known = [s for s in factor.statements if s.by[EVERYONE].agreement is not None]
    if not known:
        return
    widest = min(known, key=lambda s: s.by[EVERYONE].agreement or 0)
    counts, half = widest.by[EVERYONE].tally.counts, len(assessment.scale) // 2
    low, high = sum(counts[:half]), sum(counts[-half:])
    yield say("numbers.apart-about", statement=_inside_quotes(widest.text))
    if not (low and high):
        return  # nothing is said of nobody
    yield say(
        "numbers.apart" if half > 1 else "numbers.apart-one",
        low=low,
        high=high,
        n=sum(counts),
        low_answer=assessment.scale[half - 1],
        high_answer=assessment.scale[-half],
    )


def about_the_numbers(factor: FactorFindings, assessment: Assessment) -> Iterator[str]:
    """What else the numbers of a factor say: how many answered, how far they agree, weight."""
    everyone = factor.by[EVERYONE]
    if assessment.one_view or not factor.statements:
        return
    if everyone.typical_answer is not None:
        yield _how_many_answered(everyone.least, everyone.most)
    if everyone.agreement is not None:
        yield say(f"agreement.{agreement_key(everyone.agreement)}")
    balanced = factor.balanced
    if factor.weight_matters and everyone.typical_answer is not None and balanced is not None:
        numbers = {"everyone": everyone.typical_answer, "balanced": balanced}
        yield say("note.weight", **{name: one_decimal(value) for name, value in numbers.items()})


def _how_many_answered(least: int, most: int) -> str:
    if least == most:
        return say("numbers.answered", n=most)
    return say("numbers.answered-range", least=least, most=most)


def early_on(factor: FactorFindings, assessment: Assessment) -> str:
    """What to bear in mind about low answers where a place is getting going, or ''."""
    everyone = factor.by[EVERYONE].typical_answer
    setting = Setting(len(assessment.scale))
    if assessment.stage != "getting-going" or everyone is None:
        return ""
    low = round(everyone - setting.cut(GROWING), 9) < 0
    return (factor.factor.early_on or "") if low else ""


def statement_sentence(statement: StatementFindings, assessment: Assessment) -> str:
    """What people said to one statement, in counts."""
    result = statement.by[EVERYONE]
    if assessment.one_view:
        return own_answer(statement, assessment)
    counts = result.shown_counts
    if counts is None or not sum(counts):
        told = say("statement.too-few")
    else:
        told = _upper_answers(counts, assessment.scale)
    if result.cannot_say:
        asked = result.tally.n + result.tally.dont_know
        told += " " + say("statement.did-not-know", some=result.tally.dont_know, n=asked)
    second = statement.after_talking
    if second and second.tally.n:
        again = second.tally.counts
        told += " " + _upper_answers(again, assessment.scale, "after-talking")
    return told


def _upper_answers(counts: tuple[int, ...], scale: tuple[str, ...], vote: str = "statement") -> str:
    upper = len(scale) // 2
    form = {1: "one-answer", 2: "two-answers"}.get(upper, "or-higher")
    key = f"{vote}.{form}"
    some, answer = sum(counts[-upper:]), scale[-upper]
    return say(key, some=some, n=sum(counts), answer=answer, upper=scale[-1])


def own_answer(statement: StatementFindings, assessment: Assessment) -> str:
    """What one person answered to a statement."""
    tally = statement.by[EVERYONE].tally
    if tally.n:
        place = next(place for place, count in enumerate(tally.counts) if count)
        return say("statement.own-answer", answer=assessment.scale[place])
    if tally.dont_know:
        return say("statement.own-dont-know")
    return say(f"statement.own-{'cannot-answer' if tally.cannot_answer else 'nothing'}")


def own_words(tally: Tally, scale: tuple[str, ...]) -> str:
    """One person's answer alone, for a table."""
    given = [scale[place] for place, count in enumerate(tally.counts) if count]
    if given:
        return given[0]
    outside = "cannot-answer" if tally.cannot_answer else "nothing"
    return label("answer.dont-know" if tally.dont_know else f"answer.{outside}")
