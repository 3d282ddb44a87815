"""What all tests share."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from cls_check.files.settings import NAMES, VARIABLES

settings.register_profile("usual", deadline=None, derandomize=True)
settings.load_profile("usual")

# Whoever runs the tests may have settings of their own.
for name in NAMES:
    os.environ.pop(VARIABLES + name.upper(), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow tests first: at the end, no processor waits for the other."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
