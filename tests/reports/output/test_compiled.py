"""What Jinja made of our templates is kept beside them, and never stands in anybody's way."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cls_check.reports.output import compiled, template_files
from cls_check.reports.output.rendering import Format, render
from cls_check.resources import folder
from tests.reports.kinds import whole
from tests.reports.places import view_of

VIEW = view_of(whole()[0])
OF_HTML = ["blocks.html", "charts.html", "report.html"]


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the bundled templates of which nothing is kept yet."""
    copy = tmp_path / "bundled"
    bundled = Path(str(folder("templates")))
    shutil.copytree(bundled, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(template_files, "folder", lambda _: copy)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    return copy


def report(form: Format = "html", own: Path | None = None) -> str:
    """The report as the first of a new run makes it."""
    compiled._of_this_run.clear()
    return render(VIEW, form, own)


def kept(templates: Path) -> list[Path]:
    return sorted((templates / "__pycache__").glob("*"))


def without_compiling(monkeypatch: pytest.MonkeyPatch, **how: Any) -> str:
    with monkeypatch.context() as patched:
        patched.setattr(ImmutableSandboxedEnvironment, "_generate", _may_not_compile)
        return report(**how)


def _may_not_compile(*_: object, **__: object) -> None:
    raise AssertionError("a template was compiled")


@pytest.mark.parametrize("form", ["html", "markdown", "comment"])
def test_the_next_run_compiles_nothing_and_writes_the_same(
    templates: Path, monkeypatch: pytest.MonkeyPatch, form: Format
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    made = report(form)
    assert kept(templates) == []

    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert report(form) == made
    assert without_compiling(monkeypatch, form=form) == made


def test_it_is_kept_as_python_keeps_what_it_made_of_modules(templates: Path) -> None:
    report("html")
    tag = sys.implementation.cache_tag
    assert [path.name for path in kept(templates)] == [
        f"{name}.{tag}.opt-html.pyc" for name in OF_HTML
    ]
    assert [path.name for path in templates.iterdir() if "pyc" in path.suffix] == []


def test_python_can_be_told_to_keep_it_elsewhere(
    templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "elsewhere"))
    report("html")
    assert len(list((tmp_path / "elsewhere").rglob("*.pyc"))) == len(OF_HTML)
    assert kept(templates) == []


def test_the_two_ways_of_escaping_markdown_are_kept_apart(templates: Path) -> None:
    report("markdown")
    of_markdown = kept(templates)
    report("comment")
    assert len(kept(templates)) == 2 * len(of_markdown)


def test_a_template_that_has_changed_is_compiled_anew(templates: Path) -> None:
    report("markdown")
    (templates / "report.md.jinja").write_text("Quite another report.\n", encoding="utf-8")
    assert report("markdown") == "Quite another report.\n"
    assert report("markdown") == "Quite another report.\n"


def test_what_another_jinja_made_is_not_used(
    templates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report("html")
    compiled._compiler.cache_clear()
    monkeypatch.setattr(compiled, "jinja_version", "0.1")
    with pytest.raises(AssertionError, match="was compiled"):
        without_compiling(monkeypatch, form="html")
    compiled._compiler.cache_clear()


def test_what_was_made_before_our_own_rules_changed_is_not_used(
    templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    for name in compiled.COMPILED_BY:
        (rules / name).touch()
    monkeypatch.setattr(compiled, "__file__", str(rules / "compiled.py"))
    compiled._compiler.cache_clear()
    report("html")
    os.utime(rules / "sandbox.py", (1, 1))
    compiled._compiler.cache_clear()
    with pytest.raises(AssertionError, match="was compiled"):
        without_compiling(monkeypatch, form="html")
    compiled._compiler.cache_clear()


DAMAGE = {
    "empty": lambda raw: raw[:0],
    "cut off in the head": lambda raw: raw[:70],
    "cut off": lambda raw: raw[: len(raw) // 2],
    "a byte less": lambda raw: raw[:-1],
    "zeros from a power cut": lambda raw: raw[:128] + bytes(len(raw) - 128),
    "one bit": lambda raw: raw[:500] + bytes([raw[500] ^ 1]) + raw[501:],
    "not ours": lambda raw: raw[::-1],
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_file_is_made_anew(
    templates: Path, monkeypatch: pytest.MonkeyPatch, damage: Callable[[bytes], bytes]
) -> None:
    made = report("html")
    for path in kept(templates):
        path.write_bytes(damage(path.read_bytes()))
    assert report("html") == made
    assert without_compiling(monkeypatch) == made


def test_where_it_cannot_be_kept_the_report_is_made_all_the_same(templates: Path) -> None:
    (templates / "__pycache__").write_text("a file in the way", encoding="utf-8")
    assert report("html").startswith("<!DOCTYPE html>")
    assert (templates / "__pycache__").read_text("utf-8") == "a file in the way"


def test_a_folder_in_the_way_leaves_nothing_unfinished(templates: Path) -> None:
    made = report("html")
    for path in kept(templates):
        path.unlink()
        path.mkdir()
    assert report("html") == made
    assert [path.name for path in kept(templates) if not path.is_dir()] == []


def test_of_a_users_own_templates_nothing_is_kept(templates: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "report.md.jinja").write_text("Our own report.\n", encoding="utf-8")
    assert report("markdown", own) == "Our own report.\n"
    assert [path.name for path in own.iterdir()] == ["report.md.jinja"]
    assert kept(templates) == []
    assert report("markdown") != "Our own report.\n"


def test_an_own_template_beside_kept_ones_is_used(templates: Path, tmp_path: Path) -> None:
    report("markdown")
    own = tmp_path / "own"
    own.mkdir()
    (own / "report.md.jinja").write_text("Our own report.\n", encoding="utf-8")
    assert report("markdown", own) == "Our own report.\n"
