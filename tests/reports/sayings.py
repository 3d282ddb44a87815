"""Places that make a report say each of its sentences, with the numbers that do it.

Each row is a place, or a place then and now, and the keys of the catalogue that it is there for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from cls_check.domain.comparison.comparison import Comparison, compare
from tests.reports.places import answers, factor, place

if TYPE_CHECKING:
    from cls_check.domain.assessments.assessment import Assessment

SPRING = "2026-03-12"
LIVED, STAFF, LEADER = "lived-experience", "frontline", "leader"
Given = Mapping[str, Sequence[int]]
"""How many people of each perspective gave each answer, lowest first."""


class Saying(NamedTuple):
    """A round, the one before it or None, and what is said because of them."""

    now: Assessment
    then: Assessment | None
    keys: tuple[str, ...]

    @property
    def comparison(self) -> Comparison | None:
        return compare(self.then, self.now) if self.then else None


def of(
    people: Mapping[str, int], *factors: dict[str, Any], date: str = "2026-09-10", **more: Any
) -> Assessment:
    return place(people, factors=list(factors), date=date, **more)


def staff(*counts: int, **outside: int) -> dict[str, dict[str, int]]:
    return {STAFF: answers(*counts, **outside)}


def one(*statements: dict[str, int], **more: Any) -> Assessment:
    """One person's own picture: each statement is the place of the answer, or of an outside one."""
    made = [{"everyone": each} for each in statements]
    own = more.pop("factor", {})
    whole = of({"everyone": 1}, factor("Time", *made, **own), perspectives={}, **more)
    return whole.model_copy(update={"one_view": True})


def both(
    now: Sequence[int],
    then: Sequence[int],
    *keys: str,
    people: tuple[int, int] = (12, 12),
    new: dict[str, Any] | None = None,
    old: dict[str, Any] | None = None,
) -> Saying:
    """Staff's answers to one statement, now and then; `new` and `old` are more of the factor."""
    after = of({STAFF: people[0]}, factor("Time", staff(*now), **(new or {})))
    before = of({STAFF: people[1]}, factor("Time", staff(*then), **(old or {})), date=SPRING)
    return Saying(after, before, keys)


def room(now: Given, then: Given, *keys: str) -> Saying:
    """Lived experience and staff, each with its answers to one statement: other people came."""
    return Saying(_room(now), _room(then, date=SPRING), keys)


def _room(given: Given, **more: Any) -> Assessment:
    people = {name: sum(counts) for name, counts in given.items()}
    told = {name: answers(*counts) for name, counts in given.items()}
    return of(people, factor("Time", told), **more)


def one_factor_of_ten(given: Given) -> Assessment:
    """Ten factors, of which people see nine alike: the more is looked at, the more is chance."""
    people = {name: sum(counts) for name, counts in given.items()}
    alike = {name: answers(0, 0, size) for name, size in people.items()}
    apart = {name: answers(*counts) for name, counts in given.items()}
    return of(people, *(factor(f"Time {n}", alike if n else apart) for n in range(10)))


def two_gaps(
    ours: dict[str, int], theirs: dict[str, int], near: tuple[dict[str, int], dict[str, int]]
) -> Assessment:
    """Five factors and three groups; on two of them one group is far from one other, each time
    from another one, and on the rest it is a little to the same side of both."""
    far = [{LIVED: ours, STAFF: theirs, LEADER: ours}, {LIVED: ours, STAFF: ours, LEADER: theirs}]
    rest = {LIVED: near[0], STAFF: near[1], LEADER: near[1]}
    made = [factor(f"Time {n}", each) for n, each in enumerate([*far, rest, rest, rest])]
    return of({LIVED: 5, STAFF: 5, LEADER: 5}, *made)


def throughout(given: Given, first: Given | None = None, **more: Any) -> Assessment:
    """Six factors with the same answers, but for the first where it has its own."""
    people = {name: sum(counts) for name, counts in given.items()}
    told = [first or given, *[given] * 5]
    made = [
        factor(f"Time {n}", {name: answers(*counts) for name, counts in each.items()})
        for n, each in enumerate(told)
    ]
    return of(people, *made, **more)


