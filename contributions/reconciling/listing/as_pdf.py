"""A listing as PDF: a table a page, its sums below it, and the sums of all on the last page of each part."""

import json
import re
from pathlib import Path
from typing import Final

from contributions.bilingual import Language, T
from contributions.reconciling.listing.contents import NOT_THEIRS, ROWS_A_PAGE, Listing, Page, Part
from contributions.reconciling.outputs.words import ringgit
from contributions.typesetting import typeset

__all__ = ["listing_as_pdf"]

ZERO_WIDTH_SPACE: Final = "\N{ZERO WIDTH SPACE}"
_LONG_WORD: Final = re.compile(r"\S{10}(?=\S{20})")
TEMPLATE: Final = Path(__file__).resolve().with_name("listing.typ")


def listing_as_pdf(listing: Listing, *, language: Language) -> bytes:
    """The pages, A4 across.

    Raises:
        TypstMissing: the typesetter is not installed.
        NotTypeset: it refused.
    """
    data = _Words(listing, language).document()
    return typeset(TEMPLATE, {"data": json.dumps(data, ensure_ascii=False), "language": language})


def _breakable(name: str) -> str:
    """The name with places to break a word that no line could hold."""
    return _LONG_WORD.sub(lambda match: match[0] + ZERO_WIDTH_SPACE, name)


class _Words:
    def __init__(self, listing: Listing, language: Language) -> None:
        self.listing = listing
        self.language = language

    def say(self, text: T) -> str:
        return text.in_language(self.language)

    def document(self) -> dict[str, object]:
        listing = self.listing
        made = T(f"Made from {listing.file_name}.", f"Dijana daripada {listing.file_name}.")
        title = T("Contribution listing", "Senarai caruman")
        return {
            "title": f"{self.say(title)} {listing.employer_code} {self.say(listing.month.name)}",
            "rows_a_page": ROWS_A_PAGE,
            "page_of_all": self.say(T("Page", "Halaman")),
            "pages_of_all": self.say(T("of {} in this file", "daripada {} dalam fail ini")),
            "foot": f"{self.say(made)} {self.say(NOT_THEIRS)}",
            "parts": [self.part(part) for part in listing.parts],
        }

    def part(self, part: Part) -> dict[str, object]:
        listing = self.listing
        facts = [
            (T("Employer code", "Kod majikan"), listing.employer_code),
            (T("Employer", "Majikan"), listing.employer_name),
            (T("SSM number", "Nombor SSM"), listing.ssm_number),
            (T("Contribution month", "Bulan caruman"), self.say(listing.month.name)),
            (T("Pay by", "Bayar sebelum atau pada"), f"{listing.month.due_date:%d/%m/%Y}"),
            (T("Employees", "Bilangan pekerja"), f"{part.heads:,}"),
        ]
        head = (T("No.", "Bil."), T("Identity number", "Nombor pengenalan"), T("Name", "Nama"))
        nobody = T("Nobody in this month.", "Tiada sesiapa bagi bulan ini.")
        everybody = T(f"Grand total, {part.heads:,} employees", f"Jumlah besar, {part.heads:,} pekerja")
        return {
            "title": self.say(part.title),
            "facts": [{"label": self.say(label), "value": value} for label, value in facts if value],
            "head": [self.say(word) for word in (*head, *part.headings)],
            "pages": [
                self.page(part.name, page, number, len(part.pages))
                for number, page in enumerate(part.pages, 1)
            ],
            "nobody": self.say(nobody),
            "grand_label": self.say(everybody),
            "grand": [ringgit(sen) for sen in part.sums],
        }

    def page(self, part: T, page: Page, number: int, of: int) -> dict[str, object]:
        heads = len(page.rows)
        label = T(
            f"Total of page {number} of {of}, {heads} employee{'' if heads == 1 else 's'}",
            f"Jumlah halaman {number} daripada {of}, {heads} pekerja",
        )
        return {
            "number": self.say(
                T(f"{part.en}: page {number} of {of}", f"{part.ms}: halaman {number} daripada {of}")
            ),
            "rows": [
                [str(row.number), row.identity_number, _breakable(row.name), *map(ringgit, row.amounts)]
                for row in page.rows
            ],
            "total_label": self.say(label),
            "total": [ringgit(sen) for sen in page.sums],
        }
