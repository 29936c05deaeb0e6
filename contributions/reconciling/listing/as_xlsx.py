"""A listing as a workbook: a sheet for each part, which prints a page at a time with its sums."""

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from contributions.bilingual import Language, T
from contributions.reconciling.listing.contents import NOT_THEIRS, Listing, Part

if TYPE_CHECKING:
    from xlsxwriter import Workbook

__all__ = ["listing_as_xlsx"]

SEN = 100
A4 = 9
SCALE = 90
_WIDTHS = (6, 17, 44)
_WIDTH_OF_AMOUNT = 15
_HEAD_ROW, _HEAD_HEIGHT = 4, 32


def listing_as_xlsx(listing: Listing, *, language: Language) -> bytes:
    """The workbook; the same listing gives the same bytes. Every text is text, every amount a number."""
    from xlsxwriter import Workbook

    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    first = listing.month.first_day
    book.set_properties({"created": datetime(first.year, first.month, first.day)})  # noqa: DTZ001 - no zones
    writer = _Writer(book, listing, language)
    for part in listing.parts:
        writer.part(part)
    book.close()
    return out.getvalue()


class _Writer:
    def __init__(self, book: "Workbook", listing: Listing, language: Language) -> None:
        self.book = book
        self.listing = listing
        self.language = language
        line = {"bottom": 4, "bottom_color": "#8A97A6"}
        sums = {"bold": True, "bg_color": "#F1F4F8", "top": 1, "top_color": "#14304F"}
        money = {"num_format": "#,##0.00"}
        self.title = book.add_format({"bold": True, "font_size": 14, "font_color": "#14304F"})
        self.head = book.add_format(
            {
                "bold": True, "bg_color": "#14304F", "font_color": "#FFFFFF", "text_wrap": True,
                "valign": "top",
            }
        )  # fmt: skip
        self.head_right = book.add_format(
            {
                "bold": True, "bg_color": "#14304F", "font_color": "#FFFFFF", "text_wrap": True,
                "valign": "top", "align": "right",
            }
        )  # fmt: skip
        self.text = book.add_format({"num_format": "@", "shrink": True, **line})
        self.count = book.add_format({"num_format": "0", **line})
        self.money = book.add_format({**money, **line})
        self.sum_label = book.add_format({**sums, "align": "right"})
        self.sum = book.add_format({**sums, **money})

    def say(self, text: T) -> str:
        return text.in_language(self.language)

    def part(self, part: Part) -> None:
        """One sheet."""
        sheet = self.book.add_worksheet(self.say(part.name))
        columns = len(_WIDTHS) + len(part.headings)
        for index, width in enumerate(_WIDTHS):
            sheet.set_column(index, index, width)
        sheet.set_column(len(_WIDTHS), columns - 1, _WIDTH_OF_AMOUNT)
        self._above(sheet, part)
        head = (T("No.", "Bil."), T("Identity number", "Nombor pengenalan"), T("Name", "Nama"))
        for index, word in enumerate((*head, *part.headings)):
            is_amount = index >= len(_WIDTHS)
            sheet.write_string(_HEAD_ROW, index, self.say(word), self.head_right if is_amount else self.head)
        sheet.set_row(_HEAD_ROW, _HEAD_HEIGHT)
        row = _HEAD_ROW + 1
        breaks = []
        for number, page in enumerate(part.pages, start=1):
            for each in page.rows:
                sheet.write_number(row, 0, each.number, self.count)
                sheet.write_string(row, 1, each.identity_number, self.text)
                sheet.write_string(row, 2, each.name, self.text)
                for index, sen in enumerate(each.amounts, start=len(_WIDTHS)):
                    sheet.write_number(row, index, sen / SEN, self.money)
                row += 1
            of = len(part.pages)
            label = T(f"Total of page {number} of {of}", f"Jumlah halaman {number} daripada {of}")
            self._sums(sheet, row, label, page.sums)
            row += 1
            breaks.append(row)
        grand = T(f"Grand total, {part.heads:,} employees", f"Jumlah besar, {part.heads:,} pekerja")
        self._sums(sheet, row, grand, part.sums)
        self._print(sheet, breaks[:-1], last=row, columns=columns)

    def _above(self, sheet: "Workbook", part: Part) -> None:
        listing = self.listing
        employer = [listing.employer_code, listing.employer_name, listing.ssm_number]
        sheet.write_string(0, 0, self.say(part.title), self.title)
        sheet.write_string(1, 0, "   ".join(filter(None, employer)))
        pay_by = T("pay by", "bayar sebelum atau pada")
        month = self.say(listing.month.name)
        sheet.write_string(2, 0, f"{month}, {self.say(pay_by)} {listing.month.due_date:%d/%m/%Y}")

    def _sums(self, sheet: "Workbook", row: int, label: T, sums: tuple[int, ...]) -> None:
        sheet.merge_range(row, 0, row, len(_WIDTHS) - 1, self.say(label), self.sum_label)
        for index, sen in enumerate(sums, start=len(_WIDTHS)):
            sheet.write_number(row, index, sen / SEN, self.sum)

    def _print(self, sheet: "Workbook", breaks: list[int], *, last: int, columns: int) -> None:
        sheet.freeze_panes(_HEAD_ROW + 1, 0)
        sheet.repeat_rows(0, _HEAD_ROW)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.7)
        sheet.print_area(0, 0, last, columns - 1)
        # a scale, since Excel forgets page breaks where it fits a sheet to a page
        sheet.set_print_scale(SCALE)
        sheet.set_h_pagebreaks(breaks)
        made = T(f"Made from {self.listing.file_name}.", f"Dijana daripada {self.listing.file_name}.")
        sheet.set_footer(f"&L&8{self.say(made)} {self.say(NOT_THEIRS)}&R&8&P / &N")
