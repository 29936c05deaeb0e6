"""Refuse what is no text where a contribution file belongs, by what it is."""

from pathlib import Path
from typing import Final

from contributions.bilingual import T
from contributions.opening import content_of
from harness.cli.told import CannotDo

__all__ = ["refuse_no_text"]

ZIP: Final = b"PK\x03\x04"
OLE: Final = b"\xd0\xcf\x11\xe0"
PDF: Final = b"%PDF"


def refuse_no_text(path: Path) -> None:
    """Let text pass, and what cannot be opened, which its reader tells.

    Raises:
        CannotDo: it is a workbook, an archive or a PDF.
    """
    try:
        content = content_of(path)
    except OSError:
        return
    if content.startswith(ZIP) and not (b"xl/" in content or b"mimetype" in content):
        raise CannotDo(
            T(
                f"{path} is a zip archive, no contribution file",
                f"{path} ialah arkib zip, bukan fail caruman",
            ),
            T("Take the file out of it and name that.", "Keluarkan fail daripadanya dan namakan fail itu."),
        )
    if content.startswith((ZIP, OLE)):
        raise CannotDo(
            T(
                f"{path} is a workbook, and a contribution file is text",
                f"{path} ialah buku kerja, manakala fail caruman ialah teks",
            ),
            T(
                f"assist convert {path} makes a contribution file of it.",
                f"assist convert {path} menjadikannya fail caruman.",
            ),
        )
    if content.startswith(PDF):
        raise CannotDo(
            T(
                f"{path} is a PDF, and a contribution file is text",
                f"{path} ialah PDF, manakala fail caruman ialah teks",
            ),
            T(
                "Export the text file from the payroll program.",
                "Eksport fail teks daripada program gaji.",
            ),
        )
