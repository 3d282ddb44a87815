"""What the commands say of themselves: the welcome, a line for each, beginning a folder, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cls_check.words.speech import Template

COMMANDS: Final[dict[str, Template]] = {
    "welcome": """\
cls-check helps a place talk about how it is changing adult social care.
It keeps what people said, so that you can see together what moves.

  cls-check demo                        look at a finished example place
  cls-check init FOLDER                 make a folder for your own place
  cls-check assess                      run a round: alone, or in a workshop
  cls-check assess --record NAME.open   go on with a round later
  cls-check report FILE                 make the readiness report of a closed round

For everything else: cls-check --help""",
    "command.demo": "Copy the example places and make the readiness report of one of them.",
    "command.init": "Make a folder for your own place, ready to be kept in git.",
    "command.assess": "Run a round: gather answers, look at them together, "
    "write down what you agree.",
    "command.import": "Import answers from a spreadsheet, or from the file of an online form.",
    "command.close": "Close a round: add up the answers, join groups that are too small, "
    "write one file.",
    "command.check": "Check files: whether they can be used, and whether they give anybody away.",
    "command.edit": "Write down what you agreed: levels, reasons, evidence and actions.",
    "command.score": "Print what people said about each factor, in numbers and in words.",
    "command.report": "Make the readiness report that a steering group reads, and those for others.",
    "command.export": "Write the answers of one or many assessments as tables: "
    "counts, levels, and who took part.",
    "command.diff": "Compare two rounds of a place, or two versions of a file.",
    "command.history": "Show the rounds of a place one after another: what moved, and where it can be "
    "compared.",
    "command.git": "Let git show assessments as sentences.",
    "command.paper": "Make the printable pack: answer sheets, level cards, a privacy notice.",
    "command.guide": "Print the guide for facilitators: before the day, on the day, after it.",
    "command.reveal": "Make a page to look at together: each factor in large type, "
    "for a projector.",
    "command.questionnaire": "Look at questionnaires, check them, begin one of your own.",
    "command.schema": "Print a JSON Schema, for editors that complete and check, "
    "and for other programs.",
    "command.config": "Print each setting, its value, and where it came from.",
    # What is in the folder of a place, below the welcome.
    "here.open": "A round is being gathered here. To go on: cls-check assess --record {path}",
    "here.closed": "The newest assessment here is {name}. For its report: cls-check report {path}",
    "here.nothing": "There is no round in this folder yet. To begin one: cls-check assess",
}

DEMO: Final[dict[str, Template]] = {
    "demo.here": "Two invented places are in {folder}. "
    "This is the readiness report of one of them:",
    "demo.next": "\nWhat you can type next:\n"
    "  cls-check score {file}\n"
    "  cls-check questionnaire show ten-factors\n"
    "  cls-check assess",
    "schema.next": "From now on, the first line of each new {kind} here names the schema. "
    "Your editor reads it there. To older files, add that line yourself.",
    "questionnaire.new": "Your questionnaire is here. "
    "Open it in a text editor and change the words.",
    "converted.statements": (
        "The questionnaire has 1 statement. It is here:",
        "The questionnaire has {n} statements. Its factors are {factors}. It is here:",
    ),
    "converted.levels": (
        "Each question has answers of its own. So the questionnaire has 1 factor, "
        "for which a group picks a level. It is here:",
        "Each question has answers of its own. So the questionnaire has {n} factors, "
        "for each of which a group picks a level. It is here:",
    ),
    "converted.taken.statement": "The statements stand under “{name}”.",
    "converted.taken.id": "Their ids stand under “{name}”.",
    "converted.taken.factor": "What they belong to stands under “{name}”.",
    "converted.taken.factor-id": "The ids of what they belong to stand under “{name}”.",
    "converted.taken.meaning": "What that means stands under “{name}”.",
    "converted.taken.scale": "The answers stand under “{name}”.",
    "converted.left-out": "These columns were left out: {names}",
    "converted.usual-scale": "The table has no answers, so it has those from “Not true yet” "
    "to “Very true”. To have others, add a column scale.",
    "converted.advice": "\nWorth another look:",
    "converted.next": "\nNext, open it and write who answers, under perspectives:. "
    "Those with lived experience come first.\n"
    "Then:\n  cls-check questionnaire check {file}",
    "questionnaire.next": "Then:\n  cls-check questionnaire check {file}",
}

INIT: Final[dict[str, Template]] = {
    "init.place": "Which place is this about? Enter leaves it open: ",
    "init.made": "These files are new in {folder}:",
    "init.would-make": "These files would be new in {folder}. Nothing was written:",
    "init.nothing-to-make": "Everything is in {folder} already. Nothing has changed.",
    "init.stays": (
        "One file was there already and stays as it is: {names}",
        "{n} files were there already and stay as they are: {names}",
    ),
    "init.place-not-written": "{file} was there already, so the place was not written into it.",
    "init.not-ignored": "{file} has no line {line} yet. "
    "Add it, so that answers of single people stay out of git.",
    "init.next": "What you can type next:",
}

SETTINGS: Final[dict[str, Template]] = {
    "setting.name": "Setting",
    "setting.value": "Value",
    "setting.origin": "Where it came from",
    "setting.yes": "yes",
    "setting.no": "no",
    "setting.unfit": "cannot be used, see below",
    "origin.option": "option",
    "origin.environment": "environment variable {where}",
    "origin.file": "{where}",
    "origin.built-in": "built in",
    "unset.place": "asked for each round",
    "unset.questionnaire": "asked for each round",
    "unset.language": "the first one of the questionnaire",
    "unset.folder": "the folder you are in",
    "unset.output": "the folder of the assessment",
    "unset.template": "the ones of cls-check",
    "unset.title": "“Readiness report” and the place",
    "unset.logo": "none",
    "unset.logo_text": "“Logo”",
    "unset.accent": "dark blue",
    "unset.open": "the demo alone opens a page",
    "settings.file": "The settings file is {file}",
    "settings.file-unfit": "The settings file is {file}, and it cannot be used. See below.",
    "settings.no-file": "There is no settings file. We looked for {file} here:",
    "settings.no-folder": "There is no settings file. The folder you are in cannot be read.",
    "settings.others-stop": "Until this is mended, commands that use settings stop.",
    "settings.other-language": "{title} is not written in {language}, which the settings ask for "
    "({origin}). Here it is in {shown}.",
}
