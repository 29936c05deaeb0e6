"""Files with a byte-order mark or two bytes a letter: `--fix` is promised where it works, and only there."""

import codecs
from dataclasses import replace
from datetime import date

import pytest

from contributions import C2, Finding, check, write
from contributions.checks.examples import SAMPLE, single
from contributions.mending import mend

AS_OF = date(2026, 11, 10)
RECORDS = write([SAMPLE]).decode()
SOCSO = single().file.decode()
NAMED_IN_CHINESE = write([SAMPLE]).decode().replace("AMINAH", "AMIN李A")
WIDE = ("utf-16-le", "utf-16-be")
MARKS = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}


def mark_of(content: bytes) -> Finding:
    (finding,) = check(content, as_of=AS_OF).findings
    assert finding.code == "FL03"
    return finding


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize("with_mark", [True, False], ids=["marked", "unmarked"])
def test_plain_text_of_two_bytes_a_letter_is_mended(encoding: str, with_mark: bool) -> None:
    content = MARKS[encoding] * with_mark + RECORDS.encode(encoding)

    assert mark_of(content).fixable
    assert mend(content, as_of=AS_OF).content == RECORDS.encode()


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(NAMED_IN_CHINESE, id="a letter beyond ASCII"),
        pytest.param(RECORDS.replace("AMINAH", "AMÍNAH"), id="a letter with an accent"),
        pytest.param(RECORDS + RECORDS.replace("AMINAH", "AMÍNAH"), id="an accent in a later record"),
        pytest.param(
            RECORDS + RECORDS.replace("AMINAH", "AMIN\N{GRINNING FACE}"), id="a face in a later record"
        ),
        pytest.param("Laporan gaji bulan Oktober\r\n" * 9, id="no records"),
        pytest.param("2026 " * 60 + "\r\n", id="digits in lines of another width"),
        pytest.param("X" * C2.width + "\r\n", id="lines of this width without digits"),
    ],
)
def test_what_would_lose_letters_or_is_no_record_is_not_mended(encoding: str, text: str) -> None:
    assert not mark_of(MARKS[encoding] + text.encode(encoding)).fixable


@pytest.mark.parametrize(("encoding", "name"), [("utf-16", "UTF-16"), ("utf-32", "UTF-32")])
def test_it_is_told_how_many_bytes_a_letter_has(encoding: str, name: str) -> None:
    finding = mark_of(RECORDS.encode(encoding))

    assert finding.message.en == f"The file begins with {name} text."
    assert f"teks {name}" in finding.message.ms


def test_four_bytes_a_letter_are_not_mended() -> None:
    assert not mark_of(RECORDS.encode("utf-32")).fixable


def test_half_a_letter_at_the_end_is_not_mended() -> None:
    assert not mark_of(RECORDS.encode("utf-16") + b"\r").fixable


def test_a_letter_beyond_ascii_is_seen_far_behind_the_beginning() -> None:
    others = "".join(write([replace(SAMPLE, name=f"NAME {number}")]).decode() for number in range(5_000))

    assert not mark_of((others + NAMED_IN_CHINESE).encode("utf-16")).fixable


@pytest.mark.parametrize(
    ("text", "is_mended"),
    [
        pytest.param(RECORDS, True, id="a record"),
        pytest.param(RECORDS.rstrip() + "\n", True, id="a record without its last spaces"),
        pytest.param(SOCSO, True, id="a record of one scheme"),
        pytest.param(SOCSO.rstrip() + "\n", True, id="one of one scheme without its last spaces"),
        pytest.param("Laporan gaji\r\n", False, id="no record"),
    ],
)
@pytest.mark.parametrize("count", [1, 2])
def test_marks_of_utf_8_are_mended_where_records_follow(text: str, is_mended: bool, count: int) -> None:
    assert mark_of(codecs.BOM_UTF8 * count + text.encode()).fixable is is_mended
