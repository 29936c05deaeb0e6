"""Reading gives back what was written, and says which line cannot be read."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from contributions import C2, NotWritable, Record, UnreadableFile, UnreadableLine, YearMonth, read, write
from contributions.checks.examples import SAMPLE

AMINAH = Record(
    employer_code="B3200000123X",
    ssm_number="202301012345",
    identity_number="900101145678",
    name="AMINAH BINTI CONTOH",
    month=YearMonth(2026, 6),
    wage=3_250_00,
    socso_employer=56_85,
    socso_employee=16_25,
    eis_employer=6_50,
    eis_employee=6_50,
    lindung=24_35,
)
PUBLISHED_LINE = (
    "B3200000123X202301012345        900101145678AMINAH BINTI CONTOH"
    + " " * 131
    + "062026        325000  5685  1625   650   650  2435"
    + " " * 34
)


def test_a_record_is_written_as_in_the_example_of_the_notes() -> None:
    assert write([AMINAH]) == PUBLISHED_LINE.encode() + b"\r\n"


def test_zero_is_written_as_four_zeros_and_texts_in_capitals() -> None:
    line = write([replace(AMINAH, name="Aminah", lindung=0)])

    assert (line[C2["name"].columns].strip(), line[C2["lindung"].columns]) == (b"AMINAH", b"  0000")


def test_a_file_is_read_and_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "june.txt"

    content = write([AMINAH, replace(AMINAH, name="OTHER")], path)

    assert path.read_bytes() == content
    assert read(path) == read(content)
    assert [entry.name for entry in tmp_path.iterdir()] == ["june.txt"]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda content: content.replace(b"\r\n", b"\n"), id="LF"),
        pytest.param(lambda content: content.rstrip(b"\r\n"), id="no last line end"),
        pytest.param(lambda content: content + b"\x1a", id="end-of-file byte"),
        pytest.param(lambda content: content.replace(b" " * 34 + b"\r\n", b"\r\n"), id="trimmed"),
        pytest.param(
            lambda content: content.replace(b"        325000  5685", b"00000000325000005685"), id="zeros"
        ),
    ],
)
def test_harmless_differences_are_read(change: Callable[[bytes], bytes]) -> None:
    assert read(change(write([AMINAH]))) == (AMINAH,)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        pytest.param({"name": "X" * 151}, "name", id="name too long"),
        pytest.param({"name": "AMÉNA"}, "name", id="letter that is not plain"),
        pytest.param({"name": " AMINAH"}, "name", id="space in front"),
        pytest.param({"name": "A\tB"}, "name", id="tab"),
        pytest.param({"lindung": 1_000_000}, "lindung", id="amount too large"),
        pytest.param({"lindung": -1}, "lindung", id="negative amount"),
        pytest.param({"employer_code": ""}, "employer_code", id="no employer code"),
        pytest.param({"wage": "3250"}, "wage", id="wage as text"),
        pytest.param({"wage": 3250.0}, "wage", id="wage as float"),
        pytest.param({"wage": None}, "wage", id="no wage"),
        pytest.param({"wage": True}, "wage", id="wage as yes or no"),
        pytest.param({"name": 7}, "name", id="name as number"),
        pytest.param({"month": "102026"}, "month", id="month as text"),
    ],
)
def test_what_does_not_fit_is_refused_by_field(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(NotWritable) as caught:
        write([AMINAH, replace(AMINAH, **changes)])

    assert (caught.value.index, caught.value.field) == (1, field)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        pytest.param({"employer_code": ""}, "is empty: every line needs the employer's code", id="no code"),
        pytest.param(
            {"wage": 3250.5}, "3250.5 is a float; an amount is an int, in sen", id="ringgit as float"
        ),
        pytest.param({"wage": "3250"}, "'3250' is a str; an amount is an int, in sen", id="text"),
        pytest.param({"month": "102026"}, "'102026' is a str; a month is a YearMonth", id="month"),
        pytest.param({"name": "A\nB"}, r"a line break cannot be in a field", id="line break"),
        pytest.param({"name": "A\rB"}, r"a line break cannot be in a field", id="carriage return"),
        pytest.param({"name": "A\tB"}, r"a tab cannot be in a field", id="tab"),
        pytest.param({"name": "A\x00B"}, r"a control character cannot be in a field", id="NUL"),
        pytest.param({"name": "AMÉNA"}, "has É, which is not plain ASCII", id="accent"),
    ],
)
def test_a_refusal_says_what_is_wrong_with_the_value(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(NotWritable) as caught:
        write([replace(AMINAH, **changes)])

    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("records", "says"),
    [
        pytest.param(None, "write takes records, not None", id="None"),
        pytest.param(7, "write takes records, not an int", id="number"),
        pytest.param(AMINAH, "write takes several records; put the one in a list", id="one record"),
        pytest.param("text", "write takes records, not a str", id="text"),
        pytest.param([AMINAH, {}], "record 2 is a dict, not a Record", id="dict among records"),
    ],
)
def test_writing_what_are_no_records_says_so(records: Any, says: str) -> None:
    with pytest.raises(TypeError, match=says):
        write(records)


@pytest.mark.parametrize(
    ("source", "says"),
    [
        pytest.param(None, "read takes a Path or bytes, not None", id="None"),
        pytest.param(7, "read takes a Path or bytes, not an int", id="number"),
        pytest.param([b""], "read takes a Path or bytes, not a list", id="list"),
        pytest.param(
            "june.txt", r"read takes a Path or bytes, not a str; write Path\('june.txt'\)", id="name"
        ),
    ],
)
def test_reading_what_is_no_file_says_so(source: Any, says: str) -> None:
    with pytest.raises(TypeError, match=says):
        read(source)


def test_a_write_that_fails_leaves_the_old_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "june.txt"
    path.write_bytes(b"old")

    with pytest.raises(NotWritable):
        write([replace(AMINAH, lindung=-1)], path)

    assert path.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("content", "line", "field"),
    [
        pytest.param(write([AMINAH]) + b"short\r\n", 2, "", id="short line"),
        pytest.param(write([AMINAH]).replace(b"062026", b"202606"), 1, "month", id="month"),
        pytest.param(write([AMINAH]).replace(b"  5685", b" 56.85"), 1, "socso_employer", id="amount"),
        pytest.param(write([AMINAH]).replace(b"  5685", b"      "), 1, "socso_employer", id="blank amount"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(content: bytes, line: int, field: str) -> None:
    with pytest.raises(UnreadableLine) as caught:
        read(content)

    assert (caught.value.line, caught.value.field) == (line, field)


def test_an_empty_or_missing_file_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no records"):
        read(b"")
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        read(tmp_path / "nothing.txt")


def test_a_file_that_cannot_be_put_in_its_place_leaves_nothing_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "october.txt"
    folder.mkdir()

    with pytest.raises(OSError, match="october"):
        write([SAMPLE], folder)

    assert list(tmp_path.iterdir()) == [folder]
