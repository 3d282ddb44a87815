"""The gate can say no: small pages with something wrong, each with what must be said of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser.gate import Gate

BAD = sorted(Path(__file__).with_name("bad").glob("*.html"))


def expected(page: Path) -> dict[str, set[str]]:
    """What the comment at the top of a page says: the modes to look in, a colon, the rules."""
    (said,) = re.findall(r"<!-- The gate must report\n(.*?)-->", page.read_text("utf-8"), re.DOTALL)
    return {
        mode: set(rules.split()) - {"nothing"}
        for modes, _, rules in (line.partition(": ") for line in said.splitlines())
        for mode in modes.split()
    }


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("page", BAD, ids=[page.stem for page in BAD])
def test_the_gate_reports_what_is_wrong_and_nothing_else(gate: Gate, page: Path) -> None:
    looks = gate.look(page, list(expected(page)))
    found = {mode: {each.rule for each in look.faults} for mode, look in looks.items()}
    assert found == expected(page)
