"""What the commands say of themselves: the welcome, and a line for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cls_check.words.speech import Template

COMMANDS: Final[dict[str, Template]] = {
    "welcome": """\
cls-check helps a place talk about how it is changing adult social care.
It keeps what people said, so that you can see together what moves.

  cls-check demo                        look at a finished example place
  cls-check assess                      run a round: alone, or in a workshop
  cls-check assess --record NAME.open   go on with a round later
  cls-check report FILE                 make the readiness report of a closed round

For everything else: cls-check --help""",
    "command.demo": "Copy the example places and make the readiness report of one of them.",
    "command.assess": "Run a round: gather answers, look at them together, "
    "write down what you agree.",
    "command.close": "Close a round: add up the answers, join groups that are too small, "
    "write one file.",
    "command.check": "Check files: whether they can be used, and whether they give anybody away.",
    "command.edit": "Write down what you agreed: levels, reasons, evidence and actions.",
    "command.score": "Print what people said about each factor, in numbers and in words.",
    "command.report": "Make the readiness report that a steering group reads.",
    "command.questionnaire": "Look at questionnaires, check them, begin one of your own.",
}
