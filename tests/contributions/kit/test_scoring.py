"""The score of a validator: caught, missed, wrong line, false alarm."""

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from contributions import check, reports_as_json
from contributions.bilingual import T
from contributions.findings import Severity
from contributions.kit.answers import Answers, NoAnswers, Said, read_answers
from contributions.kit.good_file import Spot
from contributions.kit.making import our_kit
from contributions.kit.reporting import score_as_json, score_as_junit, score_as_text
from contributions.kit.scoring import Outcome, Score, score
from contributions.kit.sheet import SHEET, Expected, NoSheet, Sheet, read_sheet, write_kit

GOOD = Expected(file="good.txt")
ON_FIVE = Expected(
    file="AM09.txt",
    code="AM09",
    severity=Severity.ERROR,
    title=T.same("Share does not fit"),
    places=(Spot(5, 215, 220),),
)
WHOLE = Expected(
    file="FL01.txt", code="FL01", severity=Severity.FILE, title=T.same("The file is empty"), places=(Spot(),)
)
REMARK = Expected(
    file="AM18.txt",
    code="AM18",
    severity=Severity.INFO,
    title=T.same("Released"),
    places=(Spot(2, 239, 244),),
)
SHEET_OF_FOUR = Sheet((GOOD, ON_FIVE, WHOLE, REMARK))
PERFECT: Answers = {
    "good.txt": (),
    "AM09.txt": (Said(5, "E-17"),),
    "FL01.txt": (Said(0),),
    "AM18.txt": (Said(2),),
}


def outcomes(result: Score) -> list[tuple[str, str]]:
    return [(mark.expected.file, mark.outcome.value) for mark in result.marks]


def test_a_validator_with_codes_of_its_own_is_scored_by_the_lines() -> None:
    result = score(SHEET_OF_FOUR, PERFECT)

    assert result.is_perfect
    assert score_as_text(result) == "3 caught, 1 right.\n"


def test_answers_about_files_that_the_kit_does_not_have_are_named() -> None:
    result = score(SHEET_OF_FOUR, {**PERFECT, "am09.TXT": (Said(5),), "other.txt": ()})

    assert result.is_perfect
    assert score_as_text(result) == "3 caught, 1 right.\nnot of this kit: am09.TXT, other.txt\n"
    assert score_as_text(result, "ms").endswith("bukan daripada kit ini: am09.TXT, other.txt\n")
    assert json.loads(score_as_json(result))["not_of_this_kit"] == ["am09.TXT", "other.txt"]
    suite = ET.fromstring(score_as_junit(result))[0]  # noqa: S314 - our own
    assert suite.findtext("system-out") == "not of this kit: am09.TXT, other.txt"


def test_files_whose_mistakes_are_not_asked_for_are_of_the_kit_all_the_same() -> None:
    assert score(SHEET_OF_FOUR, PERFECT, least=Severity.ERROR).strangers == ()


def test_of_many_strange_files_the_first_are_named() -> None:
    many: Answers = {f"{number:02}.txt": () for number in range(23)}

    assert score_as_text(score(SHEET_OF_FOUR, {**PERFECT, **many})).endswith("18.txt, 19.txt and 3 more\n")


@pytest.mark.parametrize(
    ("file", "said", "expected"),
    [
        pytest.param("AM09.txt", (), ["missed"], id="nothing said"),
        pytest.param("AM09.txt", (Said(6),), ["wrong line"], id="another line"),
        pytest.param("AM09.txt", (Said(0),), ["wrong line"], id="the file, though a line is wrong"),
        pytest.param("AM09.txt", (Said(5), Said(9)), ["caught", "false alarm"], id="one line too many"),
        pytest.param("AM09.txt", (Said(5, "am09"),), ["caught"], id="our code, whatever the case"),
        pytest.param(
            "AM09.txt", (Said(5, "AM10"),), ["missed", "false alarm"], id="our code for another thing"
        ),
        pytest.param("AM09.txt", (Said(5, "AM09"), Said(5, "AM10")), ["caught", "false alarm"], id="both"),
        pytest.param("FL01.txt", (Said(1),), ["caught"], id="any line of a file refused as a whole"),
        pytest.param("FL01.txt", (), ["missed"], id="nothing said of the file"),
        pytest.param("good.txt", (Said(3, "E-1"),), ["false alarm"], id="a good file refused"),
    ],
)
def test_each_way_to_answer_has_its_outcome(file: str, said: tuple[Said, ...], expected: list[str]) -> None:
    result = score(SHEET_OF_FOUR, {**PERFECT, file: said})

    assert [outcome for name, outcome in outcomes(result) if name == file] == expected
    assert result.is_perfect is (expected == ["caught"])


