"""Shows of hands on the disk: read, written, and refused where the numbers do not fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from cls_check.domain.rounds.round import Hands
from cls_check.errors import BadFileError
from cls_check.files import records

SHOWN = """\
cls-check-hands: 1
present:
  lived-experience: 7
  frontline: 6
answers:
  cop-1:
    lived-experience: {1: 1, 2: 3, 3: 2, dont-know: 1}
"""


def write(record: records.Record, text: str) -> None:
    (record.folder / "hands").mkdir()
    (record.folder / "hands" / "abc.yaml").write_text(text, encoding="utf-8")


def test_it_is_written_in_one_way(record: records.Record) -> None:
    write(record, SHOWN)
    [shown] = records.hands(record).values()
    assert shown.people == 13
    kept = records.hands_file(record, "def")
    records.save_hands(kept, shown)
    assert kept.path.read_text(encoding="utf-8") == SHOWN


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("frontline: 6", "frontlin: 6", 'no perspective called "frontlin"'),
        ("cop-1:", "cop-9:", 'no statement called "cop-9"'),
        ("3: 2", "6: 2", '"6" is not an answer to cop-1'),
        ("1: 1", "1: 2", "8 people of lived-experience answered cop-1, but 7 were here."),
        ("    lived-experience: {", "    manager: {", "7 people of manager answered cop-1, but 0"),
        ("1: 1", "1: -1", "line 7"),
    ],
)
def test_numbers_that_do_not_fit_are_named_with_their_line(
    record: records.Record, old: str, new: str, told: str
) -> None:
    write(record, SHOWN.replace(old, new))
    with pytest.raises(BadFileError, match=r"abc\.yaml, line") as found:
        records.hands(record)
    assert told in str(found.value)


def test_no_hands_are_no_trouble(record: records.Record) -> None:
    assert records.hands(record) == {}
    assert Hands.model_validate({"cls-check-hands": 1, "present": {}}).people == 0
    assert Path(record.folder).is_dir()
