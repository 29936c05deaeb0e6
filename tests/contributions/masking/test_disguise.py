"""A masked copy: other people, the same findings."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions import YearMonth, all_checks, check, get_check, read, write
from contributions.checks.examples import SAMPLE, SAMPLE_FOREIGN, Example
from contributions.identifiers import mykad
from contributions.masking import CannotDisguise, Disguise
from contributions.masking.real_words import KEPT_WORDS, RealWords

TAN = replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")
KEY = b"one key for these tests"


def places(example: Example, content: bytes) -> list[tuple[object, ...]]:
    report = check(
        content,
        as_of=example.as_of,
        name=example.name,
        portal_limits=example.portal_limits,
        accept_rule=example.accept_rule,
    )
    return [
        (each.code, each.field, each.places, *((at.line, at.column, at.end_column) for at in each.at))
        for each in report.findings
    ]


def masked(content: bytes, layout: str | None = "C2") -> bytes:
    return Disguise(KEY).file(content, layout)


@pytest.mark.parametrize("code", [each.code for each in all_checks() if each.code not in {"FL02", "FL91"}])
def test_a_copy_has_the_findings_of_the_original(code: str) -> None:
    example = get_check(code).bad
    layout = check(example.file, as_of=example.as_of).layout

    assert places(example, masked(example.file, layout)) == places(example, example.file)


def test_nobody_keeps_name_or_number_and_amounts_stay() -> None:
    copy = masked(write([SAMPLE, TAN, SAMPLE_FOREIGN]))

    for before, after in zip((SAMPLE, TAN, SAMPLE_FOREIGN), read(copy), strict=True):
        for field in ("employer_code", "ssm_number", "identity_number", "name"):
            assert getattr(after, field) != getattr(before, field)
            assert len(getattr(after, field)) == len(getattr(before, field))
        assert (after.wage, after.month, after.lindung) == (before.wage, before.month, before.lindung)


def test_the_same_person_is_the_same_false_person_everywhere() -> None:
    disguise = Disguise(KEY)
    october = read(disguise.file(write([SAMPLE, TAN]), "C2"))
    november = read(disguise.file(write([replace(TAN, month=YearMonth(2026, 11)), SAMPLE]), "C2"))

    assert (october[0].name, october[0].identity_number) == (november[1].name, november[1].identity_number)
    assert october[1].identity_number == november[0].identity_number


def test_a_key_gives_the_same_copy_again_and_no_key_another_each_time() -> None:
    content = write([SAMPLE, TAN])

    assert masked(content) == masked(content)
    assert Disguise().file(content, "C2") != Disguise().file(content, "C2")


def test_month_of_birth_and_sex_stay_and_the_day_does_not() -> None:
    false = read(masked(write([SAMPLE])))[0].identity_number

    assert mykad.is_valid(false)
    assert false[:4] == SAMPLE.identity_number[:4]
    assert false[4:6] != SAMPLE.identity_number[4:6]
    assert int(false[-1]) % 2 == int(SAMPLE.identity_number[-1]) % 2


def test_small_letters_stay_small_and_are_the_same_person() -> None:
    upper = masked(write([SAMPLE]))
    lower = masked(write([SAMPLE]).replace(b"AMINAH", b"aminah"))

    assert lower != upper
    assert lower.upper() == upper


def test_names_in_other_scripts_are_other_names() -> None:
    name = "陈伟明"
    line = write([SAMPLE]).replace(b"AMINAH BINTI CONTOH".ljust(20), name.encode().ljust(20), 1)

    copy = masked(line)
    assert name.encode() not in copy
    assert len(copy) == len(line)
    assert copy[44:53].decode().isalpha()


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("陈大文".encode(), id="Chinese in UTF-8"),
        pytest.param("陈大文".encode("gb18030"), id="Chinese in GB"),
        pytest.param("陳大文".encode("big5"), id="Chinese in Big5"),
        pytest.param("முருகன்".encode(), id="Tamil"),
        pytest.param("TAN WEI MING 陈".encode(), id="mixed"),
        pytest.param("JOSÉ".encode("latin-1"), id="an accent in one byte"),
    ],
)
def test_no_letter_of_any_script_stays_in_a_name(name: bytes) -> None:
    for width in (20, 20 + len(name) - len(name.decode("utf-8", "replace"))):
        line = write([SAMPLE]).replace(b"AMINAH BINTI CONTOH".ljust(20), name.ljust(width), 1)

        copy = masked(line)
        false = copy[44 : 44 + len(name)]
        assert len(copy) == len(line)
        encoding = "latin-1" if "\ufffd" in name.decode("utf-8", "replace") else "utf-8"
        for true, other in zip(name.decode(encoding), false.decode(encoding), strict=True):
            assert true != other or true.isascii() or not true.isalpha()
        assert name not in copy


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            write([SAMPLE, TAN]).replace(b" " * 20 + b"\r\n", b"880515105437        \r\n"), id="filler"
        ),
        pytest.param(b"STAFF 880515-10-5437 WEI MING\r\n" + write([SAMPLE, TAN]), id="title"),
        pytest.param(write([SAMPLE, TAN, TAN]).replace(b"102026", b"MINGAH", 1), id="month"),
        pytest.param(write([SAMPLE, TAN]).replace(b"        325000", b"  880515105437"), id="wage"),
        pytest.param(write([SAMPLE, TAN]).replace(b"8805151054", b"8805151054\n"), id="cut in the number"),
        pytest.param(write([SAMPLE, TAN]).replace(b"2023010", b"2023010\r", 1), id="cut in the SSM number"),
        pytest.param(write([SAMPLE, TAN]).replace(b"TAN WEI MI", b"TAN WEI MI\n\n"), id="cut in the name"),
    ],
)
def test_nobody_is_left_where_he_does_not_belong(content: bytes) -> None:
    copy = masked(content)

    for real in (
        b"880515",
        b"5437TAN",
        b"900101145678",
        b"MING",
        b"3200000123",
        b"2023010",
        b"AMINAH",
        b"CONTOH",
    ):
        assert real not in copy.replace(b"-", b"")
    assert len(copy) == len(content)


def test_a_line_that_is_a_column_too_long_belongs_to_the_same_employer() -> None:
    copy = masked(write([SAMPLE, TAN]).replace(b"TAN WEI MING", b"TAN WEI MING ")).split(b"\r\n")

    assert copy[0][:32] == copy[1][:32]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"  " + write([SAMPLE])[:-2], id="shifted"),
        pytest.param(write([SAMPLE])[:-12], id="cut"),
        pytest.param(b"1,B3200000123X,202301012345,900101145678,AMINAH CONTOH,102026,73.10,,", id="commas"),
    ],
)
def test_a_line_whose_fields_have_moved_hides_who_it_is_too(line: bytes) -> None:
    copy = masked(line + b"\r\n")

    for real in (b"900101145678", b"AMINAH", b"CONTOH", b"3200000123"):
        assert real not in copy
    assert len(copy) == len(line) + 2
    assert copy.endswith(line[-9:] + b"\r\n")


def test_texts_that_say_nothing_of_anybody_stay() -> None:
    record = replace(SAMPLE, name="BIN")

    assert read(masked(write([record])))[0].name == "BIN"


def test_when_no_false_text_is_left_it_is_refused() -> None:
    disguise = Disguise(KEY)
    disguise._used = {("name", bytes([letter])) for letter in range(ord("A"), ord("Z") + 1)}

    with pytest.raises(CannotDisguise):
        disguise.file(write([replace(SAMPLE, name="A")]), "C2")


def test_a_copy_in_which_something_real_is_left_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RealWords, "are_in", lambda _real, text, **_how: b"\n" in text)  # the whole copy

    with pytest.raises(CannotDisguise) as caught:
        Disguise(KEY).file(write([SAMPLE]), "C2")

    assert "would be left in the copy" in caught.value.words.en


identities = st.from_regex("[0-9]{12}|SSFW[0-9]{8}|[A-Z][0-9]{7}", fullmatch=True)


@given(st.lists(identities, min_size=1, max_size=20, unique=True))
def test_different_people_never_become_one(numbers: list[str]) -> None:
    copy = read(masked(write([replace(SAMPLE, identity_number=number) for number in numbers])))

    assert len({record.identity_number for record in copy}) == len(numbers)
    assert not {record.identity_number for record in copy} & set(numbers) or len(numbers) > 1


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 277), st.binary(max_size=3)), max_size=6))
def test_whatever_happens_to_a_file_no_name_or_number_stays(harm: list[tuple[int, int, bytes]]) -> None:
    lines = bytearray(write([SAMPLE, TAN, SAMPLE_FOREIGN] * 2))
    for number, column, put in harm:
        lines[number * 280 + column : number * 280 + column + len(put) // 2] = put
    try:
        copy = masked(bytes(lines))
    except CannotDisguise:
        return
    for real in re.findall(rb"[A-Z]{4,}|[0-9]{6,}", bytes(write([SAMPLE, TAN, SAMPLE_FOREIGN]))[:194]):
        assert real in KEPT_WORDS or real not in copy


@pytest.mark.parametrize("text", [b"SSFW", b"SSFDW", b"ssfw \r\nX"])
def test_the_letters_of_a_foreign_workers_number_tell_nobody(text: bytes) -> None:
    assert masked(text, None)[:4].upper() == text[:4].upper()


@given(st.binary(max_size=700))
def test_any_bytes_keep_their_length_and_lines(content: bytes) -> None:
    copy = masked(content, None)

    assert len(copy) == len(content)
    assert copy.count(b"\n") == content.count(b"\n")


@pytest.mark.parametrize("number", ["T12345678901", "RF1234567890", "B00101145678", "A00101145678"])
def test_an_army_number_stays_one_and_a_mistyped_mykad_becomes_none(number: str) -> None:
    content = write([replace(SAMPLE, identity_number=number)])

    for key in range(60):
        copy = Disguise(bytes([key])).file(content, "C2")
        codes = [finding.code for finding in check(copy, as_of=date(2026, 11, 10)).findings]
        assert codes == ["ID08" if number[0] in "TR" else "ID24"]
        assert read(copy)[0].identity_number != number
