"""What a contributor is told is true: the map of the house, where things are added, the forge's files."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import yaml
from tests.wording import words_not_to_say

pytestmark = pytest.mark.texts

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
FORGE = ROOT / ".github"
TEMPLATES = sorted(FORGE.rglob("*.md"))
MADE_UP = {
    "top.py": "from cls_check.middle import thing\nfrom cls_check.floor.low import thing\n",
    "middle.py": "def later():\n    from cls_check.floor import low\n",
    "floor/__init__.py": "",
    "floor/high.py": "import cls_check.floor.low\nimport os\n",
    "floor/low.py": "from cls_check.errors import Oh\n",
    "errors.py": "",
    "empty/page.html": "",
}


@pytest.fixture
def house_map() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "tools"))
        import house_map

        house_map.rooms_of.cache_clear()
        yield house_map
        house_map.rooms_of.cache_clear()


def where_to_add() -> list[tuple[str, str]]:
    """What can be added, and the cell that names the files."""
    section = PAGE.partition("\n## Where do I add ...\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| (an? .+?) \| (.+) \|$", section, flags=re.MULTILINE)


def test_the_map_is_of_this_house(house_map: ModuleType) -> None:
    assert house_map.page().strip() in PAGE


def test_a_small_house_has_a_map_that_can_be_drawn_by_hand(
    house_map: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in MADE_UP.items():
        path = tmp_path / "cls_check" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(house_map, "SRC", tmp_path)

    # `top` imports `floor` too, and stands on it by way of `middle` already.
    arrows = re.findall(r"(\w+) --> (\w+)", house_map.diagram())
    assert arrows == [("top", "middle"), ("middle", "floor"), ("floor", "errors")]
    assert house_map.table().splitlines()[2:] == ["| `floor/` | `high` → `low` |"]


def test_everything_that_people_add_has_a_line() -> None:
    rows = where_to_add()

    assert len(rows) >= 10
    assert {"a finding", "a section of a report", "a command"} <= {what for what, _ in rows}


@pytest.mark.parametrize("row", where_to_add(), ids=lambda row: row[0])
def test_the_files_to_change_are_there(row: tuple[str, str]) -> None:
    named = [each for each in re.findall(r"`([^`]+)`", row[1]) if "/" in each and " " not in each]

    assert named
    assert [each for each in named if not (ROOT / each).exists()] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_warns_and_judges_nobody(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert re.search(r"[Nn]ever (put|send) real answers", text)
    assert words_not_to_say(re.sub(r"`[^`\n]*`", "", text)) == []


@pytest.mark.parametrize(
    "path", sorted((FORGE / "ISSUE_TEMPLATE").glob("*.md")), ids=lambda p: p.name
)
def test_a_template_says_what_it_is_for(path: Path) -> None:
    head = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])

    assert head["name"]
    assert head["about"]
    assert head.keys() == {"name", "about", "title", "labels"}


def test_packages_are_kept_up_to_date_where_they_are() -> None:
    updates = settings(".github/dependabot.yml")["updates"]
    kinds = {each["package-ecosystem"]: each["directory"] for each in updates}

    assert kinds == {"pip": "/", "npm": "/tests/browser", "github-actions": "/"}
    assert {each["schedule"]["interval"] for each in updates} == {"monthly"}
    assert (ROOT / "tests/browser/package.json").is_file()


def test_our_own_hook_looks_at_every_example() -> None:
    hooks = {each["id"]: each for each in settings(".pre-commit-config.yaml")["repos"][0]["hooks"]}
    pattern = hooks["cls-check"]["files"]
    examples = [path.relative_to(ROOT).as_posix() for path in ROOT.glob("examples/*/*.yaml")]

    assert len(examples) >= 3
    assert all(re.search(pattern, each) for each in examples)
    assert not re.search(pattern, "tools/examples/northfield-2026-09-10.yaml")
    shared = settings(".pre-commit-hooks.yaml")[0]
    # The people of the examples are made up; versions of them in our history give nobody away.
    alone = hooks["cls-check"]["entry"].removesuffix(" --no-git")
    assert alone.endswith(shared["entry"].removeprefix("cls-check"))


def settings(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def test_files_are_laid_out_as_editors_are_told() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("this is not a git checkout")
    config = (ROOT / ".editorconfig").read_text(encoding="utf-8")
    as_they_are = re.search(r"^\[\{(.+)\}\]$", config, flags=re.MULTILINE)
    assert as_they_are
    left_out = tuple(each.removesuffix("**") for each in as_they_are[1].split(","))
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True).stdout
    names = [each for each in listed.decode("utf-8").splitlines() if not each.startswith(left_out)]

    assert [
        name for name in names if (ROOT / name).is_file() and not is_laid_out(ROOT / name)
    ] == []


def is_laid_out(path: Path) -> bool:
    """Whether it is UTF-8, its lines end as they should, and nothing stands behind them."""
    text = path.read_bytes().decode("utf-8")
    lines = text.split("\n")
    return "\r" not in text and lines[-1] == "" and not any(re.search(r"[ \t]$", e) for e in lines)
