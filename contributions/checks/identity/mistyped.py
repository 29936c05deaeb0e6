"""ID: identity numbers with letters where their kind has digits.

The shapes of old IC, army and police numbers are published nowhere, nor is that of the numbers of foreign
workers (contribution-files notes, 8.4 and 8.5), so these are warnings.
"""

from contributions.bilingual import T
from contributions.checks.check import Check
from contributions.checks.examples import SAMPLE_FOREIGN, file_of, record
from contributions.checks.row import Row
from contributions.findings import Severity
from contributions.identifiers import mykad
from contributions.layouts import C2
from contributions.matrix.identity_faults import IdentityFault

__all__ = ["CHECKS"]

_LOOKS_LIKE = {
    letter: digit
    for digit, letters in {"0": "Oo", "1": "IilL", "5": "Ss", "8": "Bb"}.items()
    for letter in letters
}
_FIRST = C2["identity_number"].start


def _meant(row: Row) -> str:
    """The MyKad number with the digits that its letters look like; empty where that is none."""
    number = "".join(_LOOKS_LIKE.get(letter, letter) for letter in row.text("identity_number"))
    return number if mykad.is_valid(number) else ""


def _typed(row: Row) -> dict[str, T]:
    """Which letters stand in it, and what to do."""
    number, meant = row.text("identity_number"), _meant(row)
    letters = [(index, letter) for index, letter in enumerate(number) if not letter.isdigit()]
    if not meant:
        where = [
            T(f"{each} in column {_FIRST + at}", f"{each} pada lajur {_FIRST + at}") for at, each in letters
        ]
        return {
            "which": T(
                f"has {_joined(where).en} among its 12 characters: probably a MyKad number, mistyped",
                f"mempunyai {_joined(where).ms} antara 12 aksaranya: mungkin nombor MyKad yang tersalah taip",
            ),
            "do": T("copy its twelve digits", "salin dua belas digitnya"),
        }
    like = [
        T(
            f"{each} in column {_FIRST + at} (looks like {meant[at]})",
            f"{each} pada lajur {_FIRST + at} (menyerupai {meant[at]})",
        )
        for at, each in letters
    ]
    return {
        "which": T(f"has {_joined(like).en}", f"mempunyai {_joined(like).ms}"),
        "do": T(f"write {meant} if that is its number", f"tulis {meant} jika itu nombornya"),
    }


def _joined(parts: list[T]) -> T:
    return T(" and ".join(part.en for part in parts), " dan ".join(part.ms for part in parts))


ID24 = Check(
    code="ID24",
    severity=Severity.WARNING,
    source="contribution-files 8.3, 8.4",
    mark="assumed",
    if_trusted=Severity.ERROR,
    title=T("A letter in a MyKad number", "Huruf dalam nombor MyKad"),
    why=T(
        "Twelve characters of which ten or eleven are digits are most likely a MyKad number with a letter "
        "typed for a digit: O for 0, I or l for 1, S for 5, B for 8. As it stands it gives no age, so "
        "nothing that depends on the age is checked. Army numbers (T) and police numbers (RF) are left "
        "alone.",
        "Dua belas aksara dengan sepuluh atau sebelas digit berkemungkinan besar nombor MyKad dengan huruf "
        "ditaip sebagai digit: O bagi 0, I atau l bagi 1, S bagi 5, B bagi 8. Dalam bentuk ini ia tidak "
        "memberi umur, maka semakan yang bergantung pada umur tidak dibuat. Nombor tentera (T) dan polis "
        "(RF) tidak disentuh.",
    ),
    message=T("Identity number {identity_number} {which}.", "Nombor pengenalan {identity_number} {which}."),
    mend=T("Look at the card: {do}.", "Lihat kad: {do}."),
    points_at="identity_number",
    wrong=lambda lines: lines.has_identity_fault(IdentityFault.MISTYPED),
    facts=_typed,
    expected=lambda row: T.same(_meant(row)),
    bad=record(identity_number="9OO101145678"),
    good=record(identity_number="900101145678"),
)

ID25 = Check(
    code="ID25",
    severity=Severity.WARNING,
    source="contribution-files 8.5",
    mark="assumed",
    title=T("Number of a foreign worker has an unusual shape", "Bentuk nombor pekerja asing luar biasa"),
    why=T(
        "The numbers known are SSFW and eight digits, or SSFDW and seven for a household. PERKESO publishes "
        "no rule, so another shape is only a warning.",
        "Nombor yang diketahui ialah SSFW dan lapan digit, atau SSFDW dan tujuh digit bagi rumah. PERKESO "
        "tidak menerbitkan peraturannya, maka bentuk lain hanya amaran.",
    ),
    message=T(
        "Identity number {identity_number} is not SSFW and eight digits, nor SSFDW and seven.",
        "Nombor pengenalan {identity_number} bukan SSFW dan lapan digit, juga bukan SSFDW dan tujuh digit.",
    ),
    mend=T(
        "Compare it with the number that ASSIST shows for the worker.",
        "Bandingkan dengan nombor yang ditunjukkan ASSIST bagi pekerja itu.",
    ),
    points_at="identity_number",
    wrong=lambda lines: lines.has_identity_fault(IdentityFault.FOREIGN_SHAPE),
    bad=record(identity_number="SSFW1234567O", eis_employer=0, eis_employee=0),
    good=file_of(SAMPLE_FOREIGN),
)

CHECKS = (ID24, ID25)
