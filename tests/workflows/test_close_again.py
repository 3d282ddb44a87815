"""A round that is closed again is compared with who was there, and not by its numbers alone.

Where only the numbers were compared, one person who was taken out could be hidden behind others who
came, and rooms that were joined in pairs could be added and subtracted until one person was left.
"""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest

from cls_check.domain.rounds.round import Hands, Round, Voice
from cls_check.errors import BadFileError, RefusedError
from cls_check.files import records
from cls_check.workflows.checking.one_file import check
from cls_check.workflows.close import close_records

ASKED = """\
cls-check-questionnaire: 1
id: small
version: "1"
title: Small
scale:
  answers: [Not true, A little, Mostly, Very]
perspectives:
  staff: staff
factors:
  time:
    title: Time
    statements:
      tim-1: We have time.
"""
NEARLY = "closed before with nearly the same people"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def room(name: str, **answers: int) -> records.Record:
    """A room of the round: `three=4` are four people who say 3."""
    this_round = Round.model_validate(
        {"cls-check-round": 1, "place": "Northfield", "date": "2026-09-10"}
    )
    made = records.start(Path(name), this_round, ASKED)
    come(made, **answers)
    return made


def come(record: records.Record, **answers: int) -> list[Path]:
    """More people come; the files of their voices."""
    number = {"one": "1", "two": "2", "three": "3", "four": "4"}
    kept = [records.voice_file(record, records.new_id()) for _ in range(sum(answers.values()))]
    said = [number[word] for word, people in answers.items() for _ in range(people)]
    for each, answer in zip(kept, said, strict=True):
        tree = {"cls-check-voice": 1, "perspective": "staff", "answers": {"tim-1": answer}}
        records.save_voice(each, Voice.model_validate(tree))
    return [each.path for each in kept]


def closed(*rooms: records.Record) -> dict[str, int]:
    """Close them together, and give what was said."""
    done = close_records([each.folder for each in rooms], Path(), minimum_group=5, replacing=True)
    return dict(done.assessment.factors["time"].statements["tim-1"].answers["staff"])


def test_one_who_was_taken_out_is_not_hidden_behind_others_who_said_the_same() -> None:
    """Eleven, then sixteen: in the numbers alone, five people came."""
    record = room("n.open", three=10)
    [one] = come(record, one=1)
    assert closed(record) == {"1": 1, "3": 10}
    one.unlink()
    come(record, one=1, four=5)
    with pytest.raises(RefusedError, match=NEARLY):
        closed(record)


@pytest.mark.parametrize(("gone", "is_refused"), [(0, False), (4, True), (5, False)])
def test_as_many_as_a_group_may_go(gone: int, is_refused: bool) -> None:
    record = room("n.open", three=10)
    leaving = come(record, one=5)
    closed(record)
    for path in leaving[:gone]:
        path.unlink()
    come(record, one=gone, four=5)
    if is_refused:
        with pytest.raises(RefusedError, match=NEARLY):
            closed(record)
    else:
        assert closed(record) == {"1": 5, "3": 10, "4": 5}


def test_rooms_that_are_joined_in_pairs_leave_nobody_alone() -> None:
    """First and second, then second and third: the third is one person, whatever the second was."""
    first, second, third = room("a.open", three=12), room("b.open", two=6), room("c.open", one=1)
    assert closed(first, second) == {"2": 6, "3": 12}
    for pair in ((second, third), (first, third)):
        with pytest.raises(RefusedError, match=NEARLY):
            closed(*pair)


def test_rooms_of_enough_people_can_be_closed_alone_and_together() -> None:
    first, second = room("a.open", three=6), room("b.open", two=7)
    assert closed(first) == {"3": 6}
    assert closed(first, second) == {"2": 7, "3": 6}
    assert closed(first, second) == {"2": 7, "3": 6}
    assert len(list(first.folder.glob("counted-*.json"))) == 2
    assert len(list(second.folder.glob("counted-*.json"))) == 1


def test_hands_stand_for_as_many_people_as_were_there() -> None:
    record = room("n.open", three=6)
    kept = records.hands_file(record, "9b1e")
    records.save_hands(kept, hands(5))
    closed(record)
    counted = json.loads((record.folder / "counted-1.json").read_text())
    assert counted["people"]["hands/9b1e"] == 5
    assert sum(counted["people"].values()) == 11
    records.save_hands(kept, hands(9))
    with pytest.raises(RefusedError, match=NEARLY):
        closed(record)


def hands(people: int) -> Hands:
    return Hands.model_validate(
        {
            "cls-check-hands": 1,
            "present": {"staff": people},
            "answers": {"tim-1": {"staff": {"2": people}}},
        }
    )


def test_an_import_that_writes_voices_anew_moves_nobody() -> None:
    record = room("n.open", three=6)
    closed(record)
    voices = list(records.voices(record).values())[:5]
    records.take_in(record, voices, None, records.ledger_of(record))
    assert closed(record) == {"3": 11}


def test_a_record_that_an_earlier_version_closed_is_compared_by_its_numbers() -> None:
    record = room("n.open", three=6)
    closed(record)
    (record.folder / "counted-1.json").unlink()
    come(record, three=5)
    assert closed(record) == {"3": 11}


def test_what_is_remembered_is_private_bears_no_time_and_goes_with_the_record() -> None:
    record = room("n.open", three=6)
    closed(record)
    path = record.folder / "counted-1.json"
    assert set(json.loads(path.read_text())["people"].values()) == {1}
    assert path.stat().st_mtime == record.time
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert records.erase(record.folder) == ()
    assert not record.folder.exists()


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"people": 3}', '{"people": {"a": "x"}}'])
def test_where_it_is_broken_that_is_told_with_a_way_out(broken: str) -> None:
    record = room("n.open", three=6)
    closed(record)
    (record.folder / "counted-1.json").write_text(broken)
    with pytest.raises(BadFileError, match="keeps who was in the round when it was closed"):
        closed(record)
    [problem] = check(record.folder).problems
    assert "delete it" in problem.hint
    (record.folder / "counted-1.json").unlink()
    assert closed(record) == {"3": 6}
