"""Names that work on every computer, and paths that stay inside."""

from __future__ import annotations

import pytest

from cls_check.domain.file_names import leads_out, unfit, unfit_path


@pytest.mark.parametrize(
    "name",
    ["a", "Ynys Môn", "日本", "com", "com10", "console", "nul-1", ".hidden", "a.b-c_d", "a'b"],
)
def test_names_that_work(name: str) -> None:
    assert unfit(name) == ""


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("con", "Windows keeps"),
        ("NUL.txt", "Windows keeps"),
        ("Com1 .tar.gz", "Windows keeps"),
        ("lpt\u00b9", "Windows keeps"),
        ("conin$", "Windows keeps"),
        ("-a", "Commands would take it"),
        ("~a", "Commands would take it"),
        ("a.", "Windows takes dots"),
        ("a ", "Windows takes dots"),
        ("a:b", "Take signs"),
        ("a\nb", "Take signs"),
        ("a\u202eb", "Take signs"),
        ("a\udcffb", "Take signs"),
    ],
)
def test_names_that_some_computer_cannot_have(name: str, why: str) -> None:
    assert unfit(name).startswith(why)
    assert unfit_path(f"x/{name}/y").startswith(why)


@pytest.mark.parametrize("path", [".", "./a//b/", "a/.b", "a..b", "a/...b", "..a"])
def test_paths_that_stay_inside(path: str) -> None:
    assert not leads_out(path)
    assert unfit_path(path) == ""


@pytest.mark.parametrize(
    "path",
    [
        "..",
        "a/..",
        "a/../..",
        "a\\..\\b",
        "/",
        "/a",
        "\\a",
        "//a/b",
        "\\\\a\\b",
        "~",
        "~a/b",
        "c:",
        "Z:a",
    ],
)
def test_paths_that_could_lead_out(path: str) -> None:
    assert leads_out(path)
