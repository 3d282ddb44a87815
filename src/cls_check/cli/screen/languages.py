"""In which language something is shown, where it is not the one that was wished for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.cli.screen.console import note
from cls_check.cli.screen.origins import origin_in_words
from cls_check.words.speech import label

if TYPE_CHECKING:
    from cls_check.domain.questionnaires.questionnaire import Questionnaire
    from cls_check.files.settings import InForce


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
