"""ID: SSM numbers of a shape that none has, and several of them for one employer.

A new number has twelve digits, an old one digits and a letter; societies and others have numbers of their
own (contribution-files notes, 8.2: vendor and assumed), so a shape is never wrong for certain.
"""

from collections.abc import Iterator
from dataclasses import replace

from contributions.bilingual import T
from contributions.checks.check import Check, Sighting
from contributions.checks.examples import SAMPLE, file_of, record
from contributions.checks.identity.ssm import NEW_DIGITS, numbers_that
from contributions.checks.whole_file import WholeFile
from contributions.findings import Severity
from contributions.identifiers import ssm_number
from contributions.identifiers.shortened import is_shortened
from contributions.layouts import C2
from contributions.matrix.tally import Counted

__all__ = ["CHECKS"]

MOST_LOST = 2
"""How many digits may be lost or put in for a number still to be taken for a new one."""
_CODE, _NUMBER = C2["employer_code"], C2["ssm_number"]


def _has_lost_digits(number: str) -> bool:
    """Whether it begins with a year and a type of entity, but has some digits too few or too many."""
    if not (number.isascii() and number.isdigit()):
        return False
    step = abs(len(number) - NEW_DIGITS)
    whole = number[:NEW_DIGITS].ljust(NEW_DIGITS, "0")
    return 0 < step <= MOST_LOST and ssm_number.is_valid(whole)


def _has_unknown_shape(number: str) -> bool:
    """Whether it is letters without a digit, or digits alone that are no new number."""
    if not number or _has_lost_digits(number):
        return False
    if not any(letter.isdigit() for letter in number) or is_shortened(number):
        return True
    return number.isascii() and number.isdigit() and len(number) != NEW_DIGITS


def _differing(file: WholeFile) -> Iterator[Sighting]:
    """For each employer the records with another number than most; a blank is none."""
    for code, numbers in _numbers_of_employers(file.tally.employers).items():
        usual = min(numbers, key=lambda number: (-_times(numbers[number]), _first(numbers[number])))
        others = {
            pair: counted
            for number in numbers
            if number != usual
            for pair, counted in numbers[number].items()
        }
        if others:
            shown = min(numbers[usual], key=lambda pair: numbers[usual][pair].first)
            count = _times(numbers[usual])
            facts = {
                "usual": _text(shown[_NUMBER.columns]),
                "employer": _text(code),
                "others": T(
                    "1 other line" if count == 1 else f"{count:,} other lines", f"{count:,} baris lain"
                ),
            }
            yield file.at_texts(slice(_CODE.columns.start, _NUMBER.columns.stop), others, **facts)


def _numbers_of_employers(
    pairs: dict[bytes, Counted],
) -> dict[bytes, dict[str, dict[bytes, Counted]]]:
    """By employer code and by number, whatever its spaces and dashes: the pairs as they are written."""
    found: dict[bytes, dict[str, dict[bytes, Counted]]] = {}
    for pair, counted in pairs.items():
        code, number = pair[_CODE.columns].strip().upper(), pair[_NUMBER.columns].decode("latin-1").strip()
        if number:
            found.setdefault(code, {}).setdefault(ssm_number.compact(number), {})[pair] = counted
    return found


def _times(pairs: dict[bytes, Counted]) -> int:
    return sum(counted.times for counted in pairs.values())


def _first(pairs: dict[bytes, Counted]) -> int:
    return min(counted.first for counted in pairs.values())


def _text(raw: bytes) -> T:
    return T.same(raw.decode("latin-1").strip())


ID26 = Check(
    code="ID26",
    severity=Severity.WARNING,
    source="contribution-files 8.2",
    mark="vendor",
    title=T("Digits of the SSM number lost or too many", "Digit nombor SSM hilang atau terlebih"),
    why=T(
        "It begins with a year and a type of entity, as a new number does; that has twelve digits.",
        "Ia bermula dengan tahun dan jenis entiti, seperti nombor baharu; nombor itu mempunyai dua belas "
        "digit.",
    ),
    message=T(
        "SSM number {ssm_number} has not the twelve digits of a new number.",
        "Nombor SSM {ssm_number} tidak mempunyai dua belas digit seperti nombor baharu.",
    ),
    mend=T("Compare it with the certificate of registration.", "Bandingkan dengan sijil pendaftaran."),
    points_at="ssm_number",
    seen=lambda file: numbers_that(file, _has_lost_digits),
    bad=record(ssm_number="20230101234"),
    good=record(ssm_number="202301012345"),
)

ID27 = Check(
    code="ID27",
    severity=Severity.INFO,
    source="contribution-files 8.2",
    mark="assumed",
    title=T("SSM number of an unknown shape", "Nombor SSM berbentuk tidak diketahui"),
    why=T(
        "New numbers are twelve digits, old ones digits and a letter. Societies, public bodies and "
        "households may have other numbers.",
        "Nombor baharu ialah dua belas digit, nombor lama digit dan satu huruf. Pertubuhan, badan awam dan "
        "isi rumah mungkin mempunyai nombor lain.",
    ),
    message=T("{ssm_number} has the shape of no SSM number.", "{ssm_number} tidak berbentuk nombor SSM."),
    mend=T(
        "Compare it with the certificate of registration; leave the field blank where there is none.",
        "Bandingkan dengan sijil pendaftaran; biarkan medan kosong jika tiada.",
    ),
    points_at="ssm_number",
    seen=lambda file: numbers_that(file, _has_unknown_shape),
    bad=record(ssm_number="ABCDEFGH"),
    good=record(ssm_number="1312525-A"),
)

ID28 = Check(
    code="ID28",
    severity=Severity.WARNING,
    source="contribution-files 8.2",
    mark="assumed",
    title=T("Another SSM number for the same employer", "Nombor SSM lain bagi majikan yang sama"),
    why=T(
        "One employer code belongs to one employer, who has one number; programs write the same on every "
        "line.",
        "Satu kod majikan adalah bagi satu majikan, yang mempunyai satu nombor; program menulis nombor yang "
        "sama pada setiap baris.",
    ),
    message=T(
        "Employer {employer} has SSM number {ssm_number} here and {usual} on {others}.",
        "Majikan {employer} mempunyai nombor SSM {ssm_number} di sini dan {usual} pada {others}.",
    ),
    mend=T(
        "Write one number on every line: compare both with the certificate of registration.",
        "Tulis satu nombor pada setiap baris: bandingkan kedua-duanya dengan sijil pendaftaran.",
    ),
    points_at="ssm_number",
    seen=_differing,
    bad=file_of(
        SAMPLE,
        replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING", ssm_number="202301054321"),
    ),
    good=file_of(
        SAMPLE,
        replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING"),
    ),
)

CHECKS = (ID26, ID27, ID28)
