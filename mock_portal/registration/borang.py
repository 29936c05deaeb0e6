"""The forms that are downloaded, signed by hand and uploaded: enrolment, Borang 1, Borang 2 (seed, [REG]).

Their layout is ours, and each page says that it belongs to a mock portal.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from contributions import Language, T
from mock_portal.documents import render
from mock_portal.registration import facts
from mock_portal.registration.facts import Fact
from mock_portal.registration.states import Kind
from mock_portal.registration.views import ApplicationView

__all__ = ["file_name", "forms_of", "print_form", "title_of"]

_EMPTY_ROWS: Final = 12
_TITLES: Final = {
    "enrolment_form": T("Portal ID Enrolment Form", "Borang Enrolmen ID Portal"),
    "borang_1": T("Borang 1: Registration of Employer", "Borang 1: Pendaftaran Majikan"),
    "borang_2": T("Borang 2: Registration of Employees", "Borang 2: Pendaftaran Pekerja"),
}
_DECLARATIONS: Final = {
    "enrolment_form": T(
        "I ask for a Portal ID for the person named above and declare that what is written here is true.",
        "Saya memohon ID Portal bagi orang yang dinamakan di atas dan mengaku bahawa maklumat ini benar.",
    ),
    "borang_1": T(
        "I declare that what is written here about the employer is true and complete.",
        "Saya mengaku bahawa maklumat majikan yang dinyatakan ini adalah benar dan lengkap.",
    ),
    "borang_2": T(
        "I declare that every employee of the employer is named in this list.",
        "Saya mengaku bahawa semua pekerja majikan dinamakan dalam senarai ini.",
    ),
}
_EMPLOYER: Final = T("Employer", "Majikan")
_REPRESENTATIVE: Final = T("Representative", "Wakil majikan")
_COLUMNS: Final = (
    T("No.", "Bil."),
    T("Name as in identity card", "Nama seperti dalam kad pengenalan"),
    T("Identity card no.", "No. kad pengenalan"),
    T("Date of start", "Tarikh mula"),
    T("Monthly wage (RM)", "Gaji bulanan (RM)"),
)


@dataclass(frozen=True)
class _Section:
    title: T
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class _Form:
    title: T
    number: str
    mock: T
    sections: tuple[_Section, ...]
    columns: tuple[T, ...]
    empty_rows: int
    declaration: T
    signature: T
    stamp: T
    name: T
    day: T
    printed_label: T
    printed: date
    foot: T


def forms_of(view: ApplicationView) -> tuple[str, ...]:
    """Keys of the forms that an application needs signed."""
    if view.kind is Kind.EXISTING_EMPLOYER:
        return ("enrolment_form",)
    return tuple(_TITLES)


def title_of(key: str) -> T:
    """What a form is called before anybody signed it."""
    return _TITLES[key]


def file_name(key: str, view: ApplicationView) -> str:
    """The name of the PDF: `borang-1-PID-20260102-00042.pdf`, in both languages alike."""
    return f"{key.replace('_', '-')}-{view.reference}.pdf"


def print_form(key: str, view: ApplicationView, *, language: Language, now: datetime) -> bytes:
    """A form filled in from what was typed, as a PDF with lines to sign on."""
    assert view.representative is not None  # noqa: S101 - step C follows step B
    employer = facts.company_facts(view.company) if view.company else facts.employer_facts(view)
    sections = [_Section(_EMPLOYER, employer)]
    if key != "borang_2":
        sections.append(_Section(_REPRESENTATIVE, facts.representative_facts(view.representative)))
    form = _Form(
        title=_TITLES[key],
        number=view.reference,
        mock=T(
            "Mock form for testing. It is no form of PERKESO and may not be handed in anywhere.",
            "Borang olok-olok untuk ujian. Bukan borang PERKESO dan tidak boleh dikemukakan di mana-mana.",
        ),
        sections=tuple(sections),
        columns=_COLUMNS if key == "borang_2" else (),
        empty_rows=_EMPTY_ROWS,
        declaration=_DECLARATIONS[key],
        signature=T("Signature", "Tandatangan"),
        stamp=T("Stamp of the employer", "Cop majikan"),
        name=T("Name", "Nama"),
        day=T("Date", "Tarikh"),
        printed_label=T("Printed on", "Dicetak pada"),
        printed=now.date(),
        foot=T(
            "Printed by a mock portal for testing. Not PERKESO.",
            "Dicetak oleh portal olok-olok untuk ujian. Bukan PERKESO.",
        ),
    )
    return render("borang", form, language=language)
