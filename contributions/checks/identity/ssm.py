"""ID: the employer's MyCoID or SSM number, which is optional."""

from collections.abc import Callable, Iterator

from contributions.bilingual import T
from contributions.checks.check import Check, Sighting
from contributions.checks.examples import record
from contributions.checks.whole_file import WholeFile
from contributions.findings import Severity
from contributions.identifiers import ssm_number

__all__ = ["CHECKS", "NEW_DIGITS", "numbers_that"]

NEW_DIGITS = 12


def numbers_that(file: WholeFile, is_wrong: Callable[[str], bool]) -> Iterator[Sighting]:
    """One sighting of all records whose number is wrong."""
    wrong = {
        number: counted
        for number, counted in file.tally.ssm_numbers.items()
        if is_wrong(number.decode("latin-1").strip())
    }
    if wrong:
        yield file.at_values("ssm_number", wrong)


def _is_doubtful(file: WholeFile) -> Callable[[str], bool]:
    latest = max(file.tally.months, default=0) // 12

    def doubtful(number: str) -> bool:
        if not (number.isdigit() and len(number) == NEW_DIGITS):
            return False
        year = ssm_number.year(number)
        return not ssm_number.is_valid(number) or (year is not None and latest > 0 and year > latest)

    return doubtful


ID15 = Check(
    code="ID15",
    severity=Severity.INFO,
    source="contribution-files 10.3 W04",
    mark="code",
    title=T("SSM number blank", "Nombor SSM kosong"),
    why=T(
        "The field is optional; some programs fill it, others do not. It helps to match the employer.",
        "Medan ini pilihan; sesetengah program mengisinya, yang lain tidak. Ia membantu memadankan majikan.",
    ),
    message=T("The line has no MyCoID or SSM number.", "Baris ini tiada nombor MyCoID atau SSM."),
    mend=T("Fill it when it is known.", "Isi jika diketahui."),
    points_at="ssm_number",
    seen=lambda file: numbers_that(file, lambda number: not number),
    bad=record(ssm_number=""),
    good=record(),
)

ID16 = Check(
    code="ID16",
    severity=Severity.WARNING,
    source="contribution-files 10.3 W05",
    mark="vendor",
    title=T("SSM number looks wrong", "Nombor SSM kelihatan salah"),
    why=T(
        "Twelve digits are the year of registration, a type from 01 to 06 and a running number.",
        "Dua belas digit ialah tahun pendaftaran, jenis 01 hingga 06 dan nombor turutan.",
    ),
    message=T(
        "SSM number {ssm_number} has a year or a type of entity that cannot be.",
        "Nombor SSM {ssm_number} mempunyai tahun atau jenis entiti yang tidak mungkin.",
    ),
    mend=T("Compare it with the certificate of registration.", "Bandingkan dengan sijil pendaftaran."),
    points_at="ssm_number",
    seen=lambda file: numbers_that(file, _is_doubtful(file)),
    bad=record(ssm_number="202399012345"),
    good=record(ssm_number="1312525-A"),
)

ID17 = Check(
    code="ID17",
    severity=Severity.INFO,
    source="contribution-files 10.3 W06",
    mark="assumed",
    title=T("Old and new SSM number together", "Nombor SSM lama dan baharu bersama"),
    why=T("One number is enough.", "Satu nombor sudah memadai."),
    message=T("The field holds {ssm_number}.", "Medan ini mengandungi {ssm_number}."),
    mend=T("Keep the twelve digits.", "Kekalkan dua belas digit."),
    points_at="ssm_number",
    seen=lambda file: numbers_that(file, lambda number: "(" in number or " " in number),
    bad=record(ssm_number="202301012345(1-A)"),
    good=record(),
)

CHECKS = (ID15, ID16, ID17)
