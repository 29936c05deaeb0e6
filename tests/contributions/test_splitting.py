"""A file divided by employer code and month: no line is lost, changed or guessed about."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions import Record, UnreadableFile, UnreadableLine, YearMonth, write
from contributions.checks.examples import SAMPLE, single
from contributions.splitting import By, split

BOTH = frozenset(By)
SEPTEMBER = replace(SAMPLE, month=YearMonth(2026, 9))
OTHER = replace(SAMPLE, employer_code="B3200000999Z")


def test_each_code_and_month_is_a_part_in_the_order_of_first_lines() -> None:
    parts = split(write([SAMPLE, OTHER, SEPTEMBER, SAMPLE]), BOTH)

    assert [(part.name, part.lines) for part in parts] == [
        ("B3200000123X-2026-10", 2),
        ("B3200000999Z-2026-10", 1),
        ("B3200000123X-2026-09", 1),
    ]
    assert parts[0].content == write([SAMPLE, SAMPLE])


@pytest.mark.parametrize(
    ("by", "names"),
    [(By.CODE, ["B3200000123X", "B3200000999Z"]), (By.MONTH, ["2026-10", "2026-09"])],
)
def test_it_can_be_divided_by_one_of_them(by: By, names: list[str]) -> None:
    parts = split(write([SAMPLE, OTHER, SEPTEMBER]), frozenset({by}))

    assert [part.name for part in parts] == names


def test_files_of_one_scheme_are_divided_too() -> None:
    assert [part.name for part in split(single().file, BOTH)] == ["B3200000123X-2026-04"]


def test_lines_keep_what_they_are_but_for_their_end() -> None:
    content = write([SAMPLE]).replace(b"AMINAH", b"aminah").rstrip() + b"\n\n" + write([OTHER])[:-2] + b"\x1a"

    parts = split(content, BOTH)
    assert parts[0].content == content.split(b"\n")[0] + b"\r\n"
    assert parts[1].content == write([OTHER])


@pytest.mark.parametrize(
    ("content", "by", "error"),
    [
        pytest.param(b"", BOTH, UnreadableFile, id="nothing"),
        pytest.param(write([SAMPLE]) + b"TOTAL\r\n", BOTH, UnreadableLine, id="a line of another width"),
        pytest.param(write([SAMPLE]).replace(b"B32", b"   "), BOTH, None, id="a code set in"),
        pytest.param(b" " * 12 + write([SAMPLE])[12:], BOTH, UnreadableLine, id="no code"),
        pytest.param(b"../../../etc" + write([SAMPLE])[12:], BOTH, UnreadableLine, id="a path for a code"),
        pytest.param(write([SAMPLE]).replace(b"102026", b"202610"), BOTH, UnreadableLine, id="no month"),
        pytest.param(
            write([SAMPLE]).replace(b"102026", b"202610"),
            frozenset({By.CODE}),
            None,
            id="month not asked for",
        ),
    ],
)
def test_what_cannot_be_placed_is_refused(
    content: bytes, by: frozenset[By], error: type[Exception] | None
) -> None:
    if error is None:
        assert len(split(content, by)) == 1
        return
    with pytest.raises(error):
        split(content, by)


records = st.builds(
    replace,
    st.just(SAMPLE),
    employer_code=st.sampled_from(["B3200000123X", "B3200000999Z", "D1"]),
    month=st.sampled_from([YearMonth(2026, 9), YearMonth(2026, 10)]),
    wage=st.integers(0, 10**6),
)


@given(st.lists(records, min_size=1, max_size=12), st.sets(st.sampled_from(By), min_size=1))
def test_the_parts_together_are_the_file(written: list[Record], by: set[By]) -> None:
    content = write(written)
    parts = split(content, frozenset(by))

    lines = [line for part in parts for line in part.content.splitlines(keepends=True)]
    assert sorted(lines) == sorted(content.splitlines(keepends=True))
    assert [part.lines for part in parts] == [part.content.count(b"\r\n") for part in parts]
