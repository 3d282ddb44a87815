"""`cls-check report`: for whom, in which form, how it looks, and all of a folder at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from cls_check.cli.screen import progress
from tests.cli.conftest import Done, Run

FOLDER = Path("cls-check-demo")
NORTHFIELD = FOLDER / "northfield" / "northfield-2026-09-10.yaml"


@pytest.fixture
def demo(cls_check: Run) -> Path:
    assert cls_check("demo", "--no-open").code == 0
    for made in FOLDER.glob("*/*-readiness-report.*"):
        made.unlink()
    return NORTHFIELD


def names(done: Done) -> list[str]:
    return [Path(line).name for line in done.out.splitlines()]


def test_each_audience_has_a_file_of_its_own(cls_check: Run, demo: Path) -> None:
    done = cls_check("report", demo, "--for", "participants", "--for", "summary")
    assert done.code == 0
    assert names(done) == [
        "northfield-2026-09-10-summary.html",
        "northfield-2026-09-10-summary.md",
        "northfield-2026-09-10-for-participants.html",
        "northfield-2026-09-10-for-participants.md",
    ]
    assert all(Path(line).is_file() for line in done.out.splitlines())


def test_large_print_has_a_name_of_its_own(cls_check: Run, demo: Path) -> None:
    done = cls_check("report", demo, "--for", "participants", "--large-print", "--format", "html")
    assert names(done) == ["northfield-2026-09-10-for-participants-large-print.html"]


def test_the_look_is_in_the_page(cls_check: Run, demo: Path) -> None:
    done = cls_check(
        "report", demo, "--title", "How we are", "--accent", "#fc0", "--format", "html"
    )
    page = Path(done.out.strip()).read_text(encoding="utf-8")
    assert "<h1>How we are</h1>" in page
    assert "--accent:#ffcc00" in page
    assert "#ffcc00 is hard to read on some paper." in done.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--for", "summary", "--large-print"], "would not be one page"),
        (["--accent", "red"], '"red" is not a colour'),
        (["--title", ""], "The title is empty"),
        (["--logo", "nowhere.png"], "The logo nowhere.png: There is no such file"),
        (["-o", "report.html"], "looks like a file"),
        (["-o", "report.pdf"], "looks like a file"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    cls_check: Run, demo: Path, options: list[str], told: str
) -> None:
    before = sorted(Path().rglob("*"))
    done = cls_check("report", demo, *options)
    assert done.code == 2
    assert told in done.err
    assert sorted(Path().rglob("*")) == before


# A folder


def test_a_folder_gives_all_reports_and_an_index(cls_check: Run, demo: Path) -> None:
    done = cls_check("report", FOLDER, "-o", "out")
    assert done.code == 0
    assert len(list(Path("out").glob("*/*-readiness-report.html"))) == 4
    assert names(done)[-2:] == ["index.html", "index.md"]
    index = Path("out/index.md").read_text(encoding="utf-8")
    assert index.index("## Eastmoor") < index.index("## Northfield")
    assert index.index("12 March 2026") < index.index("10 September 2026")
    for line in index.splitlines():
        if line.startswith("- ["):
            link = line.partition("](<")[2].rstrip(">)")
            assert (Path("out") / link).is_file()


def test_each_report_of_a_folder_is_compared_with_the_round_before(
    cls_check: Run, demo: Path
) -> None:
    assert cls_check("report", FOLDER, "-o", "out", "--format", "markdown").code == 0
    assert cls_check("report", demo, "-o", "alone", "--format", "markdown").code == 0
    together, alone = (
        (Path(folder) / "northfield-2026-09-10-readiness-report.md").read_bytes()
        for folder in ("out/northfield", "alone")
    )
    assert together == alone
    assert b"## Since last time" in together


def test_a_bad_file_is_named_and_the_others_are_made(cls_check: Run, demo: Path) -> None:
    (FOLDER / "bad.yaml").write_text("cls-check: 1\nplace: [", encoding="utf-8")
    (FOLDER / "northfield" / "worse.yaml").write_bytes(b"\xff\xfe")
    done = cls_check("report", FOLDER, "-o", "out")
    assert done.code == 2
    assert "bad.yaml, line 2" in done.err
    assert "worse.yaml" in done.err
    assert len(list(Path("out").glob("*/*.html"))) == 4
    assert Path("out/index.html").is_file()


def test_private_answers_settings_and_questionnaires_are_passed_over(
    cls_check: Run, demo: Path
) -> None:
    for name in ("a.open/voices/0a.yaml", ".git/x.yaml", "cls-check.yaml"):
        (FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / name).write_text("broken: [", encoding="utf-8")
    assert cls_check("questionnaire", "new", FOLDER / "ours.yaml").code == 0
    done = cls_check("report", FOLDER, "-o", "out")
    assert (done.code, len(names(done))) == (0, 10)


@pytest.mark.parametrize(
    ("options", "told"), [((), "no assessment"), (("--since", NORTHFIELD), "--since names one")]
)
def test_a_folder_that_cannot_be_reported(
    cls_check: Run, here: Path, options: tuple[str | Path, ...], told: str
) -> None:
    Path("empty").mkdir()
    done = cls_check("report", "empty", *options)
    assert done.code == 2
    assert told in done.err


def test_progress_is_told_once_a_second_and_not_at_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter([0.0, 0.5, 1.2, 1.9, 2.3, 9.0])  # when it began, then after each of five
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    tell = progress.Progress()
    for done in range(1, 6):
        tell(done, 5)
    assert capsys.readouterr().err.splitlines() == [
        "2 of 5 assessments are reported.",
        "4 of 5 assessments are reported.",
    ]
