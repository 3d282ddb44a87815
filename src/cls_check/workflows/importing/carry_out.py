"""Taking what is new into the record, and writing down what words and columns mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.rounds.round import Voice
from cls_check.exchange.incoming.headings import LEAVE_OUT
from cls_check.exchange.incoming.own_levels import levels_in
from cls_check.files import import_maps, records
from cls_check.workflows.importing.who_is_new import with_new
from cls_check.workflows.join_rooms import joined

if TYPE_CHECKING:
    from cls_check.exchange.incoming.response import Response
    from cls_check.workflows.importing.plan import ImportRequest, Plan

LONGEST_HEADING = 500


def carry_out(plan: Plan) -> int:
    """Take what is new into the record; gives how many people are in it now.

    Raises:
        RefusedError: somebody is answering in that record now.
        ClsCheckError: it cannot be written; the record is as it was.
    """
    record = plan.request.record
    with records.alone_in(record):
        records.settle(record)
        # Told apart again: another window may have imported the same file while this one asked.
        now = with_new(plan)
        if now.people or now.gone:
            voices = (_voice(each, plan.request) for each in now.new)
            records.take_in(record, voices, now.hands, now.ledger, now.gone)
        return joined([record]).people


def _voice(response: Response, request: ImportRequest) -> Voice:
    tree = {"cls-check-voice": 1, "perspective": response.perspective, "finished": True}
    if request.of_levels:
        levels = levels_in(response.answers, request.record.questionnaire)
        return Voice.model_validate({**tree, "levels": levels})
    return Voice.model_validate({**tree, "answers": response.answers})


def keep_map(plan: Plan) -> bool:
    """Write down what columns and words mean, for the next time; gives whether there was a need to."""
    told = plan.request.said
    unknown = {
        column.heading[:LONGEST_HEADING]: LEAVE_OUT
        for part in plan.parts
        for column in part.layout.columns
        if column.how == "unknown" and column.heading and "@" not in column.heading
    }
    said = told.columns or told.answers or told.perspectives or told.questionnaire
    if not (said or unknown):
        return False
    columns = {**unknown, **plan.told.columns}
    whole = plan.told.model_copy(
        update={"columns": columns, "questionnaire": plan.request.record.questionnaire.id}
    )
    return import_maps.write_map(plan.request.map_path, whole)
