"""Questionnaires: the bundled ones by their id, anybody's by its path."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cls_check import resources
from cls_check.domain.questionnaires.languages import languages_of, spoken_in
from cls_check.domain.questionnaires.questionnaire import Questionnaire
from cls_check.errors import BadFileError, UnknownNameError
from cls_check.files.questionnaires.language_maps import language_problems
from cls_check.files.validation.kinds import require
from cls_check.files.validation.validation import validate
from cls_check.messages import did_you_mean, quoted
from cls_check.read_from_disk import is_there
from cls_check.yaml.reader import Document, parse_yaml, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True)
class Source:
    """A questionnaire as it was found: in one language, and its whole text."""

    questionnaire: Questionnaire
    document: Document


def bundled_ids() -> tuple[str, ...]:
    """The ids of the questionnaires that come with the package."""
    found = (entry.name for entry in resources.folder("questionnaires").iterdir())
    return tuple(sorted(Path(name).stem for name in found if name.endswith(SUFFIXES)))


def bundled() -> Iterator[Questionnaire]:
    """Every questionnaire that comes with the package."""
    for questionnaire_id in bundled_ids():
        yield find(questionnaire_id).questionnaire


def find(wanted: str, language: str | None = None) -> Source:
    """A questionnaire by the path of its file, or by its id if it is bundled.

    Raises:
        UnknownNameError: no file and no bundled questionnaire has that name.
        BadFileError: the file is not a questionnaire.
    """
    path = Path(wanted)
    if path.suffix in SUFFIXES or is_there(path):
        return in_language(read_yaml(path, wanted), language)
    if wanted not in bundled_ids():
        known = bundled_ids()
        raise UnknownNameError.of(
            f"There is no questionnaire called {quoted(wanted)}.",
            f"{did_you_mean(wanted, known)} Those that come with cls-check are "
            f"{', '.join(known)}. To use your own, name its file.".strip(),
        )
    entry = resources.folder("questionnaires").joinpath(f"{wanted}.yaml")
    return in_language(parse_yaml(entry.read_bytes(), f"{wanted}.yaml"), language)


def find_wished(wanted: str, language: str | None, *, strict: bool) -> Source:
    """A questionnaire in a language that somebody asks for now, or that settings ask for always.

    What settings ask for is for every questionnaire, also for one that is not written in it: that
    one is given in its first language.

    Raises:
        UnknownNameError: there is no such questionnaire; or it lacks the language, and `strict`.
        BadFileError: the file is not a questionnaire.
    """
    source = find(wanted, language if strict else None)
    if language is None or strict or language not in source.questionnaire.languages:
        return source
    return in_language(source.document, language)


def matching(questionnaire_id: str, version: str, language: str) -> Questionnaire | None:
    """The bundled questionnaire of exactly this version, if it is at hand in this language.

    People who translated it for themselves would else get prompts in two languages.
    """
    if questionnaire_id not in bundled_ids():
        return None
    found = find(questionnaire_id)
    if language not in found.questionnaire.languages:
        return None
    found = in_language(found.document, language)
    return found.questionnaire if found.questionnaire.version == version else None


def in_language(document: Document, language: str | None = None) -> Source:
    """A questionnaire's document in one of its languages, the first if none is named.

    Raises:
        UnknownNameError: it is not written in that language.
        BadFileError: it is not a questionnaire.
    """
    require(document, "cls-check-questionnaire")
    languages = languages_of(document.data)
    problems = tuple(language_problems(document, languages))
    if problems:
        raise BadFileError(problems)
    if language is not None and language not in languages:
        raise UnknownNameError.of(
            f"{document.name} is not written in {quoted(language)}.",
            f"Its languages are {', '.join(languages)}.",
        )
    tree = spoken_in(document.data, language or languages[0], languages)
    spoken = replace(document, data=tree)
    return Source(validate(spoken, Questionnaire), document)


def in_each_language(document: Document) -> tuple[Questionnaire, ...]:
    """A questionnaire once in each of its languages, in their order.

    Raises:
        BadFileError: it is not a questionnaire, or not whole in one of them.
    """
    first = in_language(document).questionnaire
    others = (in_language(document, each).questionnaire for each in first.languages[1:])
    return (first, *others)
