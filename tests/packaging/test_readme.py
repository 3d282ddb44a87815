"""What the README promises is what is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from cls_check.files.questionnaires.reading import bundled
from tests.wording import words_not_to_say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PROSE = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "docs/commands.md")


@pytest.fixture(scope="module")
def readme(checkout: Path) -> str:
    return (checkout / "README.md").read_text(encoding="utf-8")


def test_it_begins_with_the_two_commands(readme: str) -> None:
    blocks = re.findall(r"```\n(.*?)\n```", readme, flags=re.DOTALL)

    assert blocks == ["python3 start.py", "python3 start.py test"]


def test_ci_runs_what_the_readme_says(checkout: Path) -> None:
    ci = (checkout / ".ci" / "run").read_text(encoding="utf-8")

    assert re.search(r"^ +python3 start\.py test ", ci, flags=re.MULTILINE)
    assert re.search(r"^ +python3 start\.py$", ci, flags=re.MULTILINE)


def test_every_command_is_mentioned(readme: str, checkout: Path) -> None:
    reference = (checkout / "docs" / "commands.md").read_text(encoding="utf-8")
    commands = list(_commands())

    assert [path for path in commands if f"\n## {path}\n" not in reference] == []
    assert [path for path in commands if path.count(" ") == 1 and path not in readme] == []


def test_the_ten_factors_have_their_names(readme: str) -> None:
    listed = re.findall(r"^\d+\. ([^*\n]+)$", readme, flags=re.MULTILINE)
    ten_factors = next(one for one in bundled() if one.id == "ten-factors")

    assert listed == [factor.title for factor in ten_factors.factors.values()]


@pytest.mark.parametrize("name", PROSE)
def test_no_word_judges_a_place(checkout: Path, name: str) -> None:
    text = (checkout / name).read_text(encoding="utf-8")
    prose = re.sub(
        r"```.*?```|`[^`\n]*`|<!--.*?-->|^## cls-check.*?$",
        "",
        text,
        flags=re.DOTALL | re.MULTILINE,
    )

    assert words_not_to_say(prose) == []


def test_every_link_to_a_file_leads_somewhere(readme: str, checkout: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", readme)

    assert links
    assert [link for link in links if not (checkout / link).is_file()] == []


def _commands() -> Iterator[str]:
    from typer.main import get_command

    from cls_check.cli.app import app

    def walk(command: Any, path: str) -> Iterator[str]:
        for name in getattr(command, "list_commands", lambda _: [])(None):
            yield f"{path} {name}"
            yield from walk(command.get_command(None, name), f"{path} {name}")

    return walk(get_command(app), "cls-check")
