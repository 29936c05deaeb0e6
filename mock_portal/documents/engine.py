"""Setting a document: a Typst template, a frozen dataclass, a language; out comes a tagged PDF."""

import functools
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import typst

from contributions import Language
from mock_portal.documents import fonts
from mock_portal.documents.values import as_json
from mock_portal.errors import PortalError

__all__ = ["DocumentNotMade", "render"]

TEMPLATES: Final = Path(__file__).resolve().parent / "templates"
# PDF/UA: a screen reader finds headings, tables and the language.
STANDARD: Final = "ua-1"
# A document says its own dates; the file must not differ from one printing to the next.
MADE_AT: Final = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())

_one_at_a_time = threading.Lock()


class DocumentNotMade(PortalError):
    """Typst refused a document, or warned: it falls back in silence where it only warns.

    Attributes:
        template: the template's name.
        complaints: what it said.
    """

    code = "documents.not_made"
    status = 500

    def __init__(self, template: str, complaints: tuple[str, ...]) -> None:
        super().__init__(f"{template}: {'; '.join(complaints)}")
        self.template = template
        self.complaints = complaints


def render(template: str, data: Any, *, language: Language, using: typst.Fonts | None = None) -> bytes:
    """The PDF of a template (`record` for `record.typ`) filled with a frozen dataclass.

    Fonts are those of the machine unless `using` names others.

    Raises:
        DocumentNotMade: the template is wrong, or a font is missing.
    """
    chosen = using or fonts.installed()
    inputs = {
        "data": as_json(data, language=language),
        "fonts": as_json(fonts.families(chosen), language=language),
        "language": language,
    }
    source = TEMPLATES / f"{template}.typ"
    with _one_at_a_time:
        try:
            pdf, warnings = _compiler(chosen).compile_with_warnings(
                input=str(source), format="pdf", sys_inputs=inputs, pdf_standards=STANDARD, timestamp=MADE_AT
            )
        except typst.TypstError as error:
            raise DocumentNotMade(template, (str(error),)) from error
    if warnings or not isinstance(pdf, bytes):
        raise DocumentNotMade(template, tuple(str(warning) for warning in warnings))
    return pdf


@functools.cache
def _compiler(using: typst.Fonts) -> typst.Compiler:
    return typst.Compiler(root=str(TEMPLATES), font_paths=using)