def levels(then: str | None, now: str | None, *keys: str, alone: bool = False) -> Saying:
    """A level then and now, without a statement; alone it is one person's own."""
    made = [
        of({"everyone": 1 if alone else 12}, factor("Time", level=each), date=date, perspectives={})
        for each, date in ((then, SPRING), (now, "2026-09-10"))
    ]
    if alone:
        made = [each.model_copy(update={"one_view": True}) for each in made]
    return Saying(made[1], made[0], keys)


def reworded(text: str, *keys: str) -> Saying:
    """A statement that had other words."""
    then = factor("Time", staff(0, 0, 12), staff(0, 0, 12))
    now = factor("Time", staff(0, 0, 12), staff(0, 0, 12))
    now["statements"]["tim-1"]["text"] = text
    return Saying(of({STAFF: 12}, now), of({STAFF: 12}, then, date=SPRING), keys)


def moved(*keys: str) -> Saying:
    """A statement that stood under another heading."""
    one_, two_ = factor("Time", staff(0, 0, 12)), factor("Trust", staff(0, 0, 12), staff(0, 0, 12))
    new_one, new_two = factor("Time", staff(0, 0, 12)), factor("Trust", staff(0, 0, 12))
    new_one["statements"]["tru-2"] = two_["statements"]["tru-2"]
    new = of({STAFF: 12}, new_one, new_two)
    return Saying(new, of({STAFF: 12}, one_, two_, date=SPRING), keys)


def renumbered(*keys: str) -> Saying:
    """A statement that had another id."""
    then = factor("Time", staff(0, 0, 12), staff(0, 0, 12))
    now = factor("Time", staff(0, 0, 12), staff(0, 0, 12))
    now["statements"]["tim-9"] = now["statements"].pop("tim-2")
    return Saying(of({STAFF: 12}, now), of({STAFF: 12}, then, date=SPRING), keys)


def _scale(*keys: str) -> Saying:
    new = of({STAFF: 12}, factor("Time", staff(0, 0, 12)))
    other = {"scale": ["No", "A bit", "Half", "Mostly", "Yes"]}
    return Saying(new, of({STAFF: 12}, factor("Time", staff(0, 0, 12)), date=SPRING, **other), keys)


def _agreed(agreement_of: Sequence[int], *keys: str) -> Saying:
    return Saying(of({STAFF: 12}, factor("Time", staff(*agreement_of))), None, keys)


def _unsure(counts: Sequence[int], *keys: str, **more: Any) -> Saying:
    """As many do not know as gave these answers."""
    asked = staff(*counts, dont_know=sum(counts))
    return Saying(of({STAFF: 2 * sum(counts)}, factor("Time", asked, **more)), None, keys)


def second_vote(positions: int, *keys: str) -> Saying:
    """Twelve people say the highest answer of a scale, and again after talking."""
    highest = [*[0] * (positions - 1), 12]
    told = factor("Time", staff(*highest))
    told["statements"]["tim-1"]["after-talking"] = answers(*highest)
    scale = [f"Answer {n}" for n in range(1, positions + 1)]
    return Saying(of({STAFF: 12}, told, scale=scale), None, keys)


def _edited(title: str, because: str | None, who: str, **more: Any) -> Assessment:
    told = factor("Time", staff(0, 0, 12), because=because,
                  actions=[{"what": "Ring back", "who": who}])  # fmt: skip
    said = {"values": {"text": "Which values?", "said": f"{who}: kindness."}}
    return of({STAFF: 12}, told | {"title": title}, reflections=said, **more)


DONE = {"actions": [{"what": "Ring back", "done": True}]}
LATE = {"actions": [{"what": "Ring back", "by": "2026-09-09"}]}
SHOWN = {"evidence": [{"from": "people", "what": "A letter."}]}
SIX_ON_TRUST: dict[str, Any] = {"sensitive-group": 6}
MINIMUM_OF_FOUR: dict[str, Any] = {"minimum-group": 4}
OPEN = {"actions": [{"what": "Ring back", "who": "Sam"}, {"what": "Ask"}]}
TOO_FEW, MANY = {LIVED: (0, 8), STAFF: (0, 12)}, {LIVED: (0, 0, 22), STAFF: (0, 0, 22)}

