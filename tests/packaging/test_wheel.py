"""The wheel and the sdist hold what git holds, and nothing that git leaves out."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

IN_THE_WHEEL = {
    "src/cls_check/": "cls_check/",
    "questionnaires/": "cls_check/questionnaires/",
    "templates/": "cls_check/templates/",
    "examples/": "cls_check/examples/",
    "starter/": "cls_check/starter/",
}
ALWAYS_IN_AN_SDIST = {
    ".gitignore",
    "LICENSE",
    "LICENSE-QUESTIONNAIRES",
    "PKG-INFO",
    "README.md",
    "pyproject.toml",
}
LEFT_OUT_BY_GIT = (
    ".venv/pyvenv.cfg",
    "cls-check-demo/northfield/northfield-2026-09-10.yaml",
    "examples/northfield/northfield-2026-09-10.open/voices/0a1b.yaml",
    "questionnaires/ours.open/round.yaml",
    "src/cls_check/__pycache__/errors.cpython-311.pyc",
    "src/cls_check/domain/trial.open/round.yaml",
    "tests/browser/node_modules/axe-core/axe.js",
)


@pytest.fixture(scope="module")
def built(
    checkout: Path, project_files: frozenset[str], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Both distributions of a copy of the checkout into which private files were planted."""
    copy, dist = tmp_path_factory.mktemp("checkout"), tmp_path_factory.mktemp("dist")
    for name in sorted(project_files):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(checkout / name, copy / name)
    for name in LEFT_OUT_BY_GIT:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_text("private: true\n", encoding="utf-8")
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(dist)]
    subprocess.run(build, cwd=copy, check=True, capture_output=True)
    return dist


@pytest.fixture(scope="module")
def wheel(built: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(next(built.glob("*.whl")))


def test_the_wheel_holds_the_package_and_its_data(
    wheel: zipfile.ZipFile, project_files: frozenset[str]
) -> None:
    expected = {
        inside + name.removeprefix(folder)
        for folder, inside in IN_THE_WHEEL.items()
        for name in project_files
        if name.startswith(folder)
    }

    found = {name for name in wheel.namelist() if ".dist-info/" not in name}

    assert found == expected


def test_the_sdist_holds_what_git_holds(
    built: Path, project_files: frozenset[str], checkout: Path
) -> None:
    included = _settings(checkout)["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    expected = ALWAYS_IN_AN_SDIST | {
        name for name in project_files if any(_is_under(name, one) for one in included)
    }

    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        found = {name.partition("/")[2] for name in sdist.getnames()}

    assert found == expected


def test_both_licences_travel_with_the_wheel(wheel: zipfile.ZipFile) -> None:
    names = {PurePosixPath(name).name for name in wheel.namelist() if "/licenses/" in name}

    assert names == {"LICENSE", "LICENSE-QUESTIONNAIRES"}


def test_the_command_and_its_licence_are_named(wheel: zipfile.ZipFile) -> None:
    folder = next(name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    metadata = wheel.read(folder).decode("utf-8")
    scripts = wheel.read(folder.replace("METADATA", "entry_points.txt")).decode("utf-8")

    assert "License-Expression: MIT AND CC-BY-4.0" in metadata
    assert "cls-check = cls_check.__main__:main" in scripts


def test_data_is_not_forced_into_the_wheel(checkout: Path) -> None:
    """`force-include` breaks editable installs and ships what git leaves out."""
    assert "force-include" not in (checkout / "pyproject.toml").read_text(encoding="utf-8")


def test_every_bound_is_a_lowest_version(checkout: Path) -> None:
    """CI turns each `>=` into `==` to see that the lowest versions work."""
    dependencies = _settings(checkout)["project"]["dependencies"]

    assert [one for one in dependencies if one.count(">=") != 1 or "," in one] == []


def test_every_package_of_the_tests_is_locked_and_no_index_is_named(checkout: Path) -> None:
    settings = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))
    extras = settings["project"]["optional-dependencies"]
    lists = (
        settings["project"]["dependencies"],
        *extras.values(),
        *settings["dependency-groups"].values(),
    )
    wanted = {re.split(r"[>=;]", one)[0].lower() for each in lists for one in each}
    text = (checkout / "constraints.txt").read_text(encoding="utf-8")

    assert wanted <= set(re.findall(r"^([\w.-]+)==", text, flags=re.MULTILINE))
    assert re.findall(r"^-.*|.*://.*|.* @ .*", text, flags=re.MULTILINE) == []


def _settings(checkout: Path) -> dict[str, Any]:
    return tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))


def _is_under(name: str, included: str) -> bool:
    return f"/{name}" == included or f"/{name}".startswith(f"{included}/")
