"""Questionnaires to make forms of: our own, and those of strangers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from cls_check.files.questionnaires.reading import find
from tests.cli.test_strangers import stranger

if TYPE_CHECKING:
    from pathlib import Path

    from cls_check.domain.questionnaires.questionnaire import Questionnaire

BUNDLED = ("ten-factors", "ten-factors-short")
STRANGERS: dict[str, dict[str, Any]] = {
    "3-answers": stranger(3, perspectives=True),
    "7-answers-no-perspectives": stranger(7, perspectives=False),
    "11-answers": stranger(11, perspectives=True),
    "levels-too": stranger(5, perspectives=True, levels=True),
    "two-languages": stranger(3, perspectives=True, languages=["cy", "en"])
    | {
        "title": {"en": "Bicycles", "cy": "Beiciau"},
        "scale": {"answers": [{"en": "No", "cy": "Nac ydw"}, "Maybe", {"cy": "Ydw", "en": "Yes"}]},
        "reflections": {"more": {"en": "What else?", "cy": "Beth arall?"}},
    },
    "faces": stranger(3, perspectives=True) | {"scale": {"answers": ["🙁", "😐", "🙂"]}},
    "nought-to-ten": stranger(11, perspectives=False)
    | {"scale": {"answers": [str(number) for number in range(11)]}},
    "values": stranger(4, perspectives=True)
    | {"scale": {"answers": ["No", "Some", "Most", "All"], "values": ["0", "0.25", "0.5", "1"]}},
    "ids-that-others-use": stranger(3, perspectives=True)
    | {
        "id": "2-wheels",
        "we": "=cmd|' /C calc'!A0",
        "factors": {
            "perspective": {
                "title": "${perspective} {perspective}",
                "statements": {"we": "Twice.", "1.10": "Twice.", "meta": "<b>*Bold*</b>"},
            },
        },
    },
}
EVERY = (*BUNDLED, *STRANGERS)


def name_of(wanted: str, folder: Path) -> str:
    """What the command is given: an id, or the path of a stranger's file."""
    if wanted not in STRANGERS:
        return wanted
    file = folder / f"{wanted}.yaml"
    text = yaml.safe_dump(STRANGERS[wanted], sort_keys=False, allow_unicode=True)
    file.write_text(text, encoding="utf-8")
    return str(file)


def questionnaire(wanted: str, folder: Path) -> Questionnaire:
    """The questionnaire itself, in its first language."""
    return find(name_of(wanted, folder)).questionnaire
