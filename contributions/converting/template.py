"""A workbook to fill in: instructions in both languages, headings that are known, an example that converts.

Every column has a validation that Excel shows while typing; identity numbers are text from the start.
"""

from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from contributions.bilingual import T
from contributions.converting.rows import EXAMPLE_NAME
from contributions.months import YearMonth

if TYPE_CHECKING:
    from xlsxwriter import Workbook

__all__ = ["template_as_xlsx"]

ROWS = 2000
# what Excel shows of a title and a message beside a cell
_LONGEST_TITLE, _LONGEST_MESSAGE = 32, 255


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the sheet: what it asks for, how a cell is kept, what Excel refuses."""

    title: T
    width: int
    example: str | float | YearMonth
    hint: T
    validation: dict[str, Any]
    form: str = "@"


_COLUMNS = (
    _Column(
        T("Employer code", "Kod majikan"),
        18,
        "B3200000123X",
        T(
            "A letter, ten digits, a letter; as PERKESO gave it.",
            "Satu huruf, sepuluh digit, satu huruf; seperti diberi PERKESO.",
        ),
        {"validate": "length", "criteria": "==", "value": 12},
    ),
    _Column(
        T("MyCoID", "No. MyCoID"),
        18,
        "202301012345",
        T("The SSM number; may stay empty.", "Nombor SSM; boleh dikosongkan."),
        {"validate": "length", "criteria": "<=", "value": 20},
    ),
    _Column(
        T("Contribution month", "Bulan caruman"),
        16,
        YearMonth(2026, 1),
        T(
            "The month that the wages are for: 10/2026, not the month of payment.",
            "Bulan bagi upah itu: 10/2026, bukan bulan pembayaran.",
        ),
        {"validate": "date", "criteria": ">=", "value": date(2016, 6, 1)},
        "mm/yyyy",
    ),
    _Column(
        T("Identity number", "No. pengenalan"),
        18,
        "900101145678",
        T(
            "MyKad: twelve digits. A foreign worker: the SSFW number.",
            "MyKad: dua belas digit. Pekerja asing: nombor SSFW.",
        ),
        {"validate": "length", "criteria": "between", "minimum": 7, "maximum": 14},
    ),
    _Column(
        T("Employee name", "Nama pekerja"),
        40,
        EXAMPLE_NAME,
        T("As on the card.", "Seperti pada kad."),
        {"validate": "length", "criteria": "<=", "value": 150},
    ),
    _Column(
        T("Wage (RM)", "Gaji (RM)"),
        14,
        3250.0,
        T(
            "Wages of the month in ringgit, with overtime, allowances and commission.",
            "Upah bulan itu dalam ringgit, termasuk kerja lebih masa, elaun dan komisen.",
        ),
        {"validate": "decimal", "criteria": ">=", "value": 0},
        "#,##0.00",
    ),
    _Column(
        T("Date of birth", "Tarikh lahir"),
        16,
        "",
        T(
            "Only where the identity number does not tell it: foreign workers, old cards of seven digits.",
            "Hanya jika nombor pengenalan tidak menyatakannya: pekerja asing, kad lama tujuh digit.",
        ),
        {"validate": "date", "criteria": ">=", "value": date(1920, 1, 1)},
        "dd/mm/yyyy",
    ),
    _Column(
        T("Released from LINDUNG 24 JAM", "Pelepasan LINDUNG 24 JAM"),
        32,
        "",
        T(
            "Yes only with the employee's own notice of release.",
            "Ya hanya dengan notis pelepasan pekerja sendiri.",
        ),
        {"validate": "list", "source": ["yes", "no", "ya", "tidak"]},
    ),
)
_STEPS = (
    T(
        "Fill in the sheet Payroll: one row for each employee and month. Write over the example in row 2.",
        "Isi helaian Payroll: satu baris bagi setiap pekerja dan bulan. Tulis di atas contoh dalam baris 2.",
    ),
    T(
        "Amounts are in ringgit. SOCSO, EIS and LINDUNG 24 JAM are computed from the tables of the month. "
        "Where your payroll has computed them, add columns such as SOCSO Employer, SOCSO Employee, EIS "
        "Employer, EIS Employee, LINDUNG 24 JAM: they are kept, and differences are told.",
        "Amaun adalah dalam ringgit. PERKESO, SIP dan LINDUNG 24 JAM dikira daripada jadual bulan itu. Jika "
        "sistem gaji anda telah mengiranya, tambah lajur seperti PERKESO Majikan, PERKESO Pekerja, SIP "
        "Majikan, SIP Pekerja, LINDUNG 24 JAM: amaun itu dikekalkan, dan perbezaan dinyatakan.",
    ),
    T(
        "Save, close, then run: assist convert NAME.xlsx. It shows which column is taken as what and asks "
        "before it writes NAME.txt.",
        "Simpan, tutup, kemudian jalankan: assist convert NAMA.xlsx. Ia menunjukkan lajur mana diambil "
        "sebagai apa dan bertanya sebelum menulis NAMA.txt.",
    ),
)


def template_as_xlsx(*, month: YearMonth, made_on: date) -> bytes:
    """The workbook, with an example for a month."""
    from xlsxwriter import Workbook

    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    created = datetime(made_on.year, made_on.month, made_on.day)  # noqa: DTZ001 - Excel has no zones
    book.set_properties({"created": created})
    _payroll(book, month)
    _instructions(book)
    book.close()
    return out.getvalue()


def _payroll(book: "Workbook", month: YearMonth) -> None:
    sheet = book.add_worksheet("Payroll")
    head = book.add_format({"bold": True, "bg_color": "#14304F", "font_color": "#FFFFFF", "text_wrap": True})
    sheet.set_row(0, 32)
    for index, column in enumerate(_COLUMNS):
        cell = book.add_format({"num_format": column.form})
        sheet.set_column(index, index, column.width, cell)
        sheet.write_string(0, index, f"{column.title.ms}\n{column.title.en}", head)
        example = month if isinstance(column.example, YearMonth) else column.example
        if isinstance(example, YearMonth):
            sheet.write_datetime(1, index, example.first_day, cell)
        elif isinstance(example, str):
            sheet.write_string(1, index, example, cell)
        else:
            sheet.write_number(1, index, example, cell)
        sheet.data_validation(1, index, ROWS, index, {
            **column.validation,
            "input_title": column.title.en[:_LONGEST_TITLE],
            "input_message": f"{column.hint.ms}\n{column.hint.en}"[:_LONGEST_MESSAGE],
            "error_title": "Semak / Check",
            "error_message": f"{column.hint.ms}\n{column.hint.en}"[:_LONGEST_MESSAGE],
            "error_type": "warning",
        })  # fmt: skip
    sheet.freeze_panes(1, 0)


def _instructions(book: "Workbook") -> None:
    sheet = book.add_worksheet("Arahan - Instructions")
    title = book.add_format({"bold": True, "font_size": 14, "font_color": "#14304F"})
    words = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 1, 70)
    for column, (heading, language) in enumerate((("Arahan", "ms"), ("Instructions", "en"))):
        sheet.write_string(0, column, heading, title)
        said = [step.ms if language == "ms" else step.en for step in _STEPS]
        said += [
            f"{each.title.ms}: {each.hint.ms}" if language == "ms" else f"{each.title.en}: {each.hint.en}"
            for each in _COLUMNS
        ]
        for row, text in enumerate(said, start=2):
            sheet.write_string(row, column, text, words)
