"""A gross wage may hold pay that SOCSO does not count, and is not taken without a word."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from contributions.converting import Kind, Remark
from tests.contributions.converting.payrolls import as_csv, converted

NO_MAP: Mapping[str, str] = {}


def doubts(folder: Path, headings: str, cells: str, said: Mapping[str, str] = NO_MAP) -> list[Remark]:
    text = f"Name,IC,{headings}\nA ONE,900101145678,{cells}\n"
    return converted(as_csv(folder, text), said=said).of_kind(Kind.DOUBT)


def test_the_columns_that_may_not_count_are_named_with_what_to_do(tmp_path: Path) -> None:
    (doubt,) = doubts(tmp_path, "Basic,Travelling Allowance,Bonus,Gross Pay", "3000,200,3000,6200")

    assert (doubt.row, doubt.column, doubt.heading) == (1, "F", "Gross Pay")
    assert "D 'Travelling Allowance', E 'Bonus' (annual bonus" in doubt.message.en
    assert "bukan upah" in doubt.message.ms
    assert '--map "Gross Pay=wage"' in doubt.mend.en


@pytest.mark.parametrize(
    "heading",
    ["Elaun Perjalanan", "Bonus Tahunan", "Mileage Claim", "Tuntutan", "Transport Allow.", "Ganjaran"],
)
def test_such_pay_is_known_in_both_languages(tmp_path: Path, heading: str) -> None:
    assert len(doubts(tmp_path, f"{heading},Gaji Kasar", "200,3200")) == 1


@pytest.mark.parametrize(
    ("headings", "cells", "said"),
    [
        pytest.param("Bonus,SOCSO Wages", "200,3000", NO_MAP, id="wages of SOCSO"),
        pytest.param("Bonus,Upah PERKESO", "200,3000", NO_MAP, id="wages of PERKESO"),
        pytest.param("Bonus,Gross Pay", "200,3000", {"Gross Pay": "wage"}, id="said by a person"),
        pytest.param("Bonus,Gross Pay", "0.00,3000", NO_MAP, id="nobody has any"),
        pytest.param("Bonus,Gross Pay", "-,3000", NO_MAP, id="a dash"),
        pytest.param("Overtime,Gross Pay", "200,3000", NO_MAP, id="overtime counts"),
        pytest.param("Potongan Pengangkutan,Gross Pay", "200,3000", NO_MAP, id="a deduction"),
        pytest.param("Gross Pay,Bonus", "3000", NO_MAP, id="a short row"),
    ],
)
def test_otherwise_nothing_is_said(
    tmp_path: Path, headings: str, cells: str, said: Mapping[str, str]
) -> None:
    assert doubts(tmp_path, headings, cells, said) == []
