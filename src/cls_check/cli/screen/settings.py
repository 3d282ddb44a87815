"""What is said of settings: where one came from, and that a language was not to be had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.cli.screen.console import note
from cls_check.words.speech import label

if TYPE_CHECKING:
    from cls_check.domain.questionnaires.questionnaire import Questionnaire
    from cls_check.files.settings import InForce, Origin


def tell_of_another_language(shown: Questionnaire, settings: InForce) -> None:
    """Say so where a questionnaire is not written in the language of the settings."""
    if settings.language is None or settings.language in shown.languages:
        return
    origin = origin_in_words(settings.origin("language"))
    note(
        label(
            "settings.other-language",
            title=shown.title,
            language=settings.language,
            origin=origin,
            shown=shown.languages[0],
        )
    )


def origin_in_words(origin: Origin) -> str:
    """Where a value came from: "option", "cls-check.yaml, line 3" and so on."""
    return label(f"origin.{origin.kind}", where=origin.where)
