"""A Typst template and its inputs become a tagged PDF, the same bytes for the same inputs."""

import functools
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from contributions.bilingual import T
from contributions.errors import ContributionsError
from contributions.typesetting import fonts

if TYPE_CHECKING:
    import typst

__all__ = ["NotTypeset", "TypstMissing", "typeset"]

# PDF/UA: a screen reader finds headings, tables and the language.
STANDARD: Final = "ua-1"
# A document says its own dates; the file must not differ from one printing to the next.
MADE_AT: Final = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())

_one_at_a_time = threading.Lock()


class TypstMissing(ContributionsError):
    """Typst is not installed here; `mend` is the line that installs it, from a clone as the guides say."""

    mend = 'python -m pip install "/path/to/the/clone[pdf]"'

    def __init__(self) -> None:
        super().__init__(
            T(
                "a PDF needs typst, which is not installed here",
                "PDF memerlukan typst, yang belum dipasang di sini",
            )
        )


class NotTypeset(ContributionsError):
    """Typst refused a document, or warned: it falls back in silence where it only warns.

    `complaints` are what it said.
    """

    def __init__(self, template: str, complaints: tuple[str, ...]) -> None:
        super().__init__(f"{template}: {'; '.join(complaints)}")
        self.template = template
        self.complaints = complaints


def typeset(source: Path, inputs: Mapping[str, str], *, using: "typst.Fonts | None" = None) -> bytes:
    """The PDF of a template, which may import those beside it; `fonts` comes to the inputs, as JSON.

    Fonts are those of the machine unless `using` names others.

    Raises:
        TypstMissing: it is not installed.
        NotTypeset: the template is wrong, or a font is missing.
    """
    import json

    try:
        import typst
    except ImportError:
        raise TypstMissing from None
    chosen = using or fonts.installed()
    families = json.dumps(fonts.families(chosen), ensure_ascii=False)
    with _one_at_a_time:
        try:
            pdf, warnings = _compiler(str(source.parent), chosen).compile_with_warnings(
                input=str(source),
                format="pdf",
                sys_inputs={"fonts": families, **inputs},
                pdf_standards=STANDARD,
                timestamp=MADE_AT,
            )
        except typst.TypstError as error:
            raise NotTypeset(source.stem, (str(error),)) from error
    if warnings or not isinstance(pdf, bytes):
        raise NotTypeset(source.stem, tuple(str(warning) for warning in warnings))
    return pdf


@functools.cache
def _compiler(root: str, using: "typst.Fonts") -> "typst.Compiler":
    import typst

    return typst.Compiler(root=root, font_paths=using)
