"""`cls-check reveal`: the page that a room looks at together."""

from __future__ import annotations

from typing import Annotated

from cls_check.cli.options.shared import AssessmentFile, OutputFolder, Templates, open_option
from cls_check.cli.screen.console import note, say
from cls_check.words.speech import label


def reveal(
    file: AssessmentFile,
    folder: OutputFolder = None,
    templates: Templates = None,
    open_it: Annotated[bool | None, open_option("page")] = None,
) -> None:
    """Make a page to look at together: each factor in large type, for a projector."""
    from cls_check.cli.screen.browser import open_in_browser
    from cls_check.files.settings import in_force
    from cls_check.workflows.reveal import RevealRequest, make_reveal

    settings = in_force(output=folder, template=templates, open=open_it)
    written = make_reveal(RevealRequest(file, settings.output or file.parent, settings.template))
    note(label("reveal.here"))
    say(str(written))
    note(label("reveal.keys"))
    if settings.open:
        open_in_browser(written)
