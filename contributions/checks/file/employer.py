"""FL: whose file it is."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from contributions.bilingual import T
from contributions.checks.check import Check, Sighting
from contributions.checks.examples import SAMPLE, Example, file_of, record, with_field
from contributions.checks.whole_file import WholeFile
from contributions.expectations import PortalExpectations
from contributions.findings import Severity
from contributions.identifiers import employer_code
from contributions.writing import write

__all__ = ["CHECKS"]

_OTHER_PERSON = replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")


def _codes(file: WholeFile, fits: Callable[[str], bool]) -> Iterator[Sighting]:
    """One sighting of all records whose employer code fits."""
    meant = {
        code: counted
        for code, counted in file.tally.employer_codes.items()
        if code and fits(code.decode("latin-1"))
    }
    if meant:
        yield file.at_values("employer_code", meant)


def _misshapen(file: WholeFile) -> Iterator[Sighting]:
    return _codes(file, lambda code: not (employer_code.is_valid(code) or employer_code.is_old(code)))


def _several(file: WholeFile) -> Iterator[Sighting]:
    """The records of other employers than the first; small letters do not make another one."""
    given = {code: counted for code, counted in file.tally.employer_codes.items() if code}
    first = min(given, key=lambda code: given[code].first, default=b"")
    others = {code: counted for code, counted in given.items() if code.upper() != first.upper()}
    if others:
        yield file.at_values("employer_code", others, other=T.same(first.decode("latin-1")))


def _of_another(file: WholeFile) -> Iterator[Sighting]:
    expected = file.context.portal.employer_code if file.context.portal else None
    if expected is None:
        return
    for sighting in _codes(file, lambda code: employer_code.compact(code) != employer_code.compact(expected)):
        at = tuple(replace(sight, expected=T.same(expected)) for sight in sighting.at)
        yield replace(sighting, at=at)


FL10 = Check(
    code="FL10",
    severity=Severity.ERROR,
    source="contribution-files 10.1 F10",
    mark="code",
    title=T("Employer code missing", "Kod majikan tiada"),
    why=T(
        "The code says who pays. Several payroll programs refuse to write a file without it.",
        "Kod ini menyatakan siapa yang membayar. Beberapa program gaji enggan menulis fail tanpanya.",
    ),
    message=T("The line has no employer code.", "Baris ini tiada kod majikan."),
    mend=T(
        "Put the code from the ASSIST profile into columns 1-12 of every line.",
        "Isi kod daripada profil ASSIST dalam lajur 1-12 setiap baris.",
    ),
    points_at="employer_code",
    wrong=lambda lines: lines.is_blank("employer_code"),
    bad=with_field("employer_code", ""),
    good=record(),
)

FL11 = Check(
    code="FL11",
    severity=Severity.WARNING,
    source="contribution-files 10.1 F10",
    mark="assumed",
    if_trusted=Severity.ERROR,
    title=T("Employer code has an unusual shape", "Bentuk kod majikan luar biasa"),
    why=T(
        "Codes seen so far are a letter, ten digits and a letter. The official rule was not found, so "
        "this is only a warning.",
        "Kod yang dilihat setakat ini ialah satu huruf, sepuluh digit dan satu huruf. Peraturan rasmi "
        "tidak ditemui, maka ini hanya amaran.",
    ),
    message=T(
        "Employer code {employer_code} is not a letter, ten digits and a letter.",
        "Kod majikan {employer_code} bukan satu huruf, sepuluh digit dan satu huruf.",
    ),
    mend=T("Compare it with the code in the ASSIST profile.", "Bandingkan dengan kod dalam profil ASSIST."),
    points_at="employer_code",
    seen=_misshapen,
    bad=record(employer_code="32000001234X"),
    good=record(),
)

FL12 = Check(
    code="FL12",
    severity=Severity.WARNING,
    source="contribution-files 10.1 F11",
    mark="assumed",
    if_trusted=Severity.ERROR,
    title=T("More than one employer in the file", "Lebih daripada satu majikan dalam fail"),
    why=T(
        "An upload belongs to the employer who is logged in. Whether a file may hold several codes is not "
        "known.",
        "Muat naik adalah milik majikan yang log masuk. Tidak diketahui sama ada fail boleh mengandungi "
        "beberapa kod.",
    ),
    message=T(
        "Employer code {employer_code} differs from {other} in the lines before.",
        "Kod majikan {employer_code} berbeza daripada {other} dalam baris sebelumnya.",
    ),
    mend=T("Make one file for each employer code.", "Sediakan satu fail bagi setiap kod majikan."),
    points_at="employer_code",
    seen=_several,
    bad=file_of(SAMPLE, replace(_OTHER_PERSON, employer_code="B3200000456Y")),
    good=file_of(SAMPLE, _OTHER_PERSON),
)

FL13 = Check(
    code="FL13",
    severity=Severity.FILE,
    source="contribution-files 10.1 F12",
    mark="code",
    title=T("The file belongs to another employer", "Fail ini milik majikan lain"),
    why=T(
        "Contributions are taken for the employer who is logged in.",
        "Caruman diterima bagi majikan yang log masuk.",
    ),
    message=T(
        "The file is for employer code {employer_code}; you are logged in for {expected}.",
        "Fail ini bagi kod majikan {employer_code}; anda log masuk bagi {expected}.",
    ),
    mend=T(
        "Choose the file of {expected}, or log in as the employer of this file.",
        "Pilih fail bagi {expected}, atau log masuk sebagai majikan fail ini.",
    ),
    points_at="employer_code",
    seen=_of_another,
    bad=Example(content=write([SAMPLE]), portal=PortalExpectations(employer_code="B3200000456Y")),
    good=Example(content=write([SAMPLE]), portal=PortalExpectations(employer_code="B3200000123X")),
)

FL14 = Check(
    code="FL14",
    severity=Severity.WARNING,
    source="contribution-files 10.1 F13",
    mark="assumed",
    if_trusted=Severity.ERROR,
    title=T("Old short employer code", "Kod majikan lama yang pendek"),
    why=T(
        "Diskette files had a code of nine characters. ASSIST gives a code of twelve.",
        "Fail disket menggunakan kod sembilan aksara. ASSIST memberi kod dua belas aksara.",
    ),
    message=T(
        "Employer code {employer_code} has the old form of nine characters.",
        "Kod majikan {employer_code} dalam bentuk lama sembilan aksara.",
    ),
    mend=T(
        "Use the code of twelve characters from the ASSIST profile.",
        "Gunakan kod dua belas aksara daripada profil ASSIST.",
    ),
    points_at="employer_code",
    seen=lambda file: _codes(file, employer_code.is_old),
    bad=record(employer_code="B1234567X"),
    good=record(),
)

CHECKS = (FL13, FL10, FL11, FL12, FL14)
