"""A version in git that is not right is still there to be read by people: it is compared all the same.

Twelve people answered, and the file had a slip. Then the slip was mended, together with one late
answer. Whoever has the history has both.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cls_check.cli.app import run
from cls_check.errors import RefusedError
from cls_check.files.assessments.lenient import day_in, readings
from cls_check.workflows.other_versions import remembered
from tests.git.repository import Repository, new_repository
from tests.git.test_check import BETWEEN, SEVENTEEN, THIRTEEN, TWELVE, A, checked

FRENCH = TWELVE.replace("Giving it time", "Donner le temps \u00e0 l\u2019\u00e9t\u00e9")
CANNOT = "and it cannot be read"
GARBLED = TWELVE.replace("staff: {3: 6, 4: 6}", "staff: {3: six, 4: 6}")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = new_repository(tmp_path / "place")
    monkeypatch.chdir(made.folder)
    return made


def commit(place: Repository, data: bytes | str, name: str = A) -> str:
    path = place.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return place.commit({})


BROKEN: dict[str, bytes | str] = {
    "a key is misspelt": TWELVE.replace("    level:", "    evidnce: []\n    level:"),
    "a key that is needed is misspelt": TWELVE.replace("took-part", "tookpart"),
    "the answers are misspelt": TWELVE.replace("answers:", "anwsers:"),
    "a key stands twice": TWELVE.replace("place:", "place: Northfield\nplace:"),
    "a group stands twice": TWELVE.replace(
        "          staff: {3", "          staff: {3: 11, 4: 1}\n          staff: {3"
    ),
    "two changed the same lines": f"<<<<<<< HEAD\n{TWELVE}=======\n{SEVENTEEN}>>>>>>> other\n",
    "a tab": TWELVE.replace("    level:", "    because: |\n\tWe heard it.\n    level:"),
    "UTF-16": TWELVE.encode("utf-16"),
    "UTF-16 without a mark": TWELVE.encode("utf-16-le"),
    "Windows-1252": FRENCH.encode("cp1252"),
    "a day without zeros": TWELVE.replace("2026-09-10", "2026-9-10"),
    "a day with points": TWELVE.replace("2026-09-10", "2026.09.10"),
    "a day and a time": TWELVE.replace("2026-09-10", "2026-09-10T10:00:00"),
    "more answers than people": TWELVE.replace("staff: 12", "staff: 11"),
    "words behind a count": TWELVE.replace("staff: 12", "staff: 12 came"),
    "a format to come": TWELVE.replace("cls-check: 1", "cls-check: 2"),
    "no first line": TWELVE.replace("cls-check: 1\n", ""),
    "a colon in the words": TWELVE.replace("We have time.", "We have: time."),
    "a quote in the words": TWELVE.replace("We have time.", '"We" have time.'),
    "one person's view of twelve": TWELVE.replace("took-part", "one-view: true\ntook-part"),
    "a perspective that nobody knows": TWELVE.replace(
        "took-part:", "perspectives:\n  leaders: leaders\ntook-part:"
    ),
    "a bad character": TWELVE.replace("Giving", "Giv\x07ing"),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_what_a_person_can_read_is_compared(
    place: Repository, capsys: pytest.CaptureFixture[str], data: bytes | str
) -> None:
    commit(place, data)
    place.write(A, THIRTEEN)
    err = checked(capsys, A, code=1)
    assert BETWEEN in err
    assert CANNOT not in err


OURS_BY_A_LINE = {name: data for name, data in BROKEN.items() if name != "no first line"}


@pytest.mark.parametrize("data", OURS_BY_A_LINE.values(), ids=OURS_BY_A_LINE.keys())
def test_under_another_name_too(
    place: Repository, capsys: pytest.CaptureFixture[str], data: bytes | str
) -> None:
    commit(place, data, "old/spring.yaml")
    place.write(A, THIRTEEN)
    assert BETWEEN in checked(capsys, A, code=1)


@pytest.mark.parametrize(
    "name",
    ["a key is misspelt", "a key stands twice", "a tab", "UTF-16", "Windows-1252", "a day without zeros"],
)  # fmt: skip
def test_a_slip_that_was_mended_alone_is_no_matter(
    place: Repository, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    commit(place, BROKEN[name])
    place.write(A, FRENCH if name == "Windows-1252" else TWELVE)
    assert "all is well" in checked(capsys, A)
    place.write(A, SEVENTEEN)
    assert "all is well" in checked(capsys, A)


def test_what_nobody_can_read_is_told_with_the_commit_the_line_and_two_ways_out(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    first = commit(place, GARBLED)
    place.write(A, THIRTEEN)
    err = checked(capsys, A, code=1)
    assert f"What is in git as {A}, commit {first[:7]}, line 18, may be a version of this" in err
    assert f"Look at it: git show {first[:7]}:{A}\n" in err
    assert f"cls-check check --looked-at {first[:7]} {A}\n" in err
    assert "all is well" in checked(capsys, A, "--no-git")


def test_after_somebody_looked_at_it_it_stops_nobody(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    first = commit(place, GARBLED)
    second = commit(place, BROKEN["a key is misspelt"])
    place.commit({A: THIRTEEN})
    assert CANNOT in checked(capsys, A, "--looked-at", second[:7], code=1)
    assert BETWEEN in checked(capsys, A, "--looked-at", first[:7], code=1)
    both = ["--looked-at", first[:10], "--looked-at", second.upper()]
    assert "all is well" in checked(capsys, A, *both)


def test_a_version_that_is_right_cannot_be_left_out(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    first = commit(place, TWELVE)
    place.write(A, THIRTEEN)
    assert BETWEEN in checked(capsys, A, "--looked-at", first, code=1)


@pytest.mark.parametrize("word", ["", "HEAD", "abc123", "0123456z"])
def test_a_commit_is_named_by_seven_digits_or_more(
    place: Repository, capsys: pytest.CaptureFixture[str], word: str
) -> None:
    place.write(A, TWELVE)
    assert run(["check", A, "--looked-at", word]) == 2
    assert "fewer than 7 digits" in capsys.readouterr().err


def test_what_is_broken_and_staged_can_be_mended(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    place.write(A, GARBLED)
    place.git("add", "--all")
    place.write(A, TWELVE)
    err = checked(capsys, A, code=1)
    assert f"What is in git as {A}, staged, line 18, may be a version of this" in err
    assert f"Mend it, and stage it again: git add {A}" in err


@pytest.mark.parametrize(
    "text",
    [
        GARBLED.replace("Northfield", "Southfield"),
        GARBLED.replace("2026-09-10", "2026-03-12"),
        GARBLED.replace("2026-09-10", "2026-3-12"),
        "cls-check: 1\nnotes: Northfield, 2026-09-10\n",  # it says of no round that it is it
    ],
)
def test_what_is_of_another_round_or_of_none_is_no_matter(
    place: Repository, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    commit(place, text, "other.yaml")
    place.write(A, THIRTEEN)
    assert "all is well" in checked(capsys, A)


def test_what_cannot_be_read_hides_nothing_that_has_the_same_numbers(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(place, TWELVE)
    commit(place, TWELVE.replace("level: growing", "level: ]"))
    place.write(A, THIRTEEN)
    assert BETWEEN in checked(capsys, A, code=1)


def test_closing_reads_it_in_the_same_way(place: Repository) -> None:
    commit(place, BROKEN["a key is misspelt"])
    [found] = remembered(place.folder / A, "Northfield", "2026-09-10")
    assert found.took_part == {"staff": 12}
    commit(place, GARBLED)
    with pytest.raises(RefusedError, match="nobody knows whether it and this one") as refused:
        list(remembered(place.folder / A, "Northfield", "2026-09-10"))
    assert "--output FOLDER" in str(refused.value)


# One reading, or several


def test_both_sides_of_a_conflict_are_read() -> None:
    text = f"<<<<<<< HEAD\n{TWELVE}||||||| before\n{THIRTEEN}=======\n{SEVENTEEN}>>>>>>> other\n"
    assert sorted(each.people for each in readings(text.encode())) == [12, 13, 17]
    lines = TWELVE.replace(
        "  staff: 12\n", "<<<<<<< a\n  staff: 12\n=======\n  staff: 16\n>>>>>>> b\n"
    )
    assert sorted(each.people for each in readings(lines.encode())) == [12, 16]


def test_of_two_keys_both_are_read() -> None:
    text = TWELVE.replace("  staff: 12\n", "  staff: 12\n  staff: 16\n")
    assert sorted(each.people for each in readings(text.encode())) == [12, 16]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\0\0\0\0",
        "[" * 5000,
        TWELVE.replace("took-part:", "came:"),
        TWELVE.replace("answers:", "said:"),
        TWELVE.replace("{3: 6, 4: 6}", "{3: 6, 4: 6"),
        TWELVE.replace("{3: 6, 4: 6}", "[6, 6]"),
        TWELVE.replace("{3: 6, 4: 6}", "{3: 6 or 7, 4: 6}"),
        TWELVE.replace("{3: 6, 4: 6}", "{high: 6, 4: 6}"),
        TWELVE.replace("{3: 6, 4: 6}", "&a {3: 6, 4: *a}"),
    ],
)
def test_nothing_is_guessed(text: str) -> None:
    assert readings(text.encode()) == ()


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-9-1", "2026-09-01"),
        ("2026/09/10", "2026-09-10"),
        ("\uff12\uff10\uff12\uff16-09-10", "2026-09-10"),
        ("2026-09-10 at ten", "2026-09-10"),
        ("10 September", "10 September"),
    ],
)
def test_a_day_in_the_ways_people_write_it(written: str, day: str) -> None:
    assert day_in(written) == day
