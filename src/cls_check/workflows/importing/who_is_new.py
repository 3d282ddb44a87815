"""Who of a file is new in a round: nobody counts twice, and nobody is left behind in silence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from cls_check.errors import ClsCheckError, Place, RefusedError
from cls_check.exchange.incoming.own_levels import levels_in
from cls_check.files import records
from cls_check.messages import one_line
from cls_check.workflows.importing.counted_hands import counted_hands, with_hands
from cls_check.workflows.importing.same_people import pairs_of_one_person

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.exchange.incoming.response import Response
    from cls_check.files.records import Record
    from cls_check.files.records.taking_in import Ledger, Marks
    from cls_check.workflows.importing.plan import Plan

ByMark = list[tuple[str, "Response"]]


class Overlap(NamedTuple):
    """How a file stands to the people of an earlier one."""

    same: int
    changed: int
    gone: int
    new: int


class OverlapError(RefusedError):
    """Some people of a file were imported before, and others of them are missing or changed."""

    def __init__(self, overlap: Overlap, place: Place) -> None:
        self.overlap = overlap
        refused = RefusedError.of(
            "People of this file are in the round already, and it is not the same file. Of them and "
            f"of an earlier file, {overlap.same} are the same, {overlap.changed} have changed, "
            f"{overlap.gone} are gone, and {overlap.new} are new.",
            "To put this file in the place of the earlier one, add --replace.\n"
            "To add only those who are new, add --add-new.\n"
            "If nobody in it was in a file before, add --other-people.",
            place,
        )
        super().__init__(refused.problems)


def with_new(plan: Plan) -> Plan:
    """The plan with who is new, by what the record remembers now.

    Raises:
        ClsCheckError: nobody is in the files, or the earlier file cannot be taken back.
        OverlapError: the file is an earlier one that has changed, and nobody said what to do.
    """
    plan = replace(plan, ledger=records.ledger_of(plan.request.record))
    hands = counted_hands(plan)
    if hands:
        return with_hands(plan, hands)
    if not plan.responses:
        raise ClsCheckError.of(
            "There are no answers in this file.",
            "Is it the right file, and has anybody answered yet?",
            plan.request.place,
        )
    if plan.request.one_view:
        _check_one(plan)
    ledger = plan.ledger
    by_mark = [(ledger.mark(_content(plan, each)), each) for each in plan.responses]
    marks = Counter(mark for mark, _ in by_mark)
    if plan.request.before == "other-people":
        return _adding(plan, by_mark, marks, records.both_kept(marks, ledger))
    if plan.one_by_one:  # the same code again is the same person, most likely typed twice
        seen = {mark for source in ledger.sources for mark in source}
        new = Counter({mark: 1 for mark in marks if mark not in seen})
        return _adding(plan, by_mark, new, records.both_kept(new, ledger) if new else ledger)
    return _told_apart(plan, by_mark, marks)


def _content(plan: Plan, response: Response) -> list[object]:
    """What a mark is made of, as it is made of a voice in the record."""
    answers = dict(response.answers)
    if plan.request.of_levels:
        answers = levels_in(answers, plan.request.record.questionnaire)
    return [response.perspective, answers]


def _check_one(plan: Plan) -> None:
    """One view is that of one: one row, in a round where nothing else is, or in the place of it.

    Raises:
        RefusedError: it is not.
        OverlapError: another view is there.
    """
    people = len(plan.responses)
    if people > 1:
        raise RefusedError.of(
            f"One view is one row, and {people} rows here have answers.",
            "Keep one of them. If these are people of one round, leave --one-view away.",
            plan.request.place,
        )
    known = records.voices(plan.request.record).values()
    here = {plan.ledger.mark_of(voice) for voice in known}
    now = {plan.ledger.mark(_content(plan, each)) for each in plan.responses}
    if here - now and plan.request.before != "replace":
        raise OverlapError(Overlap(0, 1, 0, 0), plan.request.place)


def _adding(plan: Plan, by_mark: ByMark, new: Marks, ledger: Ledger) -> Plan:
    fresh = tuple(response for _, response in _first_of(new, by_mark))
    return replace(plan, new=fresh, known=len(by_mark) - len(fresh), ledger=ledger)


def _first_of(marks: Marks, by_mark: ByMark) -> Iterator[tuple[str, Response]]:
    """As many people of each mark as it says; who of several that answered the same is no matter."""
    left = Counter(marks)
    for mark, response in by_mark:
        if left[mark]:
            left[mark] -= 1
            yield mark, response


@dataclass
class _Known:
    """What of a file was imported before, and what of that is missing in it."""

    left: Marks
    """Those of the file that are in no earlier file which is in it whole."""
    others: list[Marks] = field(default_factory=list)
    """The earlier files that are not in it whole, with those of them that are in it."""
    same: list[Marks] = field(default_factory=list)
    changed: Marks = field(default_factory=Counter)
    """Those of the file who seem to be people of an earlier one that changed."""
    shared: set[int] = field(default_factory=set)
    """The places in `others` of the files that share people with this one."""

    @property
    def overlap(self) -> Overlap:
        """The four numbers."""
        same = sum(each.total() for each in self.same)
        earlier = sum(self.others[place].total() for place in self.shared)
        changed = self.changed.total()
        new = self.left.total() - same - changed
        return Overlap(same, changed, earlier - same - changed, new)


def _told_apart(plan: Plan, by_mark: ByMark, marks: Marks) -> Plan:
    """The plan, where the file may be one that was imported before, exported again since."""
    known = _known(plan, by_mark, marks)
    before, ledger = plan.request.before, plan.ledger
    hands = [source for source in ledger.sources if records.is_of_hands(source)]
    if before == "replace" and not known.shared and known.others and known.left:
        known.shared = _the_only_one(plan, known)
    if not known.shared:
        after = records.Ledger(ledger.key, [*hands, *known.others, marks])
        return _adding(plan, by_mark, known.left, after if known.left else ledger)
    if before == "stop":
        raise OverlapError(known.overlap, plan.request.place)
    if before == "add-new":
        new = known.left - sum(known.same, Counter()) - known.changed
        return _adding(plan, by_mark, new, records.both_kept(new, ledger) if new else ledger)
    earlier = sum((known.others[place] for place in known.shared), Counter())
    kept = [each for place, each in enumerate(known.others) if place not in known.shared]
    # Who is in both stays, under the same random name: nobody can tell that a file was replaced.
    stay = known.left & earlier
    gone = tuple(_voices_of(plan.request.record, ledger, earlier - stay))
    after = records.Ledger(ledger.key, [*hands, *kept, marks])
    return replace(_adding(plan, by_mark, known.left - stay, after), gone=gone)


def _known(plan: Plan, by_mark: ByMark, marks: Marks) -> _Known:
    known = _Known(Counter(marks))
    for source in plan.ledger.sources:
        if records.is_of_hands(source):
            continue
        if source <= known.left:
            known.left -= source
        else:
            known.others.append(source)
    rest = Counter(known.left)
    for place, source in enumerate(known.others):
        both = rest & source
        known.same.append(both)
        rest -= both
        if both:
            known.shared.add(place)
    if rest and known.others:
        _find_changed(plan, known, list(_first_of(rest, by_mark)))
    return known


def _find_changed(plan: Plan, known: _Known, newcomers: Sequence[tuple[str, Response]]) -> None:
    """Find those of an earlier file whose answers were changed, or who got more of them."""
    missing = {
        mark: place
        for place, source in enumerate(known.others)
        for mark in source - known.same[place]
    }
    voices = records.voices(plan.request.record).values()
    here = [(mark, voice) for voice in voices if (mark := plan.ledger.mark_of(voice)) in missing]
    pairs = pairs_of_one_person([v for _, v in here], [response for _, response in newcomers])
    for old, new in pairs:
        known.changed[newcomers[new][0]] += 1
        known.shared.add(missing[here[old][0]])


def _the_only_one(plan: Plan, known: _Known) -> set[int]:
    """The earlier file to replace, where nobody of it is in this one: it has to be the only one."""
    if len(known.others) == 1:
        return {0}
    raise RefusedError.of(
        f"{len(known.others)} files were imported before, and this one shares nobody with them. So "
        "it is not clear which of them it is to replace.",
        "Begin the round again in a new folder, and import the right files into it.",
        plan.request.place,
    )


def _voices_of(record: Record, ledger: Ledger, source: Marks) -> Iterator[str]:
    """The random names of the people of a file.

    Raises:
        RefusedError: answers of some were changed in the round since.
    """
    left = Counter(source)
    for name, voice in records.voices(record).items():
        mark = ledger.mark_of(voice)
        if left[mark]:
            left[mark] -= 1
            yield name
    if +left:
        raise RefusedError.of(
            "The earlier file cannot be taken back: answers of some of its people were changed in "
            "the round since.",
            "Begin the round again in a new folder, and import the right file into it.",
            Place(one_line(str(record.folder))),
        )
