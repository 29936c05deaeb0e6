"""Open a workbook or a CSV file, told by what is in it and not by its name, as rows of cells.

Workbooks of every Excel and of LibreOffice are read by python-calamine; a cell with a formula holds the value
that was saved with it. Text is UTF-8, UTF-16 or the Windows code page, separated by whichever sign divides
its headings best.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from itertools import islice
from pathlib import Path
from zipfile import is_zipfile

from contributions.bilingual import T
from contributions.opening import content_of
from contributions.sheets.errors import UnreadableSheet
from contributions.sheets.extent import vast_sheet
from contributions.sheets.headings import ROWS_WITH_HEADINGS, count_known
from contributions.sheets.markup import Markup, markup_of
from contributions.system_words import system_words

__all__ = ["Cell", "Merged", "Row", "Sheet", "read_sheets"]

Cell = object
Row = Sequence[Cell]
Merged = tuple[tuple[int, int], tuple[int, int]]
ZIP, OLE, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
SEPARATORS = ",;\t|"
_WORKBOOKS = frozenset({".xlsx", ".xls", ".xlsm", ".xlsb", ".ods"})
_IN_MALAY = {"Cannot detect file format": "format fail tidak dapat dikenal pasti"}
"""What the reader of workbooks says; it has English alone, and the rest of it is told in English alone."""
SAVE_AGAIN = T(
    "Open it in Excel and save it again as .xlsx or .csv.",
    "Buka dalam Excel dan simpan semula sebagai .xlsx atau .csv.",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: rows as they stand, the first of them being row 1 of the file. A text file has no name."""

    path: Path
    name: str
    rows: Sequence[Row]
    merged: tuple[Merged, ...] = ()
    is_text: bool = False
    hidden: frozenset[int] = frozenset()
    """The rows that nobody sees who looks at the workbook, from 1; known of .xlsx alone."""


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a workbook that hold something and are not hidden, or the one table of a text file.

    Raises:
        UnreadableSheet: it cannot be opened, is protected by a password, or is no table.
    """
    try:
        content = content_of(path)
    except OSError as error:
        why = system_words(error)
        raise UnreadableSheet(
            path,
            T(f"it cannot be opened ({why.en})", f"tidak dapat dibuka ({why.ms})"),
            T("Check its name.", "Semak namanya."),
        ) from None
    if content.startswith((ZIP, OLE)) or path.suffix.lower() in _WORKBOOKS:
        return _workbook(path, content)
    return (Sheet(path, "", _rows_of_text(path, content), is_text=True),)


def _workbook(path: Path, content: bytes) -> tuple[Sheet, ...]:
    try:
        from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum
    except ImportError:
        raise UnreadableSheet(
            path,
            T("reading a workbook needs python-calamine", "membaca buku kerja memerlukan python-calamine"),
            T(
                "Install assist-harness[check], or save it as CSV.",
                "Pasang assist-harness[check], atau simpan sebagai CSV.",
            ),
        ) from None
    if not content.startswith((ZIP, OLE)):
        raise UnreadableSheet(
            path,
            T(
                "it is no workbook that can be read, whatever its name says",
                "bukan buku kerja yang boleh dibaca, walau apa pun namanya",
            ),
            SAVE_AGAIN,
        )
    last = vast_sheet(content)
    if last:
        raise UnreadableSheet(
            path,
            T(
                f"a sheet reaches to cell {last}, too far to be read",
                f"helaian mencapai sel {last}, terlalu jauh untuk dibaca",
            ),
            T(
                "Delete what is in the rows and columns beyond the employees (Ctrl+End shows the last "
                "cell), then save.",
                "Padam kandungan baris dan lajur selepas pekerja (Ctrl+End menunjukkan sel terakhir), "
                "kemudian simpan.",
            ),
        )
    markup = markup_of(content)
    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
            sheets = []
            for each in book.sheets_metadata:
                if each.visible is SheetVisibleEnum.Visible:
                    sheet = book.get_sheet_by_name(each.name)
                    rows = _with_errors(sheet.to_python(skip_empty_area=False), markup.get(each.name))
                    merged = tuple(sheet.merged_cell_ranges or ())
                    hidden = markup[each.name].hidden if each.name in markup else frozenset()
                    sheets.append(Sheet(path, each.name, rows, merged, hidden=hidden))
    except (CalamineError, OSError) as error:
        if isinstance(error, PasswordError) or "EncryptedPackage".encode("utf-16-le") in content:
            raise _locked(path) from None
        raise _no_workbook(path, content, error) from None
    return tuple(sheet for sheet in sheets if any(map(any, sheet.rows)))


def _with_errors(rows: Sequence[Row], markup: Markup | None) -> Sequence[Row]:
    """The rows with `#N/A` where it stands: the reader gives an empty cell."""
    if markup is None or not markup.errors:
        return rows
    return [
        [markup.errors.get((number, column), cell) for column, cell in enumerate(row)]
        for number, row in enumerate(rows)
    ]


def _locked(path: Path) -> UnreadableSheet:
    return UnreadableSheet(
        path,
        T("it is protected by a password", "dilindungi kata laluan"),
        T(
            "Open it in Excel, then File > Info > Protect Workbook > Encrypt with Password, clear it and "
            "save.",
            "Buka dalam Excel, kemudian Fail > Maklumat > Lindungi Buku Kerja > Sulitkan dengan Kata Laluan, "
            "kosongkan dan simpan.",
        ),
    )


def _no_workbook(path: Path, content: bytes, error: Exception) -> UnreadableSheet:
    if is_zipfile(BytesIO(content)) and b"xl/" not in content and b"mimetype" not in content:
        return UnreadableSheet(
            path,
            T("it is a zip archive, no workbook", "arkib zip, bukan buku kerja"),
            T(
                "Take the workbook out of it and name that.",
                "Keluarkan buku kerja daripadanya dan namakan fail itu.",
            ),
        )
    reason = " ".join(str(error).split()) or type(error).__name__
    malay = _IN_MALAY.get(reason, "")
    return UnreadableSheet(
        path,
        T(
            f"it is no workbook that can be read ({reason})",
            f"bukan buku kerja yang boleh dibaca{malay and f' ({malay})'}",
        ),
        SAVE_AGAIN,
    )


def _rows_of_text(path: Path, content: bytes) -> list[Row]:
    text = _decoded(content)
    if content.startswith(PDF) or "\0" in text or text.lstrip()[:1] == "<":
        raise UnreadableSheet(
            path,
            T("it is neither a workbook nor CSV text", "bukan buku kerja dan bukan teks CSV"),
            T(
                "Open it in the program that made it and save it as .xlsx or .csv.",
                "Buka dalam program asalnya dan simpan sebagai .xlsx atau .csv.",
            ),
        )
    first, _, rest = text.partition("\n")
    is_said = first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;")
    body = f"\n{rest}" if is_said else text  # the row that names the separator stays counted
    separator = first.strip()[-1] if is_said else _separator(body)
    try:
        return [*csv.reader(StringIO(body, newline=""), delimiter=separator)]
    except csv.Error as error:
        raise UnreadableSheet(
            path,
            T(f"it is no CSV text that can be read ({error})", f"bukan teks CSV yang boleh dibaca ({error})"),
            SAVE_AGAIN,
        ) from None


def _decoded(content: bytes) -> str:
    try:
        if content.startswith(UTF_16):
            return content.decode("utf-16")
        if content[1:2] == b"\0" and content[:1] != b"\0":
            return content.decode("utf-16-le")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _separator(text: str) -> str:
    """The sign that makes the most headings; where none does, the one found most often at the start."""
    head = text[:65536]

    def merit(separator: str) -> tuple[int, int]:
        rows = islice(csv.reader(StringIO(head, newline=""), delimiter=separator), ROWS_WITH_HEADINGS)
        return max(map(count_known, rows), default=0), head[:4096].count(separator)

    return max(SEPARATORS, key=merit)
