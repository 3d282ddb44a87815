"""Every page that the project makes can be read by everybody: the gate finds nothing to mend."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import yaml
from tests.browser.gate import MODES
from tests.browser.pages import PAGES
from tests.reports.reading import headings, tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tests.browser.gate import Fault, Gate

ON_A_SCREEN = ("wide", "narrow")
OTHERWISE = [mode for mode in MODES if mode not in ON_A_SCREEN]
FIRST_OF_EACH_KIND = [
    next(name for name, page in PAGES.items() if page.kind == kind)
    for kind in dict.fromkeys(page.kind for page in PAGES.values())
]
EVERY_PAGE = [
    pytest.param(name, marks=[] if name in FIRST_OF_EACH_KIND else pytest.mark.slow)
    for name in PAGES
]
ENOUGH = 3


def nothing_to_mend(page: Path, faults: Iterable[Fault]) -> None:
    found = list(told(faults))
    if found:
        pytest.fail("\n".join([f"To mend in {page}:", *found]), pytrace=False)


def told(faults: Iterable[Fault]) -> Iterator[str]:
    """A line for each fault; of many that are alike, the first few."""
    for _, group in groupby(faults, key=lambda each: (each.mode, each.rule)):
        alike = list(group)
        yield from map(str, alike[:ENOUGH])
        if len(alike) > ENOUGH:
            yield f"  and {len(alike) - ENOUGH} more like it"


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_well_formed(made: Callable[[str], tuple[Path, ...]], name: str) -> None:
    """No browser is needed for this, and axe cannot see what is nested wrongly."""
    for page in made(name):
        tree(page.read_text(encoding="utf-8"))


@pytest.mark.browser
@pytest.mark.parametrize("name", EVERY_PAGE)
def test_on_a_large_and_a_small_screen_and_read_out(
    gate: Gate, made: Callable[[str], tuple[Path, ...]], name: str
) -> None:
    """Each page is looked at in a mode by one test alone: another may be in another process."""
    for page in made(name):
        looks = gate.look(page, ON_A_SCREEN)
        nothing_to_mend(page, (fault for look in looks.values() for fault in look.faults))
        spoken = [
            (f"h{level}", json.loads(words))
            for line in lines(yaml.safe_load(looks["wide"].tree or ""))
            for words, level in re.findall(r'heading (".*") \[level=(\d)\]', line)
        ]
        assert spoken == headings(tree(page.read_text(encoding="utf-8")))


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_in_the_dark_on_paper_and_with_forced_colours(
    gate: Gate, made: Callable[[str], tuple[Path, ...]], name: str
) -> None:
    for page in made(name):
        nothing_to_mend(page, gate.faults(page, OTHERWISE))


def lines(node: Any) -> Iterator[str]:
    """What is read out, from the outside in."""
    for each in node if isinstance(node, list) else [node]:
        if isinstance(each, dict):
            for name, inside in each.items():
                yield name
                yield from lines(inside)
        else:
            yield str(each)
