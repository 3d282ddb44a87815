"""What all tests share."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

from cls_check.files.settings import NAMES, VARIABLES

settings.register_profile("usual", deadline=None, derandomize=True)
settings.register_profile("fewer", settings.get_profile("usual"), max_examples=20)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))

# Whoever runs the tests may have settings of their own.
for name in NAMES:
    os.environ.pop(VARIABLES + name.upper(), None)


@pytest.fixture(scope="module")
def sentences() -> Iterator[ModuleType]:
    """The tool that makes the page of sentences: it hears all that a report says."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(Path(__file__).resolve().parents[1] / "tools"))
        import sentences

        yield sentences
    sys.modules.pop("sentences")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow tests first: at the end, no processor waits for the other."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_collection_finish() -> None:
    """Thousands of tests stay to the end: the collector of memory need not walk over them."""
    gc.collect()
    gc.freeze()