def test_a_file_that_the_answers_do_not_name_counts_as_not_answered() -> None:
    result = score(SHEET_OF_FOUR, {name: said for name, said in PERFECT.items() if name != "FL01.txt"})

    assert ("FL01.txt", "no answer") in outcomes(result)
    assert not result.is_perfect


def test_grave_mistakes_alone_can_be_asked_for() -> None:
    result = score(SHEET_OF_FOUR, {**PERFECT, "AM18.txt": ()}, least=Severity.ERROR)

    assert outcomes(result) == [("good.txt", "right"), ("AM09.txt", "caught"), ("FL01.txt", "caught")]


def test_the_text_says_what_is_to_be_mended_and_where() -> None:
    answers: Answers = {**PERFECT, "AM09.txt": (Said(6, "E-17"),), "AM18.txt": (), "good.txt": (Said(1),)}

    assert score_as_text(score(SHEET_OF_FOUR, answers)) == (
        "false alarm  good.txt  a good file, yet something on line 1\n"
        "wrong line   AM09.txt  Share does not fit: E-17 on line 6; it is line 5\n"
        "missed       AM18.txt  Released: not said; it is line 2\n"
        "\n"
        "1 caught, 1 missed, 1 wrong line, 1 false alarm.\n"
    )


def test_junit_has_a_case_for_each_file_and_a_failure_for_each_fault() -> None:
    suites = ET.fromstring(score_as_junit(score(SHEET_OF_FOUR, {**PERFECT, "AM09.txt": (Said(6, "\x01"),)})))  # noqa: S314 - ours

    suite = suites[0]
    assert (suite.get("tests"), suite.get("failures")) == ("4", "1")
    failure = suite.find("testcase/failure")
    assert failure is not None
    assert failure.get("type") == "wrong line"
    assert failure.get("message") == "? on line 6; it is line 5"


def test_json_counts_every_outcome() -> None:
    document = json.loads(score_as_json(score(SHEET_OF_FOUR, PERFECT)))

    assert document["perfect"] is True
    assert document["counts"] == {
        "caught": 3, "missed": 0, "wrong_line": 0, "false_alarm": 0, "right": 1, "no_answer": 0,
    }  # fmt: skip


# The whole way


def test_our_own_checker_is_answered_without_a_miss_and_without_a_false_alarm(tmp_path: Path) -> None:
    kit = our_kit()
    write_kit(kit, tmp_path)
    files = []
    for item in kit.items:
        path = tmp_path / item.as_of.isoformat() / item.name
        report = check(path, as_of=item.as_of)
        files += json.loads(reports_as_json([report], as_of=item.as_of))["files"]
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({"version": 1, "files": files}), encoding="utf-8")

    result = score(read_sheet(tmp_path), read_answers(answers))

    assert score_as_text(result).endswith(
        f"{len([item for item in kit.items if item.code])} caught, "
        f"{len([item for item in kit.items if not item.code])} right.\n"
    )
    assert result.is_perfect


# Answers


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "answers"
    path.write_text(text, encoding="utf-8")
    return path


