"""Settings as commands use them, and as `config` shows them."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from cls_check.files import records
from cls_check.files.settings import NAMES
from tests.cli.conftest import Done, Run, pages_opened

ROOT = Path(__file__).resolve().parents[3]
CORPUS = ROOT / "tests" / "corpus"
BROKEN = sorted((CORPUS / "settings").iterdir())


def settings(*lines: str, folder: Path = Path()) -> None:
    text = "\n".join(["cls-check-settings: 1", *lines, ""])
    (folder / "cls-check.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def northfield(here: Path) -> Path:
    """A closed round."""
    name = "northfield-2026-09-10.yaml"
    return Path(shutil.copy(ROOT / "examples" / "northfield" / name, name))


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that a browser was asked to open."""
    opened = pages_opened(monkeypatch)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("DISPLAY", ":0")
    return opened


def names(folder: str) -> set[str]:
    return {path.suffix for path in Path(folder).glob("northfield-2026-09-10-readiness-report.*")}


# In the commands


def test_reports_go_where_the_settings_say(cls_check: Run, northfield: Path) -> None:
    settings("output: reports")
    assert cls_check("report", northfield).code == 0
    assert names("reports") == {".html", ".md"}
    assert cls_check("report", northfield, "-o", "elsewhere").code == 0
    assert names("elsewhere") == {".html", ".md"}


def test_templates_of_ones_own(cls_check: Run, northfield: Path) -> None:
    Path("ours").mkdir()
    Path("ours/report.md.jinja").write_text("Ours.\n", encoding="utf-8")
    settings("template: ours", "output: out")
    assert cls_check("report", northfield, "--format", "markdown").code == 0
    assert next(Path("out").iterdir()).read_text(encoding="utf-8") == "Ours.\n"


def test_a_report_has_the_title_and_the_colour_of_the_place(
    cls_check: Run, northfield: Path
) -> None:
    settings("title: How we are doing", "accent: '#801650'", "output: out")
    assert cls_check("report", northfield, "--format", "html").code == 0
    page = next(Path("out").iterdir()).read_text(encoding="utf-8")
    assert "<h1>How we are doing</h1>" in page
    assert ":root{--accent:#801650}" in page
    assert cls_check("report", northfield, "--format", "html", "--title", "Now").code == 0
    assert "<h1>Now</h1>" in next(Path("out").iterdir()).read_text(encoding="utf-8")


def test_a_logo_of_the_settings_has_to_be_a_picture(cls_check: Run, northfield: Path) -> None:
    Path("logo.png").write_text("no picture", encoding="utf-8")
    settings("logo: logo.png")
    done = cls_check("report", northfield)
    assert done.code == 2
    assert "logo.png" in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("setting", "option", "report_opens", "demo_opens"),
    [
        (None, None, 0, 1),
        ("true", None, 1, 1),
        ("false", None, 0, 0),
        ("true", "--no-open", 0, 0),
        ("false", "--open", 1, 1),
    ],
)
def test_what_opens(
    cls_check: Run,
    northfield: Path,
    pages: list[str],
    setting: str | None,
    option: str | None,
    report_opens: int,
    demo_opens: int,
) -> None:
    settings(*([f"open: {setting}"] if setting else []))
    options = [option] if option else []
    cls_check("report", northfield, *options)
    assert len(pages) == report_opens
    pages.clear()
    cls_check("demo", *options)
    assert len(pages) == demo_opens


