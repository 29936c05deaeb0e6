"""What is mended, what is left alone, and that nothing reads otherwise afterwards."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions import Record, Verdict, YearMonth, all_checks, check, get_check, read, write
from contributions.checks.examples import single
from contributions.checks.row import Row
from contributions.layouts import C2
from contributions.layouts import Kind as FieldKind
from contributions.mending import Kind, mend

AS_OF = date(2026, 11, 10)
RECORD = Record(
    employer_code="B3200000123X",
    ssm_number="202301012345",
    identity_number="900101145678",
    name="AMINAH BINTI CONTOH",
    month=YearMonth(2026, 10),
    wage=325000,
    socso_employer=5685,
    socso_employee=1625,
    eis_employer=650,
    eis_employee=650,
    lindung=2435,
)
MARK, BIG_MARK = b"\xef\xbb\xbf", b"\xfe\xff"
OTHER = replace(RECORD, identity_number="880515105437", name="TAN WEI MING")
GOOD = write([RECORD, OTHER])
EBCDIC = GOOD.decode().replace("\n", "\x85").encode("cp037").replace(b"\x25", b"\x15")


def changed(field: str, cell: str) -> bytes:
    columns = C2[field].columns
    return GOOD[: columns.start] + cell.encode().ljust(C2[field].length) + GOOD[columns.stop :]


@pytest.mark.parametrize(
    ("content", "code", "is_mended"),
    [
        pytest.param(GOOD.replace(b"\r\n", b"\r"), "FL26", True, id="CR alone"),
        pytest.param(GOOD.replace(b"\r\n", b"\r\r\n"), "FL26", True, id="CR twice"),
        pytest.param(GOOD.replace(b"WEI", b"W\rI"), "FL26", False, id="CR inside a line"),
        pytest.param(GOOD.replace(b"\r\n", b"\n\r"), "FL26", True, id="LF CR"),
        pytest.param(
            GOOD.replace(b"\r\n", b"\n\r") + GOOD.replace(b"\r\n", b"\n").replace(b"WEI", b"W\r\rI"),
            "FL26",
            False,
            id="LF CR and LF",
        ),
        pytest.param(GOOD + b" " * C2.width + b"\r\n" + GOOD, "FL17", True, id="a line of spaces"),
        pytest.param(b" " * C2.width + b"\r\n", "FL01", False, id="a file of spaces"),
        pytest.param(MARK + GOOD, "FL03", True, id="a UTF-8 mark"),
        pytest.param(MARK + MARK + GOOD, "FL03", True, id="two UTF-8 marks"),
        pytest.param(MARK + b"name,ic\r\n", "FL03", False, id="a UTF-8 mark before something else"),
        pytest.param(MARK + GOOD.decode().encode("utf-16"), "FL03", False, id="a mark of each kind"),
        pytest.param(GOOD.decode().encode("utf-16-le"), "FL03", True, id="UTF-16 without a mark"),
        pytest.param(GOOD.decode().encode("utf-16-be"), "FL03", True, id="UTF-16 the other way round"),
        pytest.param(BIG_MARK + GOOD.decode().encode("utf-16-be"), "FL03", True, id="the same with a mark"),
        pytest.param(
            (GOOD * 9 + GOOD.replace(b"WEI", b"W\xc9I")).decode("latin-1").encode("utf-16"),
            "FL03",
            False,
            id="UTF-16 with a letter that is not plain",
        ),
        pytest.param(
            GOOD.decode().encode("utf-16") + b"\0",
            "FL03",
            False,
            id="UTF-16 that ends in the middle",
        ),
        pytest.param(EBCDIC, "FL02", False, id="EBCDIC"),
        pytest.param(b"name,ic\r1,2\r", "FL26", False, id="CR alone in something else"),
    ],
)
def test_a_finding_says_whether_it_is_mended(content: bytes, code: str, is_mended: bool) -> None:
    (finding,) = (each for each in check(content, as_of=AS_OF).findings if each.code == code)
    mended = mend(content, as_of=AS_OF).content

    assert finding.fixable is is_mended
    assert (code not in {each.code for each in check(mended, as_of=AS_OF).findings}) is is_mended
    assert mended


@pytest.mark.parametrize(
    ("spoilt", "kind"),
    [
        pytest.param(b"\xef\xbb\xbf" + GOOD, Kind.MARK, id="a UTF-8 mark"),
        pytest.param(GOOD.decode().encode("utf-16"), Kind.MARK, id="UTF-16"),
        pytest.param(GOOD + b"\x1a", Kind.MARK, id="an end-of-file byte"),
        pytest.param(GOOD.replace(b"\r\n", b"\n"), Kind.LINE_END, id="LF"),
        pytest.param(GOOD.replace(b"\r\n", b"\r"), Kind.LINE_END, id="CR alone"),
        pytest.param(GOOD.replace(b"\r\n", b"\r\r\n"), Kind.LINE_END, id="CR twice"),
        pytest.param(GOOD.replace(b"\r\n", b"\n\r"), Kind.LINE_END, id="LF CR"),
        pytest.param(GOOD[:-2], Kind.LINE_END, id="no end of the last line"),
        pytest.param(GOOD.replace(b"\r\n", b"\n", 1), Kind.LINE_END, id="mixed ends"),
        pytest.param(GOOD + b"\r\n  \r\n", Kind.EMPTY_LINE, id="empty lines at the end"),
        pytest.param(GOOD.replace(b"\r\n", b"\r\n\r\n", 1), Kind.EMPTY_LINE, id="an empty line inside"),
        pytest.param(GOOD.replace(b" " * 34 + b"\r", b"\r"), Kind.PADDING, id="spaces cut by an editor"),
        pytest.param(GOOD.replace(b"AMINAH BINTI", b"Aminah binti"), Kind.CASE, id="small letters"),
        pytest.param(changed("name", "  AMINAH BINTI CONTOH"), Kind.ALIGNMENT, id="a name set in"),
        pytest.param(changed("socso_employer", "5685"), Kind.ALIGNMENT, id="an amount on the left"),
        pytest.param(changed("wage", " 325000"), Kind.ALIGNMENT, id="an amount in the middle"),
    ],
)
def test_what_cannot_change_the_meaning_is_mended(spoilt: bytes, kind: Kind) -> None:
    mending = mend(spoilt, as_of=AS_OF)

    assert mending.content == GOOD
    assert list(mending.counts()) == [kind]
    assert check(mending.content, as_of=AS_OF).verdict is Verdict.VALID


def test_a_good_file_is_left_byte_for_byte() -> None:
    assert mend(GOOD, as_of=AS_OF).is_needed is False


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"PK\x03\x04" + GOOD, id="a zip"),
        pytest.param("aminah,325000\n".encode("utf-16"), id="UTF-16 that is no such file"),
        pytest.param("Áminah".encode("utf-16"), id="UTF-16 that is not plain"),
        pytest.param(b"name,wage\naminah,3250\n", id="a comma list"),
    ],
)
def test_what_is_no_contribution_file_is_left_alone(content: bytes) -> None:
    assert mend(content, as_of=AS_OF).content == content


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(GOOD[:278].lower()[1:], id="a letter short"),
        pytest.param(b" " + GOOD[:277].lower(), id="shifted by a column"),
        pytest.param(GOOD[:60].lower() + b"\t" + GOOD[61:278], id="a tab inside"),
        pytest.param(changed("month", "202610")[:278].lower(), id="a month turned round"),
    ],
)
def test_a_line_whose_fields_may_have_moved_is_left_alone(line: bytes) -> None:
    content = GOOD + line + b"\r\n"

    assert mend(content, as_of=AS_OF).content == content


@pytest.mark.parametrize("width", [7, 100, 215, 243, 245, 277])
def test_the_last_line_of_a_file_that_breaks_off_is_left_so_that_the_finding_stays(width: int) -> None:
    content = GOOD.replace(b"\r\n", b"\n").lower() + GOOD[:width]

    mending = mend(content, as_of=AS_OF)

    assert mending.content == GOOD + GOOD[:width]
    assert mending.left_broken_off == 3
    assert Kind.PADDING not in mending.counts()
    assert mending.counts()[Kind.LINE_END] == 2
    assert "FL24" in {finding.code for finding in check(mending.content, as_of=AS_OF).findings}


@pytest.mark.parametrize(
    ("content", "mended"),
    [
        pytest.param(GOOD[:244], GOOD[:280], id="there is no other line"),
        pytest.param(GOOD + GOOD[:244], GOOD + GOOD[:280], id="all blanks at the end of the file were cut"),
        pytest.param(GOOD + GOOD[:244] + b"\x1a", GOOD + GOOD[:280], id="the file has an end mark"),
        pytest.param(
            (GOOD + GOOD[:244] + b"\x1a").decode().encode("utf-16-le"),
            GOOD + GOOD[:280],
            id="UTF-16 with an end mark",
        ),
        pytest.param(GOOD + GOOD[:278], GOOD + GOOD[:280], id="the line is whole"),
        pytest.param(
            GOOD[:244] + b"\r\n" + GOOD + GOOD[:244], GOOD[:280] + GOOD + GOOD[:280], id="another was cut too"
        ),
        pytest.param(GOOD + GOOD[:100] + b"\r\n", GOOD + GOOD[:100] + b"\r\n", id="the line has an end"),
        pytest.param(
            GOOD + GOOD[:278] + b" ", GOOD + GOOD[:278] + b" \r\n", id="the line is longer than a record"
        ),
    ],
)
def test_a_last_line_that_does_not_break_off_is_ended(content: bytes, mended: bytes) -> None:
    mending = mend(content, as_of=AS_OF)

    assert mending.content == mended
    assert mending.left_broken_off == 0


def test_a_sign_inside_a_number_and_digits_apart_are_left_to_a_person() -> None:
    for spoilt in (
        changed("identity_number", "900101-14567"),
        changed("socso_employer", "56 85"),
        changed("socso_employer", "56.85"),
        changed("socso_employer", "-5685"),
    ):
        assert mend(spoilt, as_of=AS_OF).content == spoilt


ZERO_FILLED = GOOD[:200] + b"00000000325000" + b"005685001625000650000650002435" + GOOD[244:278]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(GOOD[:200] + GOOD[203:278] + b"   ", id="three columns to the left"),
        pytest.param(ZERO_FILLED[:214] + ZERO_FILLED[215:] + b" ", id="zeros in front, a column to the left"),
        pytest.param(ZERO_FILLED[:200] + ZERO_FILLED[203:] + b"   ", id="zeros in front, three columns"),
        pytest.param(
            GOOD[:32] + b"AMINAH BINTI YUSOF".ljust(150) + b"900101145678" + GOOD[194:278],
            id="the name before the identity number",
        ),
        pytest.param(
            GOOD[:32] + b" 900101145678" + GOOD[44:193] + GOOD[194:278], id="a number set in too far"
        ),
        pytest.param(
            changed("socso_employer", " 5690")[:278], id="an amount in the middle that no table has"
        ),
    ],
)
def test_a_field_that_may_be_shifted_is_not_pulled_apart(line: bytes) -> None:
    content = GOOD + line + b"\r\n"
    told = {finding.code for finding in check(content, as_of=AS_OF).findings if finding.fixable}

    assert mend(content, as_of=AS_OF).content == content
    assert not told & {"AM04", "ID14"}


@pytest.mark.parametrize(
    ("shifted", "whole"),
    [
        pytest.param(GOOD[:200] + GOOD[201:278] + b" ", GOOD[:278], id="by a column, as the table proves"),
        pytest.param(
            single(73_10).file[:200] + b"7310          " + b" " * 9, None, id="in a file of one scheme"
        ),
    ],
)
def test_amounts_are_moved_where_only_one_reading_is_left(shifted: bytes, whole: bytes | None) -> None:
    mended = mend(shifted + b"\r\n", as_of=AS_OF).content

    assert mended == (whole + b"\r\n" if whole else single(73_10).file)


def test_zeros_for_no_day_become_spaces_unless_the_status_needs_a_day() -> None:
    line = single().file
    none = line[:214] + b"00000000" + line[222:]

    assert mend(none, as_of=date(2026, 5, 10)).content == line
    needed = none[:222] + b"H" + none[223:]
    assert mend(needed, as_of=date(2026, 5, 10)).content == needed


FIXABLE = [each.code for each in all_checks() if each.fixable]


@pytest.mark.parametrize("code", FIXABLE)
def test_every_check_that_is_called_fixable_is_gone_after_mending(code: str) -> None:
    bad = get_check(code).bad
    mended = mend(bad.file, as_of=bad.as_of)

    found = {finding.code for finding in check(mended.content, as_of=bad.as_of, name=bad.name).findings}
    assert code not in found
    assert mended.is_needed


def facts(content: bytes) -> list[tuple[object, ...]]:
    """What each whole line says: its amounts, texts and month; `None` for what cannot be read."""
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    rows = [Row(line, 1, 0) for line in lines if line.strip(b" \x1a")]
    return [
        (
            row.month,
            *(row.sen(field.name) for field in C2.amounts),
            *(row.text(field.name).strip(" ").upper() for field in C2.texts),
        )
        for row in rows
    ]


letters = st.text("ABCxyz -'@.5", max_size=20)
records = st.builds(
    Record,
    employer_code=st.sampled_from(["B3200000123X", "b3200000999z"]),
    ssm_number=st.sampled_from(["", "202301012345", "1312525-a"]),
    identity_number=st.from_regex("[0-9]{12}|SSFW[0-9]{8}", fullmatch=True),
    name=letters.map(str.strip),
    month=st.sampled_from([YearMonth(2026, 10), YearMonth(2026, 6)]),
    wage=st.integers(0, 10**7),
    socso_employer=st.integers(0, 10**4),
    socso_employee=st.integers(0, 10**4),
    eis_employer=st.integers(0, 10**4),
    eis_employee=st.integers(0, 10**4),
    lindung=st.integers(0, 10**4),
)


@st.composite
def spoilt_files(draw: st.DrawFn) -> bytes:
    """Files with faults that an editor or a program puts in, some of them not to be mended."""
    parts = []
    for record in draw(st.lists(records, min_size=1, max_size=6)):
        line = write([record])[:-2]
        for field in draw(st.lists(st.sampled_from(C2.fields), max_size=3)):
            cell = line[field.columns]
            if field.kind is FieldKind.SEN:
                cell = cell.strip().ljust(field.length) if draw(st.booleans()) else cell
            elif field.kind is FieldKind.TEXT:
                cell = (b" " + cell)[: field.length].lower()
            line = line[: field.columns.start] + cell + line[field.columns.stop :]
        if draw(st.booleans()):
            line = line.rstrip()
        place = draw(st.integers(0, 300))
        if draw(st.integers(0, 9)) == 0:
            line = line[:place] + draw(st.binary(max_size=2)) + line[place:]
        parts += [line, draw(st.sampled_from([b"\r\n", b"\n", b"\r\n\r\n", b"\n  \n"]))]
    mark = draw(st.sampled_from([b"", b"\xef\xbb\xbf"]))
    return mark + b"".join(parts) + draw(st.sampled_from([b"", b"\x1a"]))


@given(spoilt_files())
def test_a_second_run_finds_nothing_more_to_mend(content: bytes) -> None:
    once = mend(content, as_of=AS_OF).content

    assert mend(once, as_of=AS_OF).content == once


@given(spoilt_files())
def test_whatever_could_be_read_before_reads_the_same_afterwards(content: bytes) -> None:
    mended = mend(content, as_of=AS_OF)
    before, after = facts(content.removeprefix(b"\xef\xbb\xbf").rstrip(b"\x1a")), facts(mended.content)

    if mended.is_needed:
        assert len(before) == len(after)
        for old, new in zip(before, after, strict=True):
            assert all(
                one == other or (one is None and isinstance(other, int))
                for one, other in zip(old, new, strict=True)
            )


@given(st.lists(records.filter(lambda record: record.name != ""), min_size=1, max_size=5))
def test_records_survive_mending(written: list[Record]) -> None:
    spoilt = write(written).replace(b"\r\n", b"\n").lower()

    assert write(read(mend(spoilt, as_of=AS_OF).content)) == write(written)


@given(st.binary(max_size=600))
def test_any_bytes_at_all_are_survived(content: bytes) -> None:
    once = mend(content, as_of=AS_OF).content

    assert mend(once, as_of=AS_OF).content == once


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(EBCDIC, id="EBCDIC with its own line ends"),
        pytest.param(GOOD.decode().replace("\r\n", "").encode("cp037") + b"\r\n", id="EBCDIC in one line"),
        pytest.param((b"\xc1" * C2.width + b"\n") * 3, id="as wide as records, and nothing else"),
        pytest.param((b"x" * C2.width + b"\n") * 3, id="letters as wide as records"),
    ],
)
def test_a_file_that_is_no_text_of_ours_is_left_alone(content: bytes) -> None:
    assert not mend(content, as_of=AS_OF).is_needed
    assert not any(finding.fixable for finding in check(content, as_of=AS_OF).findings)
