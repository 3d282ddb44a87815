"""`cls-check questionnaire export`: where files go, and what cannot be made."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.exchange.forms.questionnaires import name_of

KINDS = {
    "xlsform": ["ten-factors-xlsform.xlsx"],
    "surveyjs": ["ten-factors-surveyjs.json"],
    "html": ["ten-factors-form.html"],
    "msforms": ["ten-factors-microsoft-forms.txt", "ten-factors-import-map.yaml"],
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_files_stand_in_this_folder_or_another(cls_check: Run, here: Path, kind: str) -> None:
    for folder in (Path(), Path("new/forms")):
        options = [] if folder == Path() else ["-o", folder]
        done = cls_check("questionnaire", "export", "ten-factors", "--to", kind, *options)
        assert done.code == 0, done.err
        assert done.out.split() == [str(folder / name) for name in KINDS[kind]]
        assert all((here / path).is_file() for path in done.out.split())
        assert done.err.strip()


def test_a_file_can_be_named(cls_check: Run, here: Path) -> None:
    done = cls_check("questionnaire", "export", "ten-factors", "--to", "html", "-o", "our.html")
    assert (done.code, done.out) == (0, "our.html\n")


def test_a_file_of_another_kind_is_not_written_over(cls_check: Run, here: Path) -> None:
    own = Path(name_of("3-answers", here)).relative_to(here)
    before = own.read_bytes()
    done = cls_check("questionnaire", "export", own, "--to", "html", "-o", own)
    assert done.code == 2
    assert "3-answers.yaml does not end in .html" in done.err
    assert own.read_bytes() == before


@pytest.mark.parametrize("kind", KINDS)
def test_levels_alone_are_refused_with_the_way_out(cls_check: Run, here: Path, kind: str) -> None:
    done = cls_check("questionnaire", "export", "ten-factors-levels", "--to", kind)
    assert done.code == 2
    assert "has no statements, so there is no form to fill in alone." in done.err
    assert "cls-check paper ten-factors-levels" in done.err
    assert list(here.iterdir()) == []


def test_paper_is_the_printable_pack(cls_check: Run, here: Path) -> None:
    done = cls_check("questionnaire", "export", "ten-factors-levels", "--to", "paper", "-o", "p")
    assert done.code == 0, done.err
    assert "p/level-cards.html" in done.out.split()


def test_a_language_is_shown_first(cls_check: Run, here: Path) -> None:
    both = name_of("two-languages", here)
    export = ("questionnaire", "export", both, "--to", "html", "-o", "form.html", "--language")
    assert cls_check(*export, "en").code == 0
    assert '<html lang="en" dir="ltr">' in Path("form.html").read_text(encoding="utf-8")
    assert cls_check(*export, "fr").code == 2


def test_what_is_hidden_in_a_text_is_named(cls_check: Run, here: Path) -> None:
    file = Path(name_of("3-answers", here))
    turned = file.read_text(encoding="utf-8").replace(
        "Cars leave room.", "\u202eCars" + "\u202d" * 400
    )
    file.write_text(turned, encoding="utf-8")
    for kind, (name, *_) in KINDS.items():
        done = cls_check("questionnaire", "export", file, "--to", kind, "-o", kind)
        assert done.code == 0, done.err
        written = Path(kind, name.replace("ten-factors", "bicycles")).read_bytes()
        assert "\u202e".encode() not in written
        assert kind == "xlsform" or b"U+202ECars" in written


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("key", ["perspective", "Answer"])
def test_an_id_that_means_something_else_is_refused(
    cls_check: Run, here: Path, kind: str, key: str
) -> None:
    file = Path(name_of("3-answers", here))
    file.write_text(file.read_text(encoding="utf-8").replace("p_1:", f"{key}:"), encoding="utf-8")
    done = cls_check("questionnaire", "export", file, "--to", kind)
    assert (done.code, done.out) == (2, "")
    assert f'The statement "{key}" cannot be told from the question of that name' in done.err