def test_answers_in_csv_say_ok_for_a_file_of_which_nothing_is_to_be_said(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "\ufeffFile,Line,Code\nkit\\good.txt,,ok\nkit/AM09.txt,5,E-17\nkit/AM09.txt,7,\nFL01.txt,,E-2\n",
    )

    assert read_answers(path) == {
        "good.txt": (),
        "AM09.txt": (Said(5, "E-17"), Said(7)),
        "FL01.txt": (Said(0, "E-2"),),
    }


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_answers_in_csv_may_have_any_separator(tmp_path: Path, separator: str) -> None:
    path = written(tmp_path, "file,line,code\nAM09.txt,5,E-17\n".replace(",", separator))

    assert read_answers(path) == {"AM09.txt": (Said(5, "E-17"),)}


def test_answers_in_json_may_name_more_places_of_one_finding(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        '{"files": [{"path": "a.txt", "findings": [{"line": 2, "at": [{"line": 2}, {"line": 4}]}, {}]}]}',
    )

    assert read_answers(path) == {"a.txt": (Said(2), Said(4), Said(0))}


@pytest.mark.parametrize(
    "row", ["a.txt,,ok", "a.txt,0,ok", "a.txt,0,OK", "a.txt,00,ok", "a.txt,,ok\na.txt,0,ok"]
)
def test_ok_on_line_0_or_on_none_says_nothing_of_a_file(row: str, tmp_path: Path) -> None:
    assert read_answers(written(tmp_path, f"file,line,code\n{row}\n")) == {"a.txt": ()}


def test_line_0_without_ok_is_said_of_the_file(tmp_path: Path) -> None:
    assert read_answers(written(tmp_path, "file,line,code\na.txt,0,E-1\n")) == {"a.txt": (Said(0, "E-1"),)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("{", "is not JSON with files", id="cut JSON"),
        pytest.param("[]", "is not JSON with files", id="another JSON"),
        pytest.param(
            '{"files": [{"path": "a", "findings": [7]}]}', "is not JSON with files", id="odd finding"
        ),
        pytest.param("name,row\na,1\n", "neither JSON nor CSV", id="other headings"),
        pytest.param("", "neither JSON nor CSV", id="empty"),
        pytest.param(
            "file,line,code\na.txt,0,ok\na.txt,5,E-1\n",
            "row 2: a.txt is ok here, and another row says what is wrong in it",
            id="ok, and then not",
        ),
        pytest.param(
            "file,line,code\na.txt,,E-1\nb.txt,1,\na.txt,,OK\n",
            "row 4: a.txt is ok here, and another row says what is wrong in it",
            id="not ok, and then ok",
        ),
        pytest.param("file,line\na.txt,five\n", "row 2: five is no line number", id="no number"),
    ],
)
def test_answers_that_cannot_be_read_are_refused_in_words(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(NoAnswers, match=said):
        read_answers(written(tmp_path, text))


def test_answers_that_are_no_text_or_not_there_are_refused_in_words(tmp_path: Path) -> None:
    binary = tmp_path / "binary"
    binary.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(NoAnswers, match="not text in UTF-8"):
        read_answers(binary)
    with pytest.raises(NoAnswers, match="cannot be read"):
        read_answers(tmp_path / "nothing")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        pytest.param(lambda _path: None, "assist kit", id="no sheet"),
        pytest.param(
            lambda path: path.write_text("[]", encoding="utf-8"), "no answer sheet", id="another file"
        ),
        pytest.param(
            lambda path: path.write_text('{"version": 9}', encoding="utf-8"), "version 9", id="newer"
        ),
    ],
)
def test_a_sheet_that_cannot_be_read_is_said(
    make: Callable[[Path], object], said: str, tmp_path: Path
) -> None:
    make(tmp_path / SHEET)

    with pytest.raises(NoSheet, match=said):
        read_sheet(tmp_path)


def test_every_outcome_has_words_that_a_build_server_can_show() -> None:
    assert {outcome.value for outcome in Outcome} == {
        "caught", "missed", "wrong line", "false alarm", "right", "no answer",
    }  # fmt: skip
