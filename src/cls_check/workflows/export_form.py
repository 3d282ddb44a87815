"""Making a form of a questionnaire, for people to fill in alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.domain.rounds.answer_form import AnswerForm, scale_of
from cls_check.errors import ClsCheckError
from cls_check.exchange.forms.kinds import FormKind
from cls_check.files.atomic import make_folder, write_bytes
from cls_check.files.questionnaires.reading import find_wished, in_language
from cls_check.read_from_disk import is_folder
from cls_check.reports.model.shown import visible

if TYPE_CHECKING:
    from pathlib import Path

    from cls_check.domain.questionnaires.questionnaire import Questionnaire
    from cls_check.files.questionnaires.reading import Source

MAP_ENDING = "-import-map.yaml"
ENDINGS = {
    FormKind.XLSFORM: "-xlsform.xlsx",
    FormKind.SURVEYJS: "-surveyjs.json",
    FormKind.HTML: "-form.html",
    FormKind.MSFORMS: "-microsoft-forms.txt",
}
"""What the names of the files end in, behind the questionnaire's id."""

MEAN_SOMETHING_ELSE = frozenset(
    {"perspective", "voice", "which-statement", "answer", "count", "leave-out"}
)
"""What `import` calls columns that are about no statement."""


@dataclass(frozen=True)
class FormRequest:
    """Which form is wanted, of what, and where."""

    questionnaire: str
    kind: FormKind
    output: Path
    """A folder, or a file with the ending of that kind."""
    language: str | None = None
    """The language to show first."""
    strict: bool = True
    """Whether a questionnaire that is not written in that language is an error."""


@dataclass(frozen=True)
class MadeForm:
    """The questionnaire in the language that is shown first, and the files, the form's own first."""

    questionnaire: Questionnaire
    written: tuple[Path, ...]


def make_form(request: FormRequest) -> MadeForm:
    """Write a form of a questionnaire.

    Raises:
        UnknownNameError: there is no such questionnaire, or not in that language.
        ClsCheckError: it has no statements, or one whose id means something else; an extra is
            missing; or the path cannot be used.
    """
    source = find_wished(request.questionnaire, request.language, strict=request.strict)
    form = _form(source, request.language)
    scale_of(form.first)
    _check_ids(form.first)
    path = _path(request, form.first.id)
    files = {path: _made(request.kind, form)}
    if request.kind is FormKind.MSFORMS:
        files[path.with_name(f"{form.first.id}{MAP_ENDING}")] = _import_map(form)
    make_folder(path.parent)
    for each, data in files.items():
        write_bytes(each, data)
    return MadeForm(form.first, tuple(files))


def _check_ids(questionnaire: Questionnaire) -> None:
    """Refuse an id that means something else where answers come back."""
    for key, _ in questionnaire.statements():
        if key.casefold() in MEAN_SOMETHING_ELSE:
            raise ClsCheckError.of(
                f'The statement "{key}" cannot be told from the question of that name '
                "when answers come back.",
                "Give the statement another id.",
            )


def _form(source: Source, wished: str | None) -> AnswerForm:
    """The questionnaire in all its languages, the wished one first."""
    known = source.questionnaire.languages
    first = wished if wished in known else known[0]
    ordered = sorted(known, key=lambda language: language != first)
    spoken = {
        language: in_language(source.document, language).questionnaire for language in ordered
    }
    return AnswerForm(spoken, visible)


def _path(request: FormRequest, questionnaire_id: str) -> Path:
    ending = ENDINGS[request.kind]
    suffix = ending[ending.rindex(".") :]
    if is_folder(request.output) or not request.output.suffix:
        return request.output / f"{questionnaire_id}{ending}"
    if request.output.suffix != suffix:
        raise ClsCheckError.of(
            f"{request.output.name} does not end in {suffix}, as this form does.",
            f"Name a file that ends in {suffix}, or a folder.",
        )
    return request.output


def _made(kind: FormKind, form: AnswerForm) -> bytes:
    match kind:
        case FormKind.XLSFORM:
            from cls_check.exchange.forms.xlsform import xlsform

            return xlsform(form)
        case FormKind.SURVEYJS:
            from cls_check.exchange.forms.surveyjs import surveyjs

            return surveyjs(form).encode()
        case FormKind.MSFORMS:
            from cls_check.exchange.forms.msforms import msforms

            return msforms(form).encode()
        case FormKind.HTML:
            from cls_check.exchange.forms.code import seal
            from cls_check.reports.paper.answer_page import answer_form

            return answer_form(form, seal(form.first)).encode()
        case FormKind.PAPER:
            raise ValueError("paper is made by workflows.papers")


def _import_map(form: AnswerForm) -> bytes:
    from cls_check.exchange.forms.msforms import import_map
    from cls_check.yaml.writer import to_yaml

    return to_yaml(import_map(form)).encode()
