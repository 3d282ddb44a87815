"""The English catalogue: everything that cls-check says to people, by its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cls_check.words.english.audiences import AUDIENCES
from cls_check.words.english.commands import COMMANDS, DEMO, INIT, SETTINGS
from cls_check.words.english.days import DAYS
from cls_check.words.english.diff import DIFFERENCE
from cls_check.words.english.edit import EDITING
from cls_check.words.english.export import EXPORTING
from cls_check.words.english.forms import FORMS
from cls_check.words.english.git import IN_GIT
from cls_check.words.english.headings import CHARTS, HEADINGS
from cls_check.words.english.history import LOOKING_BACK
from cls_check.words.english.import_answers import IMPORTING
from cls_check.words.english.paper import PACK
from cls_check.words.english.reports import FINDINGS, GROUPS
from cls_check.words.english.reveal import REVEAL
from cls_check.words.english.since import HOW_TO_READ, SINCE
from cls_check.words.english.talk import TOGETHER
from cls_check.words.english.workshop import WORKSHOP

if TYPE_CHECKING:
    from cls_check.words.speech import Template

CATALOGUE: Final[dict[str, Template]] = (
    DAYS
    | COMMANDS
    | DEMO
    | INIT
    | SETTINGS
    | DIFFERENCE
    | EDITING
    | EXPORTING
    | HEADINGS
    | IN_GIT
    | LOOKING_BACK
    | IMPORTING
    | PACK
    | FORMS
    | AUDIENCES
    | FINDINGS
    | GROUPS
    | HOW_TO_READ
    | SINCE
    | CHARTS
    | REVEAL
    | TOGETHER
    | WORKSHOP
)
