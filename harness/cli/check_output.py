"""Where a report goes: a terminal, a pipe, or a file that is written whole or not at all."""

import sys
from collections.abc import Iterable
from pathlib import Path

from contributions.bilingual import NOTHING, T
from contributions.system_words import NO_ROOM, system_words
from harness.cli.told import CannotDo

__all__ = ["STANDARD_OUTPUT", "not_written", "put_into", "refuse_files_read", "refuse_unsafe", "send"]

STANDARD_OUTPUT = "-"
"""What stands in the place of a file's name where none is meant."""

_MAKE_ROOM = T(
    "Make room there, or name another place.", "Kosongkan ruang di situ, atau namakan tempat lain."
)
_CLOSE_IT = T(
    "If it is open elsewhere (Excel, OneDrive), close it and try again.",
    "Jika ia dibuka di tempat lain (Excel, OneDrive), tutup dan cuba lagi.",
)


def refuse_unsafe(output: Path, files: Iterable[str | Path]) -> None:
    """Refuse to write over a file that is read, or where no file can be.

    Raises:
        CannotDo: it may not be written there.
    """
    if output.is_dir():
        raise CannotDo(
            T(f"{output} is a folder", f"{output} ialah folder"),
            T("Name a file in it.", "Namakan fail di dalamnya."),
        )
    if not output.absolute().parent.is_dir():
        raise CannotDo(
            T(f"There is no folder {output.parent}", f"Tiada folder {output.parent}"),
            T("Make it first.", "Buat folder itu dahulu."),
        )
    refuse_files_read(output, files)


def refuse_files_read(output: Path, files: Iterable[str | Path]) -> None:
    """Refuse to write over a file that is read, by whatever name it is called.

    Raises:
        CannotDo: it is one of them.
    """
    if output.exists():
        for name in files:
            path = Path(name)
            if path.exists() and path.samefile(output):
                raise CannotDo(
                    T(
                        f"{output} is one of the files to read; it would be replaced",
                        f"{output} ialah salah satu fail yang dibaca; ia akan digantikan",
                    ),
                    T("Name another file to write.", "Namakan fail lain untuk ditulis."),
                )


def put_into(output: Path, content: bytes) -> None:
    """Write a file, whole or not at all.

    Raises:
        CannotDo: it cannot be written.
    """
    from contributions.whole_files import put_whole

    try:
        put_whole(output, content)
    except OSError as error:
        raise not_written(output, error) from None


def not_written(output: Path, error: OSError, then: T = NOTHING) -> CannotDo:
    """Why a file could not be written and what to do; `then` is said after it."""
    why = system_words(error)
    mend = _MAKE_ROOM if error.errno in NO_ROOM else NOTHING if output.is_dir() else _CLOSE_IT
    return CannotDo(
        T(f"{output} could not be written: {why.en}", f"{output} tidak dapat ditulis: {why.ms}"),
        T(f"{mend.en} {then.en}".strip(), f"{mend.ms} {then.ms}".strip()),
    )


def send(content: bytes, *, is_text: bool) -> None:
    """Write a report to standard output.

    Raises:
        CannotDo: it is no text, and standard output is a terminal.
    """
    if not is_text and sys.stdout.isatty():
        raise CannotDo(
            T("A workbook cannot be shown in a terminal", "Buku kerja tidak dapat dipaparkan di terminal"),
            T("Add --output report.xlsx.", "Tambah --output report.xlsx."),
        )
    sys.stdout.flush()
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(content.decode(errors="replace"))
    else:
        stream.write(content)
        stream.flush()
