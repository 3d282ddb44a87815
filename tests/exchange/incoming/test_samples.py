"""Files as each tool writes them, quirks included: all tell of the same six people."""

from __future__ import annotations

from collections import Counter

import pytest

from cls_check.exchange.incoming.sources.table import SOURCES
from cls_check.words.speech import label
from tests.exchange.incoming.table import PEOPLE, SAMPLES, STATEMENTS, found, people, read

FILES = sorted(
    path.name
    for path in SAMPLES.iterdir()
    if path.suffix != ".yaml" and not path.name.startswith("counts")
)
SOURCE_OF = {"surveyjs": "form", "offline-page": "form"}


@pytest.mark.parametrize("name", FILES)
def test_a_sample_tells_of_the_six_people(name: str) -> None:
    understood = read((SAMPLES / name).read_bytes(), name=name)
    kind = name.rpartition("-")[0]

    assert understood.in_the_way == ()
    assert found(understood) == people()
    assert understood.layout.source.name == SOURCE_OF.get(kind, kind)
    assert not understood.doubts
    assert understood.missing == ()


@pytest.mark.parametrize("name", ["counts-1.csv", "counts-2.csv", "counts-3.xlsx"])
def test_counts_add_up_to_the_same_six_people(name: str) -> None:
    understood = read((SAMPLES / name).read_bytes(), name=name)

    expected: Counter[tuple[str, str, str]] = Counter()
    for line in PEOPLE.strip().splitlines():
        perspective, *given = line.split()
        for statement, answer in zip(STATEMENTS, given, strict=True):
            expected[statement, perspective, answer] += answer != "."
    assert understood.in_the_way == ()
    assert understood.layout.source.name == "counts"
    assert +expected == +Counter(
        {
            (statement, perspective, answer): count
            for statement, groups in understood.counts.items()
            for perspective, given in groups.items()
            for answer, count in given.items()
        }
    )


def test_every_source_has_a_sample() -> None:
    kinds = {path.name.rpartition("-")[0] for path in SAMPLES.iterdir() if path.suffix != ".yaml"}

    assert {SOURCE_OF.get(kind, kind) for kind in kinds} == {source.name for source in SOURCES}


def test_each_source_is_told_of_in_a_sentence() -> None:
    said = {label(each.said, file="a.csv", program=each.program) for each in SOURCES}

    assert "a.csv comes from LimeSurvey." in said
    assert "a.csv has a row for each count." in said
    assert len(said) == len(SOURCES)


PERSONAL = ("id", "time", "email", "name", "ip", "date", "uuid", "device", "key", "seed", "start")


@pytest.mark.parametrize("name", FILES)
def test_no_column_about_a_person_is_taken_for_anything(name: str) -> None:
    understood = read((SAMPLES / name).read_bytes(), name=name)

    used = [column.heading.lower() for column in understood.layout.columns if column.meaning]
    assert len(used) in {4, 5}
    assert [heading for heading in used if heading in PERSONAL] == []
