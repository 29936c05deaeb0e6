"""Annotations of GitHub Actions: one command a finding, on one line each."""

from contributions.outputs.as_github import reports_as_annotations
from tests.contributions.outputs import samples


def test_a_finding_is_one_command_at_its_first_place() -> None:
    text = reports_as_annotations([samples.bad()])

    assert text == (
        "::error file=bad <1>%2C 50%25.txt,title=AM11 EIS shares differ,line=2,col=233,endColumn=238::"
        "EIS employer share RM 6.50 and employee share RM 6.70 must be equal. "
        "Put 650 into columns 227-232 and 233-238 of line 2. (2 places)\n"
    )


def test_each_place_is_a_command_where_all_are_asked_for() -> None:
    commands = reports_as_annotations([samples.bad()], all_places=True).splitlines()

    assert [command.split("line=")[1].split(",")[0] for command in commands] == ["2", "3"]
    assert commands[1].endswith("Put 650 into columns 227-232 and 233-238 of line 3.")


def test_a_finding_of_the_whole_file_has_no_line() -> None:
    text = reports_as_annotations([samples.refused()], language="ms")

    assert text.startswith("::error file=sheet.txt,title=FL02 ")
    assert "line=" not in text


def test_a_warning_is_a_warning_and_what_is_right_says_nothing() -> None:
    assert reports_as_annotations([samples.good()]) == ""
    assert "::warning " in reports_as_annotations([samples.warned()])
