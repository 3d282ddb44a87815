"""Small catalogues in other languages, for a test."""

from __future__ import annotations

import sys
import types
from typing import TYPE_CHECKING

from cls_check.words import speech

if TYPE_CHECKING:
    import pytest

    from cls_check.words.speech import Template


def spoken_of(
    monkeypatch: pytest.MonkeyPatch, language: str, catalogue: dict[str, Template]
) -> None:
    """From here on, until the end of the test, there is a catalogue in this language."""
    name = f"tests.words.small_{language}"
    module = types.ModuleType(name)
    module.CATALOGUE = catalogue  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setitem(speech.CATALOGUES, language, name)
