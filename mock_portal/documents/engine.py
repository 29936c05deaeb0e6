"""Setting a document: a Typst template, a frozen dataclass, a language; out comes a tagged PDF."""

from pathlib import Path
from typing import Any, Final

import typst

from contributions import Language
from contributions.typesetting import NotTypeset, typeset
from mock_portal.documents.values import as_json
from mock_portal.errors import PortalError

__all__ = ["DocumentNotMade", "render"]

TEMPLATES: Final = Path(__file__).resolve().parent / "templates"


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
    inputs = {"data": as_json(data, language=language), "language": language}
    try:
        return typeset(TEMPLATES / f"{template}.typ", inputs, using=using)
    except NotTypeset as error:
        raise DocumentNotMade(template, error.complaints) from error
