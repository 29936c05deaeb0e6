"""`assist compute`."""

import json

import pytest

from harness.cli.compute import main

WHO = ["--month", "2026-10", "--born", "1990-01-01"]


def test_what_is_due_is_shown_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--wage", "3250", *WHO]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Wage RM 3,250.00, October 2026, local"
    assert "SOCSO (Act 4)         RM 56.85      RM 16.25" in lines
    assert lines[-1] == "To be paid by 15/11/2026: RM 110.45"


def test_json_gives_sen(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--wage", "1,700.00", "--month", "2026-07", "--age", "30", "--group", "foreign", "--json"])

    document = json.loads(capsys.readouterr().out)
    assert document["amounts"] == {
        "socso_employer": 2885,
        "socso_employee": 825,
        "eis_employer": 0,
        "eis_employee": 0,
        "lindung": 1235,
    }
    assert (document["total"], document["known"]) == (4945, True)


@pytest.mark.parametrize(
    ("options", "employee"),
    [
        pytest.param(["--released"], 1625 + 650, id="released"),
        pytest.param(["--invalidity-pensioner"], 650 + 2435, id="pensioner"),
        pytest.param(["--born", "1968-01-01", "--first-joined-at", "56"], 650 + 2435, id="joined late"),
    ],
)
def test_circumstances_change_what_is_due(
    options: list[str], employee: int, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--wage", "3250", *WHO, *options, "--json"])

    amounts = json.loads(capsys.readouterr().out)["amounts"]
    assert amounts["socso_employee"] + amounts["eis_employee"] + amounts["lindung"] == employee


def test_a_month_beyond_what_is_known_could_not_be_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--wage", "3250", "--month", "2030-01", "--age", "40"]) == 2

    shown = capsys.readouterr()
    assert "By the tables at hand: RM 118.60" in shown.out
    assert "To be paid by" not in shown.out
    assert shown.err == (
        "assist compute: could not tell what is due in January 2030; the rates are known until May 2028.\n"
    )


def test_json_of_a_month_beyond_what_is_known_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--wage", "3250", "--month", "2030-01", "--age", "40", "--json"]) == 2

    assert json.loads(capsys.readouterr().out)["known"] is False


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(["--wage", "abc", *WHO], "write ringgit", id="no amount"),
        pytest.param(["--wage", "3250", "--month", "102026", "--age", "30"], "YYYY-MM", id="no month"),
        pytest.param(
            ["--wage", "3250", "--month", "2026-10", "--born", "1/1/1990"], "YYYY-MM-DD", id="no day"
        ),
        pytest.param(
            ["--wage", "3250", "--month", "2026-10", "--born", "1700-01-01"], "too long ago", id="too old"
        ),
        pytest.param(["--wage", "3250", "--month", "2026-10"], "required", id="no age"),
        pytest.param(
            ["--wage", "3250", "--month", "2026-10", "--born", "2030-01-01"], "after the month", id="unborn"
        ),
        pytest.param(["--wage", "3250", "--month", "2026-10", "--age", "-1"], "0 to 120", id="negative age"),
        pytest.param(
            ["--wage", "3250", "--month", "2026-10", "--age", "200"], "0 to 120", id="too high an age"
        ),
        pytest.param(
            ["--wage", "3250", "--month", "2026-10", "--age", "50", "--first-joined-at", "56"],
            "who is 50 in 2026-10 cannot have first joined at 56",
            id="joined in the future",
        ),
        pytest.param(
            ["--wage", "3250", "--month", "2010-01", "--age", "30"], "2016-06", id="before all tables"
        ),
    ],
)
def test_wrong_use_is_answered_in_words(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert says in capsys.readouterr().err
