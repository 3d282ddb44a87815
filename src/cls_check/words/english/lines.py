"""The part of the catalogue that git needs to show an assessment; all of it takes longer to load.

Git starts a process for each version of a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cls_check.words.english.days import DAYS
from cls_check.words.english.git import IN_GIT
from cls_check.words.english.reports import GROUPS

if TYPE_CHECKING:
    from cls_check.words.speech import Template

CATALOGUE: Final[dict[str, Template]] = DAYS | GROUPS | IN_GIT