SAYINGS = {
    # One person's own picture
    "one: a level alone": levels(
        None, "growing", "short.level-one", "sees.no-numbers-one", alone=True
    ),
    "one: no level settled on": levels(
        None,
        "we-do-not-agree",
        "level.not-agreed-one",
        "since.level.one.first-not-agreed",
        alone=True,
    ),
    "one: 3.5 in the middle": Saying(
        one(answers(0, 0, 1), answers(0, 0, 0, 1)),
        None,
        ("say.one.growing-well", "next.one.growing-well"),
    ),
    "one: 3": Saying(one(answers(0, 0, 1)), None, ("say.one.growing", "next.one.growing")),
    "one: 1": Saying(
        one(answers(1)), None, ("say.one.starting", "next.one.starting", "strong.none-one")
    ),
    "one: 1, with evidence": Saying(
        one(answers(1), factor={"evidence": [{"from": "people", "what": "A letter."}]}),
        None,
        ("say.one.shown-not-felt", "next.one.shown-not-felt"),
    ),
    "one: cannot answer": Saying(
        one(answers(0, 0, 0, 0, 1), answers(0, 0, 0, 1), answers(cannot_answer=1)),
        None,
        ("statement.own-cannot-answer", "answer.cannot-answer", "unsure.none-one"),
    ),
    "one: nothing but dont-know": Saying(one(answers(dont_know=1)), None, ("effort.too-few-one",)),
    # Groups
    "12 alike": _agreed((0, 0, 12), "agreed.close"),
    "established": Saying(
        of({STAFF: 12}, factor("Time", staff(0, 0, 12)), stage="established"),
        None,
        ("stage.established",),
    ),
    "three groups of three": Saying(
        of(
            {LIVED: 3, STAFF: 3, LEADER: 3},
            factor("Time", {g: answers(0, 0, 3) for g in (LIVED, STAFF, LEADER)}),
        ),
        None,
        ("who.all-joined",),
    ),
    "all strong and agreed": Saying(
        of({STAFF: 12}, factor("Time", staff(0, 0, 0, 0, 12))), None, ("effort.none",)
    ),
    "a minimum of four": Saying(
        of(
            {STAFF: 4, LIVED: 8},
            factor("Time", {STAFF: answers(0, 0, 4), LIVED: answers(0, 4, 4)}),
            **MINIMUM_OF_FOUR,
        ),
        None,
        ("read.minimum",),
    ),
    "trust, with six people of a group": Saying(
        of(
            {STAFF: 6, LIVED: 8},
            factor("Trust", {STAFF: answers(0, 0, 6), LIVED: answers(0, 4, 4)}, sensitive=True),
            **SIX_ON_TRUST,
        ),
        None,
        ("read.sensitive-lowered",),
    ),
    "one group in a lane": Saying(
        of({STAFF: 12}, factor("Time", staff(0, 6, 6))), None, ("lane.group",)
    ),
    "two groups at one place": Saying(
        _room({LIVED: (0, 4, 4), STAFF: (0, 6, 6)}), None, ("lane.same",)
    ),
    "all that was agreed is done": Saying(
        of({STAFF: 12}, factor("Time", staff(0, 0, 12), **DONE)), None, ("summary.all-done",)
    ),
    "an action without a day": Saying(
        of({STAFF: 12}, factor("Time", staff(0, 0, 12), **OPEN)), None, ("action", "action.who")
    ),
    "an action that is open past its day": Saying(
        of({STAFF: 12}, factor("Time", staff(0, 0, 12), **LATE)),
        None,
        ("actions.late", "action.late", "effort.action"),
    ),
    # Two groups far apart: 5 and 5 people, and more of both
    "perhaps apart, by chance in half of the reports": Saying(
        one_factor_of_ten({LIVED: (0, 3, 1, 0, 1), LEADER: (0, 0, 1, 4)}),
        None,
        (
            "say.perspectives-may-differ",
            "numbers.chance.often",
            "differ.perhaps",
            "next.perspectives-may-differ",
            "differ.none-clear",
        ),
    ),
    "perhaps apart, and mixed": Saying(
        _room({LIVED: (4, 1, 0, 2, 2), LEADER: (0, 4, 1, 3, 1)}),
        None,
        ("also.perspectives-may-differ", "also.growing"),
    ),
    "perhaps apart, six groups of five": Saying(
        one_factor_of_ten(
            dict.fromkeys(("carer", STAFF, "manager", "partner"), (0, 0, 5))
            | {LIVED: (0, 3, 1, 0, 1), LEADER: (0, 0, 1, 4)}
        ),
        None,
        ("numbers.chance.mostly",),
    ),
    "perhaps apart, eight of each": Saying(
        _room({LIVED: (1, 2, 4, 1, 0), LEADER: (1, 0, 2, 4, 1)}), None, ("numbers.chance.can",)
    ),
    "perhaps apart, and each of them too": Saying(
        _room({LIVED: (4, 5, 0, 2, 5), LEADER: (2, 3, 2, 5, 4)}), None, ("numbers.wide-inside",)
    ),
    "perhaps apart, twelve of each": Saying(
        _room({LIVED: (1, 5, 4, 2, 0), LEADER: (1, 2, 3, 5, 1)}), None, ("numbers.chance.seldom",)
    ),
    "apart, and high all together": Saying(
        _room({LIVED: (0, 0, 6, 2), LEADER: (0, 0, 0, 0, 12)}),
        None,
        ("also.strength", "also.felt-not-shown"),
    ),
    "apart, and above the middle": Saying(
        _room({LIVED: (0, 8), LEADER: (0, 0, 0, 12)}), None, ("also.growing-well",)
    ),
    "apart, and low all together": Saying(
        of(
            {LIVED: 12, LEADER: 6},
            factor("Time", {LIVED: answers(12), LEADER: answers(0, 0, 6)}, **SHOWN),
        ),
        None,
        ("also.starting", "also.shown-not-felt"),
    ),
    "many could not say, and those who could said 4": _unsure(
        (0, 0, 0, 6), "those.strength", "those.felt-not-shown"
    ),
    "those who could said 3 or 4": _unsure((0, 0, 3, 3), "those.growing-well"),
    "those who could said 3": _unsure((0, 0, 6), "those.growing"),
    "those who could said 1, with evidence": _unsure(
        (6,), "those.starting", "those.shown-not-felt", **SHOWN
    ),
    "three answers, far apart": Saying(
        of({STAFF: 12}, factor("Time", staff(6, 0, 6)), scale=["No", "Partly", "Yes"]),
        None,
        ("numbers.apart-one",),
    ),
    "a range over three bands": Saying(
        of({STAFF: 6}, factor("Time", staff(2, 1, 2, 0, 1))), None, ("note.could-be.2",)
    ),
    "a range over all bands": Saying(
        of({STAFF: 5}, factor("Time", staff(1, 1, 1, 1, 1))), None, ("note.could-be.3",)
    ),
    "one group on one side of two gaps, and of nearly all factors": Saying(
        two_gaps(answers(0, 4, 1), answers(0, 0, 2, 3), (answers(0, 1, 4), answers(0, 0, 4, 1))),
        None,
        ("differ.one.lower",),
    ),
    "the same the other way round": Saying(
        two_gaps(answers(0, 0, 2, 3), answers(0, 4, 1), (answers(0, 0, 4, 1), answers(0, 1, 4))),
        None,
        ("differ.one.higher",),
    ),
    # One group lower or higher on everything, beside one other or several
    "lower than one other": Saying(
        throughout({LIVED: (0, 4, 4), STAFF: (0, 0, 4, 4)}),
        None,
        ("whole.lower-than-one", "you.lower-than-one", "differ.none-beyond"),
    ),
    "higher than one other": Saying(
        throughout({LIVED: (0, 0, 0, 8), STAFF: (0, 8)}),
        None,
        ("whole.higher-than-one", "you.higher-than-one"),
    ),
    "lower than the others": Saying(
        throughout({LIVED: (0, 8), STAFF: (0, 0, 0, 8), LEADER: (0, 0, 0, 8)}),
        None,
        ("whole.lower-than-others", "you.lower-than-others"),
    ),
    "higher than the others": Saying(
        throughout({LIVED: (0, 8), STAFF: (0, 8), LEADER: (0, 0, 0, 8)}),
        None,
        ("whole.higher-than-others", "you.higher-than-others"),
    ),
    "beyond what runs through": Saying(
        throughout({LIVED: (0, 8), STAFF: (0, 0, 0, 8)}, {LIVED: (8,), STAFF: (0, 0, 0, 0, 8)}),
        None,
        ("numbers.beyond", "whole.beyond"),
    ),
    "higher then, higher now": Saying(
        throughout({LIVED: (0, 8), STAFF: (0, 0, 0, 8)}),
        throughout({LIVED: (0, 8), STAFF: (0, 0, 0, 8)}, date=SPRING),
        ("difference.throughout-then", "difference.throughout-now"),
    ),
    # Scales of 3, 5 and 7 answers, with a second vote
    "three answers": second_vote(3, "statement.one-answer", "after-talking.one-answer"),
    "five answers": second_vote(5, "statement.two-answers", "after-talking.two-answers"),
    "seven answers": second_vote(7, "statement.or-higher", "after-talking.or-higher"),
    # Since last time: everyone, 12 people then and now
    "a step higher": both((0, 0, 0, 12), (0, 0, 12), "since.up", "since.plain.up"),
    "a step lower": both((0, 0, 12), (0, 0, 0, 12), "since.down"),
    "seven of 12 higher": both(
        (0, 1, 4, 6, 1), (0, 3, 6, 3), "since.maybe-up", "since.plain.maybe-up"
    ),
    "seven of 12 lower": both(
        (0, 3, 6, 3), (0, 1, 4, 6, 1), "since.maybe-down", "since.plain.maybe-down"
    ),
    "24 people, a little lower": both(
        (4, 11, 6, 3),
        (3, 5, 9, 7),
        "since.maybe-down.many",
        "since.plain.maybe-down.many",
        people=(24, 24),
    ),
    "one action, now done": both(
        (0, 0, 12),
        (0, 0, 12),
        "since.actions-one",
        new=DONE,
        old={"actions": [{"what": "Ring back"}]},
    ),
    # The room changed: 8 and 12 people became 8 and 30, or a group came or went
    "another room, no shift": room(
        {LIVED: (0, 0, 8), STAFF: (0, 0, 30)},
        {LIVED: (0, 0, 8), STAFF: (0, 0, 8)},
        "since.room",
        "since.room.more",
        "since.groups-unclear",
        "since.together.no-clear-change",
    ),
    "a group that came": room(
        {LIVED: (0, 0, 12), STAFF: (0, 0, 12)}, {STAFF: (0, 0, 12)}, "since.room.new"
    ),
    "a group that went": room(
        {STAFF: (0, 0, 12)}, {LIVED: (0, 0, 12), STAFF: (0, 0, 12)}, "since.room.gone"
    ),
    "another room, all higher": room(
        {LIVED: (0, 0, 0, 8), STAFF: (0, 0, 0, 30)},
        {LIVED: (0, 0, 8), STAFF: (0, 0, 8)},
        "since.together.up",
        "since.room.may-explain",
    ),
    "another room, all lower": room(
        {LIVED: (0, 0, 8), STAFF: (0, 0, 30)},
        {LIVED: (0, 0, 0, 8), STAFF: (0, 0, 0, 8)},
        "since.together.down",
        "since.group.down",
    ),
    "another room alone moves it": room(
        {LIVED: (0, 8), STAFF: (0, 0, 0, 40)},
        {LIVED: (0, 40), STAFF: (0, 0, 0, 8)},
        "since.room-may-explain",
    ),
    "another room, perhaps lower": room(
        {LIVED: (2, 4, 1, 0, 1), STAFF: (1, 6, 1)},
        {LIVED: (3, 2, 2, 1), STAFF: (4, 8, 10, 6, 2)},
        "since.together.maybe-down",
        "since.group.maybe-down",
    ),
    "another room, perhaps higher": room(
        {LIVED: (0, 4, 2, 1, 1), STAFF: (3, 6, 15, 6)},
        {LIVED: (2, 4, 1, 1), STAFF: (1, 4, 2, 0, 1)},
        "since.together.maybe-up",
    ),
    "another room, staff perhaps higher": room(
        {LIVED: (0, 2, 3, 1, 2), STAFF: (0, 1, 5, 2)},
        {LIVED: (1, 1, 6), STAFF: (6, 9, 11, 3, 1)},
        "since.group.maybe-up",
    ),
    "another large room, perhaps higher": room(
        {LIVED: (4, 7, 10, 1), STAFF: (6, 10, 19, 8, 1)},
        {LIVED: (4, 10, 5, 3), STAFF: (5, 9, 6, 2)},
        "since.together.maybe-up.many",
    ),
    "another large room, lived experience perhaps higher": room(
        {LIVED: (3, 5, 9, 5), STAFF: (6, 15, 18, 3, 2)},
        {LIVED: (7, 6, 7, 2), STAFF: (7, 8, 5, 1, 1)},
        "since.group.maybe-up.many",
    ),
    "another large room, lived experience higher and staff not": room(
        {LIVED: (3, 6, 8, 5), STAFF: (3, 19, 15, 6, 1)},
        {LIVED: (7, 8, 6, 1), STAFF: (3, 10, 8, 1)},
        "since.group.up",
        "since.group.no-clear-change",
    ),
    "another large room, perhaps lower": room(
        {LIVED: (4, 12, 4, 2), STAFF: (5, 8, 5, 4)},
        {LIVED: (5, 4, 12, 1), STAFF: (11, 11, 28, 9, 1)},
        "since.together.maybe-down.many",
    ),
    "another large room, lived experience perhaps lower": room(
        {LIVED: (6, 8, 7, 0, 1), STAFF: (4, 8, 8, 2)},
        {LIVED: (4, 5, 4, 7, 2), STAFF: (9, 20, 22, 8, 1)},
        "since.group.maybe-down.many",
    ),
    "each perspective too, higher": room(
        {LIVED: (0, 0, 1, 2, 2), STAFF: (0, 0, 1, 4, 4)},
        {LIVED: (0, 3, 3), STAFF: (0, 2, 2, 1)},
        "since.each-too.higher",
    ),
    "each perspective too, lower": room(
        {LIVED: (0, 3, 3), STAFF: (0, 2, 2, 1)},
        {LIVED: (0, 0, 1, 2, 2), STAFF: (0, 0, 1, 4, 4)},
        "since.each-too.lower",
    ),
    "other organisations may have come": Saying(
        of({STAFF: 12}, factor("Time", staff(0, 0, 0, 12)), organisations=5),
        of({STAFF: 12}, factor("Time", staff(0, 0, 12)), date=SPRING, organisations=3),
        ("since.organisations",),
    ),
    # What is not compared, and why
    "all worded differently": Saying(
        of({STAFF: 12}, factor("Tim", staff(0, 0, 12))),
        of({STAFF: 12}, factor("Trust", staff(0, 0, 12)), date=SPRING),
        ("since.why.nothing-shared",),
    ),
    "another scale": _scale("since.why.other-scale"),
    "another place": Saying(
        of({STAFF: 12}, factor("Time", staff(0, 0, 12))),
        of({STAFF: 12}, factor("Time", staff(0, 0, 12)), date=SPRING, place="Southfield"),
        ("since.why.other-place",),
    ),
    "a factor more": Saying(
        of({STAFF: 12}, factor("Time", staff(0, 0, 12)), factor("Trust", staff(0, 0, 12))),
        of({STAFF: 12}, factor("Time", staff(0, 0, 12)), date=SPRING),
        ("since.why.new",),
    ),
    "a factor less": Saying(
        of({STAFF: 12}, factor("Time", staff(0, 0, 12))),
        of(
            {STAFF: 12},
            factor("Time", staff(0, 0, 12)),
            factor("Trust", staff(0, 0, 12)),
            date=SPRING,
        ),
        ("since.retired", "since.why.retired"),
    ),
    "other words": reworded("We do thing 1 together, now.", "since.status.reworded"),
    "other sense": reworded("Money is never easy to find.", "since.status.reused-id"),
    "another heading": moved("since.status.moved"),
    "another id": renumbered("since.status.other-id"),
    "a statement less": Saying(
        of({STAFF: 12}, factor("Time", staff(0, 0, 12))),
        of({STAFF: 12}, factor("Time", staff(0, 0, 12), staff(12)), date=SPRING),
        ("since.status.retired",),
    ),
    # Levels
    "levels alone": levels("starting", "growing", "since.why.levels", "since.level.moved"),
    "a level less": levels("starting", None, "since.level.gone"),
    "at first no agreement": levels(None, "we-do-not-agree", "since.level.first-not-agreed"),
    "no agreement, then nothing": levels("we-do-not-agree", None, "since.level.gone-not-agreed"),
    "one: still open": levels(
        "we-do-not-agree", "we-do-not-agree", "since.level.one.still-open", alone=True
    ),
    "one: settled": levels("we-do-not-agree", "growing", "since.level.one.agreed", alone=True),
    "one: open again": levels(
        "growing", "we-do-not-agree", "since.level.one.not-agreed", alone=True
    ),
    "one: left": levels("we-do-not-agree", None, "since.level.one.gone-not-agreed", alone=True),
    # Two files side by side
    "backwards": Saying(
        of({STAFF: 12}, factor("Time", staff(0, 0, 12)), date=SPRING),
        of({STAFF: 12}, factor("Time", staff(0, 0, 12))),
        ("difference.backwards",),
    ),
    "sixteen statements less": Saying(
        of({STAFF: 12}, factor("Time", staff(0, 0, 12))),
        of({STAFF: 12}, factor("Time", *[staff(0, 0, 12)] * 17), date=SPRING),
        ("difference.more",),
    ),
    "one round: 12 people and 13": Saying(
        of({STAFF: 13}, factor("Time", staff(0, 0, 12, 1))),
        of({STAFF: 12}, factor("Time", staff(0, 0, 12))),
        ("difference.people-differ", "difference.answers-differ", "difference.too-close"),
    ),
    "one round: words edited": Saying(
        _edited("Time", "We heard it twice.", "Sam", round="Autumn 2026"),
        _edited("Giving time", "We heard it.", "Kim", round="Autumn"),
        (
            "difference.answers-same",
            "heading.difference.edited",
            "difference.edited.title",
            "difference.edited.because",
            "difference.edited.actions",
            "difference.edited.reflection",
            "difference.edited.particulars",
        ),
    ),
    "one round: a reason added": Saying(
        _edited("Time", "We heard it.", "Sam"),
        _edited("Time", None, "Sam"),
        ("difference.edited.because-new",),
    ),
    "one round: a reason taken out": Saying(
        _edited("Time", None, "Sam"),
        _edited("Time", "We heard it.", "Sam"),
        ("difference.edited.because-gone",),
    ),
    "one round: voted again": Saying(
        second_vote(5).now,
        of(
            {STAFF: 12},
            factor("Time", staff(0, 0, 0, 0, 12)),
            scale=[f"Answer {n}" for n in range(1, 6)],
        ),
        ("difference.edited.after-talking",),
    ),
    "one person, twice": Saying(
        one(answers(0, 0, 0, 1)),
        one(answers(0, 0, 1), date=SPRING),
        ("heading.difference.own", "since.own.intro", "since.own.limits"),
    ),
    "one person after a group": Saying(
        one(answers(0, 0, 0, 1)),
        of({STAFF: 12}, factor("Time", staff(0, 0, 12)), date=SPRING),
        ("title.difference.mixed",),
    ),
}
