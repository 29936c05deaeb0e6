"""Identity numbers, employer codes and SSM numbers: compact, validate, is_valid, format."""

from datetime import date
from types import ModuleType

import pytest
from stdnum.my import nric

from contributions import YearMonth
from contributions.identifiers import employer_code, mykad, ssm_number
from contributions.identifiers.errors import NotAnIdentifier

OCTOBER = YearMonth(2026, 10)


@pytest.mark.parametrize(
    ("module", "written", "compact"),
    [
        pytest.param(mykad, "900101-14-5678", "900101145678", id="MyKad"),
        pytest.param(employer_code, " b3200000123x", "B3200000123X", id="employer code"),
        pytest.param(ssm_number, "2023 01 012345", "202301012345", id="SSM number"),
    ],
)
def test_a_number_is_read_as_people_write_it(module: ModuleType, written: str, compact: str) -> None:
    assert (module.compact(written), module.validate(written), module.is_valid(written)) == (
        compact,
        compact,
        True,
    )
    assert module.compact(module.format(written)) == compact


@pytest.mark.parametrize(
    ("module", "text", "reason"),
    [
        pytest.param(mykad, "90010114567", "twelve digits", id="eleven digits"),
        pytest.param(mykad, "901301145678", "no date", id="thirteenth month"),
        pytest.param(mykad, "900101005678", "place code", id="no such place"),
        pytest.param(employer_code, "B320000012X", "letter, ten digits", id="nine digits"),
        pytest.param(ssm_number, "1312525-A", "twelve digits", id="old SSM number"),
        pytest.param(ssm_number, "202307012345", "type of entity", id="no such type"),
        pytest.param(ssm_number, "120301012345", "year", id="middle ages"),
    ],
)
def test_a_number_that_cannot_be_is_refused_with_the_reason(
    module: ModuleType, text: str, reason: str
) -> None:
    with pytest.raises(NotAnIdentifier, match=reason):
        module.validate(text)

    assert not module.is_valid(text)


def test_place_codes_are_those_of_python_stdnum() -> None:
    theirs = {code for code in range(100) if nric.is_valid(f"900101{code:02}5678")}

    assert theirs == mykad.PLACE_CODES


@pytest.mark.parametrize(
    ("number", "born"),
    [
        pytest.param("900101145678", date(1990, 1, 1), id="born 1990"),
        pytest.param("050101145678", date(2005, 1, 1), id="born 2005, not 1905"),
        pytest.param("000229145678", date(2000, 2, 29), id="leap day that 1900 lacked"),
        pytest.param("270101145678", date(1927, 1, 1), id="born 1927: 2027 is not yet"),
        pytest.param("150101145678", None, id="eleven or a hundred and eleven"),
        pytest.param("901301145678", None, id="no date"),
    ],
)
def test_the_century_is_the_one_that_makes_a_person_of_15_to_100(number: str, born: date | None) -> None:
    assert mykad.born(number, month=OCTOBER) == born


def test_the_old_employer_code_is_recognised() -> None:
    assert [employer_code.is_old(code) for code in ("B1234567X", "B3200000123X")] == [True, False]


def test_what_is_no_mykad_is_not_dressed_as_one() -> None:
    assert mykad.format("SSFW12345678") == "SSFW12345678"


def test_the_year_of_an_old_ssm_number_is_not_known() -> None:
    assert (ssm_number.year("202301012345"), ssm_number.year("1312525-A")) == (2023, None)
