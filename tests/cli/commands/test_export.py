"""`cls-check export`: which files are read and written, and what is left as it was."""

from __future__ import annotations

import csv
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from cls_check.exchange.outgoing.columns import TableName
from cls_check.exchange.outgoing.csv_files import CsvFiles
from cls_check.workflows import export as exporting
from tests.cli.conftest import Run

ROOT = Path(__file__).resolve().parents[3]
NORTHFIELD = ROOT / "examples" / "northfield"
GOOD = ROOT / "tests" / "corpus" / "good"
BROKEN = ROOT / "tests" / "corpus" / "assessment" / "date-missing.yaml"


@pytest.fixture
def places(here: Path) -> Path:
    """A folder of a place with two rounds, and other files beside them."""
    shutil.copytree(NORTHFIELD, "places/northfield")
    shutil.copy(GOOD / "questionnaire.yaml", "places")
    shutil.copy(GOOD / "settings.yaml", "places/cls-check.yaml")
    shutil.copytree(GOOD / "record", "places/northfield/round.open")
    return here / "places"


def rows(path: str | Path) -> list[dict[str, str]]:
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def listed(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_one_assessment_has_its_tables_beside_it(cls_check: Run, places: Path) -> None:
    done = cls_check("export", "places/northfield/northfield-2026-09-10.yaml")
    assert (done.code, done.err) == (0, "The answers of 1 assessment are in these files:\n")
    assert done.out.split() == [
        f"places/northfield/northfield-2026-09-10{ending}"
        for ending in (".csv", "-levels.csv", "-people.csv", "-datapackage.json")
    ]
    counts = rows(done.out.split()[0])
    assert {row["file"] for row in counts} == {"northfield-2026-09-10.yaml"}
    described = json.loads(Path(done.out.split()[-1]).read_text(encoding="utf-8"))
    assert described["resources"][0]["path"] == "northfield-2026-09-10.csv"


def test_a_folder_is_one_table_of_its_assessments_alone(cls_check: Run, places: Path) -> None:
    done = cls_check("export", "places", "-o", "all.csv")
    assert done.code == 0
    found = dict.fromkeys((row["file"], row["date"]) for row in rows("all.csv"))
    assert list(found) == [
        ("northfield/northfield-2026-03-12.yaml", "2026-03-12"),
        ("northfield/northfield-2026-09-10.yaml", "2026-09-10"),
    ]


def test_a_file_that_is_given_twice_counts_once(cls_check: Run, places: Path) -> None:
    cls_check("export", "places", "-o", "once.csv")
    cls_check("export", "places", "places/northfield/northfield-2026-09-10.yaml", "-o", "two.csv")
    assert Path("once.csv").read_bytes() == Path("two.csv").read_bytes()


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], "places/all-answers.csv"),
        (["--to", "json"], "places/all-answers.json"),
        (["-o", "here.json"], "here.json"),
        (["-o", "here"], "here.csv"),
        (["-o", "here.txt", "--to", "json"], "here.txt"),
        (["-o", ".", "--to", "json"], "all-answers.json"),
    ],
)
def test_the_form_and_the_name_follow_from_each_other(
    cls_check: Run, places: Path, options: list[str], expected: str
) -> None:
    done = cls_check("export", "places", *options)
    assert (done.code, done.out.splitlines()[0]) == (0, expected)


def test_what_is_printed_has_no_mark_and_nothing_else(cls_check: Run, places: Path) -> None:
    done = cls_check("export", "places", "-o", "-")
    assert (done.code, done.err) == (0, "")
    cls_check("export", "places", "-o", "all.csv")
    assert done.out == Path("all.csv").read_text(encoding="utf-8-sig")
    as_json = cls_check("export", "places", "-o", "-", "--to", "json")
    assert json.loads(as_json.out)["counts"][0]["place"] == "Northfield"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--to", "xlsx", "-o", "-"], "xlsx cannot be printed.\n  Name a file: -o answers.xlsx"),
        (["--to", "csv", "-o", "a.json"], "-o names a file of json, and --to asks for csv."),
        (["-o", "no/such/a.csv"], "The folder for this file is not there."),
    ],
)
def test_what_cannot_be_done_is_said(
    cls_check: Run, places: Path, options: list[str], told: str
) -> None:
    before = listed(places)
    done = cls_check("export", "places", *options)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert listed(places) == before


@pytest.mark.parametrize("form", ["csv", "json", "xlsx", "parquet"])
def test_broken_files_are_named_and_nothing_is_written(
    cls_check: Run, places: Path, form: str
) -> None:
    shutil.copy(BROKEN, "places/a.yaml")
    shutil.copy(BROKEN, "places/z.yaml")
    before = listed(places)
    done = cls_check("export", "places", "--to", form)
    assert (done.code, done.out) == (2, "")
    assert 'places/a.yaml, line 1, column 1: "date" is missing.' in done.err
    assert 'places/z.yaml, line 1, column 1: "date" is missing.' in done.err
    assert listed(places) == before


