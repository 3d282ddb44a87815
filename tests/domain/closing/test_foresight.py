"""What is said before a round is closed: who is joined, who is missing, what cannot be hidden."""

from __future__ import annotations

from cls_check.cli.screen.tell_foresight import foretold
from cls_check.domain.closing.foresight import OfOneMind, foresight
from tests.domain.rooms import assessment

NAMES = {"staff": "staff", "leader": "leaders", "carer": "unpaid carers"}


def test_small_groups_are_named_with_what_they_lack() -> None:
    """Three leaders lack two; the six carers join them, for three alone would be found."""
    found = foresight(assessment({"staff": {4: 4, 3: 5}, "leader": {2: 3}, "carer": {3: 3, 4: 3}}))
    assert found.joined == ("leader", "carer")
    assert found.missing == {"leader": 2}
    told = list(foretold(found, NAMES))
    assert told[0].endswith(
        "shown together as people from other perspectives: leaders, unpaid carers."
    )
    assert told[1] == "With 2 more people, leaders could be shown on their own."


def test_a_sensitive_factor_needs_twice_as_many() -> None:
    said = {"staff": {4: 6, 3: 6}, "leader": {2: 3, 3: 4}, "carer": {3: 3, 4: 3}}
    found = foresight(assessment(said, factor={"sensitive": True, "title": "Trust"}))
    assert (found.joined, found.joined_there) == ((), ("carer", "leader"))
    assert list(foretold(found, NAMES)) == [
        "For “Trust”, a group is shown on its own from 10 people on. "
        "There, these are shown together too: unpaid carers, leaders."
    ]
    assert not found.is_worth_waiting


def test_groups_of_one_mind_are_told_shown_or_joined() -> None:
    """All nine staff said 4, and so did the seven who are joined."""
    found = foresight(assessment({"staff": {4: 9}, "leader": {2: 3}, "carer": {2: 4}}))
    assert found.of_one_mind == (
        OfOneMind("s-1", "Statement 1.", "staff", 9),
        OfOneMind("s-1", "Statement 1.", "other-perspectives", 7),
    )
    told = list(foretold(found, NAMES))
    assert "  Staff, 9 people: Statement 1." in told
    assert "  People from other perspectives, 7 people: Statement 1." in told
    assert found.is_worth_waiting


def test_many_statements_are_counted_and_not_listed() -> None:
    found = foresight(assessment(*[{"staff": {4: 9}}] * 8))
    told = list(foretold(found, {"staff": "staff"}))
    assert sum(line.startswith("  Staff") for line in told) == 5
    assert "  3 more statements" in told


def test_where_all_is_well_nothing_is_said() -> None:
    found = foresight(assessment({"staff": {4: 5, 3: 4}, "leader": {2: 3, 3: 3}}))
    assert list(foretold(found, NAMES)) == []
    assert not found.is_worth_waiting


def test_too_few_people_are_told_before_anything_else() -> None:
    found = foresight(assessment({"staff": {4: 2, 3: 1}}))
    assert list(foretold(found, {"staff": "staff"})) == [
        "Fewer than 5 people answered. Nothing can be shown without giving somebody away."
    ]
