"""The English catalogue: everything that cls-check says to people, by its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cls_check.words.audiences import AUDIENCES
from cls_check.words.charts import CHARTS
from cls_check.words.commands import COMMANDS, DEMO, INIT, SETTINGS
from cls_check.words.days import DAYS
from cls_check.words.difference import DIFFERENCE
from cls_check.words.editing import EDITING
from cls_check.words.exporting import EXPORTING
from cls_check.words.forms import FORMS
from cls_check.words.headings import HEADINGS
from cls_check.words.importing import IMPORTING
from cls_check.words.in_git import IN_GIT
from cls_check.words.looking_back import LOOKING_BACK
from cls_check.words.paper import PACK
from cls_check.words.reports import FINDINGS, GROUPS, HOW_TO_READ, SINCE
from cls_check.words.reveal import REVEAL
from cls_check.words.talking import TOGETHER
from cls_check.words.workshop import WORKSHOP

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