def test_broken_files_can_be_skipped_and_are_named(cls_check: Run, places: Path) -> None:
    cls_check("export", "places", "-o", "whole.csv")
    shutil.copy(BROKEN, "places/a.yaml")
    done = cls_check("export", "places", "-o", "all.csv", "--skip-broken")
    assert done.code == 2
    assert 'places/a.yaml, line 1, column 1: "date" is missing.' in done.err
    assert "1 file could not be used and was left out." in done.err
    assert Path("all.csv").read_bytes() == Path("whole.csv").read_bytes()


def test_what_is_somebodys_own_stays(cls_check: Run, places: Path) -> None:
    Path("all-people.csv").write_text("name,age\n", encoding="utf-8")
    done = cls_check("export", "places", "-o", "all.csv")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("all-people.csv: A file is there already, and no export of")
    assert Path("all-people.csv").read_text(encoding="utf-8") == "name,age\n"
    assert not Path("all.csv").exists()


@pytest.mark.parametrize("form", ["csv", "json", "xlsx", "parquet"])
def test_an_export_is_made_again_in_place(cls_check: Run, places: Path, form: str) -> None:
    one = "places/northfield/northfield-2026-03-12.yaml"
    assert cls_check("export", one, "-o", f"all.{form}").code == 0
    before = Path(f"all.{form}").read_bytes()
    assert cls_check("export", "places", "-o", f"all.{form}").code == 0
    assert Path(f"all.{form}").read_bytes() != before


@pytest.mark.parametrize("trouble", [KeyboardInterrupt, OSError(28, "full"), RuntimeError])
def test_nothing_half_written_is_left(
    cls_check: Run,
    places: Path,
    monkeypatch: pytest.MonkeyPatch,
    trouble: OSError | type[KeyboardInterrupt | RuntimeError],
) -> None:
    assert (
        cls_check("export", "places/northfield/northfield-2026-03-12.yaml", "-o", "a.csv").code == 0
    )
    before = listed(places.parent)
    real = CsvFiles.add

    def stop_at_the_second(self: CsvFiles, table: TableName, rows: list[tuple[str, ...]]) -> None:
        if rows and rows[0][2] == "2026-09-10":
            raise trouble
        real(self, table, rows)

    monkeypatch.setattr(CsvFiles, "add", stop_at_the_second)
    try:
        done = cls_check("export", "places", "-o", "a.csv")
    except RuntimeError:
        pass
    else:
        assert done.code in {2, 130}
        assert done.err == "\nStopped.\n" or "The disk is full." in done.err
    assert listed(places.parent) == before


def test_one_persons_own_view_is_in_no_table(cls_check: Run, places: Path) -> None:
    cls_check("export", "places", "-o", "whole.csv")
    shutil.copy(GOOD / "one-view.yaml", "places")
    done = cls_check("export", "places", "-o", "all.csv")
    assert done.code == 0
    assert "1 file is one person's own view. It was left out" in done.err
    assert Path("all.csv").read_bytes() == Path("whole.csv").read_bytes()
    alone = cls_check("export", "places/one-view.yaml")
    assert alone.code == 2
    assert "no answers of a single person are exported" in alone.err


def test_a_copy_in_the_folder_is_told_of(cls_check: Run, places: Path) -> None:
    shutil.copy("places/northfield/northfield-2026-09-10.yaml", "places/copy.yaml")
    done = cls_check("export", "places", "-o", "all.csv")
    assert done.code == 0
    assert "copy.yaml hold the same place, date, round and questionnaire." in done.err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no devices among its files")
def test_no_tables_are_put_beside_a_device(cls_check: Run, places: Path, here: Path) -> None:
    os.mkfifo(here / "pipe")
    for name in (here / "pipe", Path("/dev/null")):
        done = cls_check("export", places, "-o", name)
        assert (done.code, done.out) == (2, "")
        assert "This is not an ordinary file, and not a folder." in done.err
    assert not list(here.glob("pipe*.csv"))


def test_folders_that_hold_no_assessment(cls_check: Run, places: Path) -> None:
    Path("empty").mkdir()
    assert "There is no assessment in empty." in cls_check("export", "empty").err
    record = cls_check("export", "places/northfield/round.open")
    assert record.code == 2
    assert "A round is still being gathered in it." in record.err
    other = cls_check("export", "places/questionnaire.yaml")
    assert (other.code, "holds a questionnaire, not an assessment" in other.err) == (2, True)


def test_one_assessment_is_in_memory_at_a_time(
    cls_check: Run, places: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is written before the next one is read."""
    order: list[str] = []

    def told(name: str, step: str) -> None:
        usual = getattr(exporting, name)

        def counted(*given: Any) -> Any:
            order.append(step)
            return usual(*given)

        monkeypatch.setattr(exporting, name, counted)

    told("read_yaml", "read")
    told("rows_of", "write")
    cls_check("export", "places/northfield", "-o", "all.csv")
    assert order == ["read", "write", "read", "write"]
