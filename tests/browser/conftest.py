"""The browser, started once, and the pages, made once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.browser.gate import Gate, missing
from tests.browser.pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

REQUIRED = "required"


@pytest.fixture(scope="session")
def gate() -> Iterator[Gate]:
    """The gate; without its tools a loud skip, or an error where BROWSER_TESTS=required."""
    lacking = missing()
    if lacking:
        reason = f"NOTHING WAS CHECKED IN A BROWSER. There is {', '.join(lacking)}."
        if os.environ.get("BROWSER_TESTS") == REQUIRED:
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    opened = Gate()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[Path, ...]]:
    """The files of a page in the table, made the first time that it is asked for."""
    known: dict[str, tuple[Path, ...]] = {}

    def make(name: str) -> tuple[Path, ...]:
        if name not in known:
            known[name] = tuple(PAGES[name].make(tmp_path_factory.mktemp(name)))
        return known[name]

    return make
