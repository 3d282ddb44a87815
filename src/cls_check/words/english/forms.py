"""What stands on a form that a person fills in alone, and what the command says that makes it.

A line end parts the points of a list. Names in braces that the page's script fills in are kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cls_check.words.speech import Template

FORMS: Final[dict[str, Template]] = {
    "form.perspective": "Where do you answer from today?",
    "form.perspective.several": "If more than one is true for you, choose the one that matters "
    "most to you today.",
    "form.reflections": "To talk about together",
    # The page that works offline.
    "form.skip": "Go to the questions",
    "form.language": "Language",
    "form.kept": "What happens to your answers",
    "form.kept.text": "This page works without the internet. It sends nothing to anybody.\n"
    "We do not ask for your name. The page keeps no name and no time.\n"
    "Your answers stay on this page until you close it. Then they are gone.\n"
    "At the end you save a small file, or you get a code to read out.\n"
    "You decide if you pass it on. Your answers are then added to those of other people.",
    "form.no-script": "This page cannot save your answers here, because scripts are turned off. "
    "You can still choose your answers and print the page.",
    "form.how": "How to answer",
    "form.how.text": "There are no right answers.\n"
    "Answer from what you have seen yourself.\n"
    "You can leave a statement blank. That is fine.",
    "form.clear": "Clear this answer",
    "form.end": "When you have finished",
    "form.progress": (
        "You have answered {done} of 1 statement.",
        "You have answered {done} of {n} statements.",
    ),
    "form.save": "Save my answers in a file",
    "form.show": "Show my answers as a code",
    "form.print": "Print this page",
    "form.erase": "Erase my answers from this page",
    "form.ways": "The file and the code hold the same answers. One of them is enough.",
    "form.saved": "The file {file} is saved. Look for it where this computer keeps downloads. "
    "Give it to the person who gave you this page.",
    "form.code": "Your code is below. Write it down or read it out, with all its groups.",
    "form.your-code": "Your code",
    "form.no-perspective": "Please choose first where you answer from today.",
    "form.nothing": "You have not answered anything yet.",
    "form.erase.sure": "Erase all your answers from this page?",
    "form.erased": "Your answers are erased from this page.",
    "form.shared": "Is this a computer that other people use? Then erase your answers here, "
    "and delete the file once you have passed it on.",
    # What the command says.
    "form.made.xlsform": "This form is for ODK and Kobo. Upload it there:",
    "form.made.surveyjs": "This form is for SurveyJS:",
    "form.made.html": "This page is a form that works without the internet. "
    "Send it to people, or open it on a shared computer:",
    "form.made.msforms": "The first file is for the quick import of Microsoft Forms. "
    "The second tells cls-check import what the columns mean:",
}
