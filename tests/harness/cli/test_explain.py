"""`assist explain CODE`."""

import pytest

from contributions import all_checks
from harness.cli.explain import main


def test_a_check_is_explained_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["am11"]) == 0

    out = capsys.readouterr().out
    assert "AM11  EIS shares differ" in out
    assert "AM11  Caruman SIP tidak sama" in out


def test_one_language_can_be_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    main(["AM11", "ID09", "--lang", "ms"])

    out = capsys.readouterr().out
    assert "EIS shares differ" not in out
    assert "ID09" in out


def test_without_a_code_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0

    assert len(capsys.readouterr().out.splitlines()) == len(all_checks())


def test_an_unknown_code_names_near_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["AM111"]) == 2
    assert "No check has the code AM111. Near it: AM11" in capsys.readouterr().err


@pytest.mark.parametrize("asked", ["FL6", "fl6", "FL006"])
def test_a_code_with_another_number_of_noughts_is_the_nearest(
    asked: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([asked]) == 2
    assert f"No check has the code {asked}. Near it: FL06" in capsys.readouterr().err


def test_a_code_like_no_other_is_answered_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ZZZZZZ"]) == 2
    assert "lists all checks" in capsys.readouterr().err


def test_wrong_use_is_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "fr"]) == 2
    assert "usage" in capsys.readouterr().err
