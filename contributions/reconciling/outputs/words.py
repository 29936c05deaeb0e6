"""The sentences that every form of a reconciliation has, in both languages."""

from collections.abc import Iterator
from dataclasses import dataclass

from contributions.bilingual import Language, T
from contributions.outputs.masking import masked_name, masked_number
from contributions.reconciling.comparison import Reconciliation
from contributions.reconciling.file_side import FileSide
from contributions.reconciling.people import TITLES, WITH_LINDUNG, Person

__all__ = ["DIFFERENCE", "FILE", "SHEET", "Shown", "cautions", "counts", "notes", "ringgit", "verdict"]

FILE = T("file", "fail")
SHEET = T("sheet", "hamparan")
DIFFERENCE = T("difference", "beza")
NO_NUMBER = T("(no number)", "(tiada nombor)")
_SEN = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """In which language, and whether people stay unknown."""

    language: Language = "en"
    mask: bool = False

    def say(self, text: T) -> str:
        """A text in the language."""
        return text.in_language(self.language)

    def number(self, person: Person) -> str:
        """The identity number of somebody."""
        number = person.identity_number
        return (masked_number(number) if self.mask else number) or self.say(NO_NUMBER)

    def name(self, person: Person) -> str:
        """The name of somebody, on one line."""
        name = " ".join(person.name.split())
        return masked_name(name) if self.mask else name


def ringgit(sen: int, *, signed: bool = False) -> str:
    """An amount for a column whose heading says that it is ringgit: `1,304.50`, `-0.05`, `+12.00`."""
    sign = "-" if sen < 0 else "+" if signed and sen else ""
    return f"{sign}{abs(sen) // _SEN:,}.{abs(sen) % _SEN:02}"


def verdict(result: Reconciliation) -> T:
    """The answer in one line."""
    if result.agrees and result.not_compared:
        return T("All that the sheet has agrees.", "Semua yang ada dalam hamparan adalah sepadan.")
    if result.agrees:
        return T("File and sheet agree to the sen.", "Fail dan hamparan sepadan sehingga ke sen.")
    many = "" if result.differences == 1 else "s"
    return T(
        f"File and sheet do not agree: {result.differences:,} difference{many}.",
        f"Fail dan hamparan tidak sepadan: {result.differences:,} perbezaan.",
    )


def counts(result: Reconciliation) -> tuple[tuple[T, int], ...]:
    """What differs, and how many people it concerns."""
    return (
        (T("Only in the file", "Hanya dalam fail"), len(result.only_in_file)),
        (T("Only in the sheet", "Hanya dalam hamparan"), len(result.only_in_sheet)),
        (T("Another identity number", "Nombor pengenalan lain"), len(result.renumbered)),
        (T("Amounts differ", "Amaun berbeza"), len(result.differing)),
    )


def cautions(result: Reconciliation) -> Iterator[T]:
    """What belongs beside the answer: what was not understood, left aside, or added up in the file."""
    sheet = result.sheet
    yield from sheet.on_months
    yield from sheet.on_sums
    yield from _on_several_lines(result.file)
    if sheet.not_read:
        chosen, others = ", ".join(sheet.sheets), ", ".join(sheet.not_read)
        yield T(
            f"Only the sheet {chosen} was read, and not: {others} (--sheet names another; several are added "
            "up).",
            f"Hanya helaian {chosen} dibaca, dan bukan: {others} (--sheet menamakan yang lain; beberapa "
            "helaian dijumlahkan).",
        )


def _on_several_lines(file: FileSide) -> Iterator[T]:
    """Who has several lines of the file: nothing to pay by, though the sums may be those of the sheet."""
    added = [person for person in file.people.values() if len(person.places) > 1]
    if added:
        count, lines = len(added), ", ".join(map(str, added[0].places))
        english = "person in the file has" if count == 1 else "people in the file have"
        first = T("", "") if count == 1 else T("the first: ", "yang pertama: ")
        yield T(
            f"{count:,} {english} several lines, which were added up ({first.en}lines {lines}). A person has "
            f"one line a month: assist check {file.name} tells more.",
            f"{count:,} orang dalam fail ada beberapa baris, dan amaunnya dijumlahkan ({first.ms}baris "
            f"{lines}). Seorang mempunyai satu baris sebulan: assist check {file.name} menerangkan lagi.",
        )


def notes(result: Reconciliation) -> Iterator[T]:
    """How the sheet was read, and what was not compared."""
    yield from cautions(result)
    if result.with_lindung:
        yield T(
            "The sheet's SOCSO share of the employee has LINDUNG 24 JAM in it; so it was compared with both.",
            "Caruman PERKESO pekerja dalam hamparan termasuk LINDUNG 24 JAM; maka ia dibandingkan dengan "
            "jumlah kedua-duanya.",
        )
    elif "socso_employee" in result.compared and any(
        person.amounts["lindung"] for person in result.file.people.values()
    ):
        yield T(
            "The sheet's SOCSO share of the employee is without LINDUNG 24 JAM.",
            "Caruman PERKESO pekerja dalam hamparan tidak termasuk LINDUNG 24 JAM.",
        )
    listed = [TITLES[field] for field in result.not_compared if field not in result.sheet.empty]
    if listed:
        english, malay = "; ".join(title.en for title in listed), "; ".join(title.ms for title in listed)
        yield T(
            f"Not compared, since the sheet has no column for it: {english}.",
            f"Tidak dibandingkan kerana tiada lajur dalam hamparan: {malay}.",
        )
    if result.paid_nothing:
        count = len(result.paid_nothing)
        english = "person in the sheet has" if count == 1 else "people in the sheet have"
        if "wage" in result.compared:
            yield T(
                f"{count:,} {english} no wage and nothing to pay, and rightly no line in the file.",
                f"{count:,} orang dalam hamparan tiada gaji dan tiada caruman, maka memang tiada dalam fail.",
            )
        else:
            yield T(
                f"{count:,} {english} nothing to pay, and no line in the file; without wages in the sheet it "
                "cannot be told whether rightly.",
                f"{count:,} orang dalam hamparan tiada caruman, dan tiada dalam fail; tanpa gaji dalam "
                "hamparan tidak dapat ditentukan sama ada itu betul.",
            )
    added = sum(len(person.places) > 1 for person in result.sheet.people.values())
    if added:
        english = "person in the sheet has" if added == 1 else "people in the sheet have"
        yield T(
            f"{added:,} {english} several rows, which were added up.",
            f"{added:,} orang dalam hamparan ada beberapa baris, dan amaunnya dijumlahkan.",
        )
    yield from result.sheet.notes


def columns_read(result: Reconciliation) -> Iterator[tuple[T, str]]:
    """Which amount was read from which column: its letter and its heading."""
    sheet = result.sheet
    for field in TITLES:
        source = "socso_employee" if field == WITH_LINDUNG and field not in sheet.amounts else field
        if field in result.compared:
            yield TITLES[field], f'{sheet.letters[source]} "{sheet.titles[source]}"'
