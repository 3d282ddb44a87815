"""Every test of git runs without the settings and the variables of whoever runs it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.git.repository import environment


@pytest.fixture(autouse=True)
def _nobodys_git(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in environment().items():
        monkeypatch.setenv(name, value)
    # Git starts cls-check-git, which stands beside the Python of these tests.
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