def test_the_table_of_numbers_is_plain_by_wish(
    cls_check: Run, northfield: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wishes: list[bool | None] = []

    def is_plain(*, wished: bool | None) -> bool:
        wishes.append(wished)
        return True

    monkeypatch.setattr("cls_check.cli.screen.tables.is_plain", is_plain)
    cls_check("score", northfield)
    cls_check("score", northfield, "--plain")
    settings("plain: true")
    cls_check("score", northfield)
    cls_check("config")
    assert wishes == [False, True, True, True]


QUESTIONNAIRE = """\
cls-check-questionnaire: 1
id: ours
version: "1"
title: {en: Ours, cy: Ein rhai ni}
languages: [en, cy]
levels: {no: No, yes: Yes}
factors:
  one: {title: One}
"""


def test_the_questionnaire_and_its_language(cls_check: Run, here: Path) -> None:
    Path("ours.yaml").write_text(QUESTIONNAIRE, encoding="utf-8")
    nothing = cls_check("questionnaire", "show")
    assert (nothing.code, nothing.out) == (2, "")
    assert "Add its id or its file: ten-factors, " in nothing.err
    settings("questionnaire: ours.yaml", "language: cy")
    assert cls_check("questionnaire", "show").out.startswith("Ein rhai ni\n")
    assert cls_check("questionnaire", "show", "--language", "en").out.startswith("Ours\n")


def test_a_language_of_the_settings_is_a_wish_and_one_that_is_typed_is_not(
    cls_check: Run, here: Path
) -> None:
    settings("language: cy")
    wished = cls_check("questionnaire", "show", "ten-factors")
    assert wished.code == 0
    assert "is not written in cy, which the settings ask for (cls-check.yaml, line 2)" in wished.err
    typed = cls_check("questionnaire", "show", "ten-factors", "--language", "cy")
    assert typed == Done(
        2, "", 'ten-factors.yaml is not written in "cy".\n  Its languages are en.\n'
    )


@pytest.fixture
def record(cls_check: Run, here: Path) -> Path:
    """A round of five people, somewhere in the folder."""
    for _ in range(5):
        done = cls_check(
            "assess", "--no-input", "--way", "one-after-another", "--place", "Northfield",
            "--date", "2026-09-10", "--questionnaire", "ten-factors-short",
            "--perspective", "frontline", typed="55555\n" * 4 + "\n",
        )  # fmt: skip
        assert done.code == 0, done.err
    return records.found_in(Path())[0]


def test_a_closed_round_is_kept_where_the_settings_say(cls_check: Run, record: Path) -> None:
    Path("rounds").mkdir()
    settings("folder: rounds")
    assert cls_check("close", record).out == f"{Path('rounds/northfield-2026-09-10.yaml')}\n"
    Path("other").mkdir()
    assert cls_check("close", record, "-o", "other").out.startswith("other")


def test_a_smaller_group_of_the_settings_has_to_be_accepted_too(
    cls_check: Run, record: Path
) -> None:
    settings("minimum-group: 3")
    refused = cls_check("close", record)
    assert (refused.code, refused.out) == (2, "")
    assert "The smallest group is set to 3 here: cls-check.yaml, line 2." in refused.err
    closed = cls_check("close", record, "--accept-smaller-groups")
    assert "minimum-group: 3\n" in Path(closed.out.strip()).read_text(encoding="utf-8")


def test_a_larger_group_of_the_settings_counts_and_an_option_goes_first(
    cls_check: Run, record: Path
) -> None:
    settings("minimum-group: 9")
    assert cls_check("close", record).code == 2
    assert cls_check("close", record, "--minimum-group", "5").code == 0


# Where they are broken


STOPPED = [
    ["score", "northfield-2026-09-10.yaml"],
    ["report", "northfield-2026-09-10.yaml", "-o", "out"],
    ["demo", "--no-open"],
    ["questionnaire", "show", "ten-factors"],
    ["close", "a.open"],
]


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_broken_settings_stop_every_command_that_uses_them(
    cls_check: Run, northfield: Path, file: Path
) -> None:
    Path("cls-check.yaml").write_bytes(file.read_bytes())
    before = sorted(Path().rglob("*"))
    checked = cls_check("check", "cls-check.yaml")
    assert checked.code == 2
    for typed in STOPPED:
        assert cls_check(*typed) == checked
    assert sorted(Path().rglob("*")) == before


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_broken_settings_stop_no_other_command(
    cls_check: Run, northfield: Path, file: Path
) -> None:
    Path("cls-check.yaml").write_bytes(file.read_bytes())
    for typed in ([], ["--help"], ["check", northfield], ["report", "--help"], ["init", "new"]):
        assert cls_check(*typed).code == 0
    shown = cls_check("config")
    assert shown.code == 1
    assert shown.out.count("built in") == len(NAMES)
    assert "it cannot be used. See below." in shown.out
    assert shown.err.startswith(cls_check("check", "cls-check.yaml").err)


def test_a_variable_that_cannot_be_used_stops_them_too(
    cls_check: Run, northfield: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLS_CHECK_MINIMUM_GROUP", "two")
    for typed in STOPPED:
        done = cls_check(*typed)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith("Environment variable CLS_CHECK_MINIMUM_GROUP: ")
    shown = cls_check("config")
    assert shown.code == 1
    assert shown.out.count("cannot be used, see below") == 1


# What config shows


def test_each_setting_its_value_and_where_it_came_from(
    cls_check: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings("place: Northfield", "# what we use", "minimum-group: 7", "plain: yes")
    monkeypatch.setenv("CLS_CHECK_LANGUAGE", "cy")
    lines = cls_check("config").out.splitlines()
    rows = [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in lines[:14]]
    assert rows == [
        ["Setting", "Value", "Where it came from"],
        ["place", "Northfield", "cls-check.yaml, line 2"],
        ["questionnaire", "asked for each round", "built in"],
        ["language", "cy", "environment variable CLS_CHECK_LANGUAGE"],
        ["minimum-group", "7", "cls-check.yaml, line 4"],
        ["folder", "the folder you are in", "built in"],
        ["output", "the folder of the assessment", "built in"],
        ["template", "the ones of cls-check", "built in"],
        ["title", "“Readiness report” and the place", "built in"],
        ["logo", "none", "built in"],
        ["logo-text", "“Logo”", "built in"],
        ["accent", "dark blue", "built in"],
        ["plain", "yes", "cls-check.yaml, line 5"],
        ["open", "the demo alone opens a page", "built in"],
    ]
    assert lines[15:] == [f"The settings file is {here / 'cls-check.yaml'}"]


def test_where_a_file_was_looked_for(cls_check: Run, here: Path) -> None:
    lines = cls_check("config").out.splitlines()
    where = lines.index("There is no settings file. We looked for cls-check.yaml here:")
    assert lines[where + 1] == f"  {here}"
    # Up to the top, or to a folder that everybody may write into.
    assert lines[-1] in {f"  {folder}" for folder in here.parents}


def test_the_same_for_programs(cls_check: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings("place: Ynys Môn", "minimum-group: 7")
    monkeypatch.setenv("CLS_CHECK_OPEN", "perhaps")
    done = cls_check("config", "--format", "json")
    assert done.code == 1
    shown = json.loads(done.out)
    assert shown["schema"] == "cls-check/settings/1"
    assert shown["file"] == str(here / "cls-check.yaml")
    assert shown["looked_in"] == [str(here)]
    assert shown["settings"]["place"] == {"value": "Ynys Môn", "from": "cls-check.yaml, line 2"}
    assert shown["settings"]["minimum-group"]["value"] == 7
    assert shown["settings"]["plain"] == {"value": False, "from": "built in"}
    assert shown["settings"]["open"] == {
        "value": None,
        "from": "environment variable CLS_CHECK_OPEN",
    }
    [problem] = shown["problems"]
    assert problem.startswith("Environment variable CLS_CHECK_OPEN: ")


def test_what_is_nearly_a_setting_is_told_and_is_no_error(
    cls_check: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLS_CHECK_PLAINS", "1")
    Path("cls-check.yml").touch()
    done = cls_check("config")
    assert done.code == 0
    assert done.err == (
        "cls-check.yml is here, and it is not read.\n  Name it cls-check.yaml.\n"
        'CLS_CHECK_PLAINS is set, and it is no setting.\n  Did you mean "CLS_CHECK_PLAIN"?\n'
    )


def test_a_value_cannot_drive_the_terminal(
    cls_check: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLS_CHECK_PLACE", "North\x1b[2J\u202efield")
    out = cls_check("config").out
    assert "NorthU+001B[2JU+202Efield" in out
    assert not {"\x1b", "\u202e"} & set(out)


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps the current folder")
def test_where_the_current_folder_is_gone(
    cls_check: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = here / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    try:
        shown, alone, begun = cls_check("config"), cls_check(), cls_check("init", ".", "--no-input")
    finally:
        os.chdir(here)
    assert shown.code == 0
    assert "The folder you are in cannot be read." in shown.out
    assert alone.code == 0
    assert (begun.code, begun.out) == (2, "")
