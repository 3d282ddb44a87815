"""A tagged PDF of the same page, made by WeasyPrint, which comes with the extra `pdf`."""

from __future__ import annotations

from typing import Any

from cls_check.errors import ClsCheckError

VARIANT = "pdf/ua-1"
"""Without it WeasyPrint writes no tags. That the tags are there is all that we promise."""
IDENTIFIER = b"cls-check"
"""In place of one made by chance: the same report has the same bytes."""


def pdf(page: str) -> bytes:
    """The page on paper, with its title, language and headings as tags.

    A report asks nothing of any other computer, so nothing is fetched but what the page holds.

    Raises:
        ClsCheckError: WeasyPrint is not installed, or the system's libraries for it are not.
    """
    weasyprint, urls = _weasyprint()
    fetcher = urls.URLFetcher(allowed_protocols=["data"])
    made: bytes = weasyprint.HTML(string=page, url_fetcher=fetcher).write_pdf(
        pdf_variant=VARIANT, pdf_identifier=IDENTIFIER
    )
    return made


def _weasyprint() -> tuple[Any, Any]:
    try:
        import weasyprint
        from weasyprint import urls
    except ImportError as error:
        raise ClsCheckError.of(
            "A PDF needs WeasyPrint, which is not installed.",
            'Type: pip install "cls-check[pdf]"\n'
            "Or open the HTML in a browser and print it as PDF.",
        ) from error
    except OSError as error:
        raise ClsCheckError.of(
            "WeasyPrint is installed, and a library of the system that it needs is not.",
            "Its page on installation says which: https://doc.courtbouillon.org/weasyprint/\n"
            "Or open the HTML in a browser and print it as PDF.",
        ) from error
    return weasyprint, urls
