"""`assist rates`: the tables of a month."""

import json

import pytest

from harness.cli.rates import main


def rows(out: str) -> list[list[str]]:
    return [line.split() for line in out.splitlines()[4:]]


def test_a_month_is_shown_band_by_band(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--month", "2026-10"]) == 0

    shown = rows(capsys.readouterr().out)
    assert len(shown) == 65
    assert shown[0] == ["0.00", "30.00", "0.40", "0.10", "0.30", "0.05", "0.20"]
    assert shown[-1] == ["6,000.00", "and", "above", "104.15", "29.75", "74.40", "11.90", "44.65"]


@pytest.mark.parametrize(
    ("month", "row"),
    [
        pytest.param("2022-08", "69.05 19.75 49.40 7.90 0.00", id="the last month of the RM4,000 ceiling"),
        pytest.param("2022-09", "69.15 19.75 49.40 7.90 0.00", id="the item amended in September 2022"),
        pytest.param("2017-12", "69.05 19.75 49.40 0.00 0.00", id="before EIS"),
        pytest.param("2026-06", "69.15 19.75 49.40 7.90 29.65", id="the first month of LINDUNG 24 JAM"),
    ],
)
def test_a_wage_is_looked_up_in_the_tables_of_its_month(
    month: str, row: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--month", month, "--wage", "4000"])

    assert [" ".join(cells[-5:]) for cells in rows(capsys.readouterr().out)] == [row]


def test_no_wage_has_no_row(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--month", "2026-10", "--wage", "0"]) == 0

    assert capsys.readouterr().out.endswith("Nothing is due on no wage.\n")


def test_json_gives_sen_and_an_open_end(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--month", "2026-10", "--wage", "9000", "--json"])

    document = json.loads(capsys.readouterr().out)
    assert document["known"] is True
    assert document["bands"] == [
        {
            "wage_over": 600000,
            "wage_upto": None,
            "amounts": {
                "socso_employer_first": 10415,
                "socso_employee_first": 2975,
                "socso_employer_second": 7440,
                "eis_employer": 1190,
                "eis_employee": 1190,
                "lindung": 4465,
            },
        }
    ]


def test_a_month_after_what_is_known_is_shown_but_could_not_be_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--month", "2028-06", "--wage", "6000"]) == 2

    shown = capsys.readouterr()
    assert "59.50" in shown.out
    assert "could not tell whether this holds in June 2028" in shown.err


def test_a_month_before_all_tables_is_refused_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--month", "2016-05"]) == 2

    assert capsys.readouterr() == (
        "",
        "assist rates: no contribution rates are known for 2016-05; the first month known is 2016-06.\n",
    )
