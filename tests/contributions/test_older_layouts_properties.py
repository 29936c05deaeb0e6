"""What holds for every file of an older layout: right ones give nothing, and nothing breaks the check."""

from dataclasses import asdict
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from contributions import C1, E1, S1, Person, Record, Verdict, YearMonth, check, compute, write
from contributions.layouts import COMBINED, Layout
from contributions.matrix.tally import CEILINGS

LAST_MONTH = YearMonth(2026, 5).number  # format 1.0 has no place for LINDUNG 24 JAM, which came after it
MONTHS = st.integers(YearMonth(2018, 1).number, LAST_MONTH).map(YearMonth.from_number)
LAYOUTS = st.sampled_from([C1, S1, E1])


def record(number: int, month: YearMonth, wage: int, age: int) -> Record:
    """Somebody of 20 to 54 with the contributions due, who has a number and a name of his own."""
    born = date(month.year - age, 1, 15)
    due = compute(wage, month=month, person=Person(born=born))
    return Record(
        employer_code="B3200000123X",
        ssm_number="1312525-A",
        identity_number=f"{born:%y%m%d}14{number:04}",
        name=f"NAMA {chr(65 + number // 26)}{chr(65 + number % 26)}",
        month=month,
        wage=wage,
        **asdict(due),
    )


def line(record: Record, layout: Layout) -> bytes:
    whole = write([record])
    if layout.name in COMBINED:
        return whole[: layout["filler_1"].columns.start].ljust(layout.width)
    total = (
        record.socso_employer + record.socso_employee
        if layout is S1
        else record.eis_employer + record.eis_employee
    )
    field = layout["total"]
    return (whole[: field.columns.start] + str(total).rjust(field.length).encode()).ljust(layout.width)


@st.composite
def right_files(draw: st.DrawFn) -> tuple[Layout, YearMonth, bytes]:
    layout, month = draw(LAYOUTS), draw(MONTHS)
    # Up to this wage some amounts of SOCSO are amounts of EIS too: a file of them alone is taken for E1.
    lowest = 100_001 if layout is S1 else 50_000
    wages = st.integers(lowest, 1_500_000).filter(lambda wage: wage not in CEILINGS)
    people = draw(st.lists(st.tuples(wages, st.integers(20, 54)), min_size=1, max_size=8))
    lines = [line(record(number, month, *person), layout) for number, person in enumerate(people)]
    return layout, month, b"".join(each + b"\r\n" for each in lines)


@given(right_files())
@settings(max_examples=150, deadline=None)
def test_a_right_file_gives_nothing(made: tuple[Layout, YearMonth, bytes]) -> None:
    layout, month, content = made

    report = check(content, as_of=month.due_date)

    assert (report.findings, report.verdict) == ((), Verdict.VALID)
    assert report.layout == layout.name


@given(right_files(), st.data())
@settings(max_examples=150, deadline=None)
def test_a_right_file_with_one_byte_changed_never_breaks_it(
    made: tuple[Layout, YearMonth, bytes], data: st.DataObject
) -> None:
    _, month, content = made
    place = data.draw(st.integers(0, len(content) - 1))
    changed = content[:place] + bytes([data.draw(st.integers(0, 255))]) + content[place + 1 :]

    report = check(changed, as_of=month.due_date)

    assert "FL90" not in [finding.code for finding in report.findings]


@given(right_files(), st.data())
@settings(max_examples=100, deadline=None)
def test_a_right_file_that_is_cut_anywhere_never_breaks_it(
    made: tuple[Layout, YearMonth, bytes], data: st.DataObject
) -> None:
    _, month, content = made

    report = check(content[: data.draw(st.integers(0, len(content)))], as_of=month.due_date)

    assert "FL90" not in [finding.code for finding in report.findings]


@given(
    st.lists(
        st.one_of(
            *(st.binary(min_size=width, max_size=width) for width in (223, 222, 214, 238, 83)),
            *(
                st.text("0123456789 -.AB", min_size=width, max_size=width).map(str.encode)
                for width in (223, 214, 238, 83)
            ),
            st.sampled_from([b"", b" " * 223, b"9" * 223, b"\xff" * 223, b"0" * 238]),
        ),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from([date(2026, 5, 10), date(2026, 11, 10)]),
)
@settings(max_examples=150, deadline=None)
def test_random_lines_of_an_older_width_never_break_it_and_are_never_valid(
    lines: list[bytes], as_of: date
) -> None:
    report = check(b"\r\n".join(lines), as_of=as_of)

    assert report.verdict is Verdict.INVALID
    assert "FL90" not in [finding.code for finding in report.findings]
