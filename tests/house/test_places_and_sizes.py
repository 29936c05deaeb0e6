"""A newcomer finds a thing in one guess: modules are small and named after what they do."""

import re

import pytest

from tests.house.tree import ROOT, files_ending, lines_with, read, tracked_files

LONGEST = 400
CODE = files_ending(".py", ".js", ".css", ".html", ".typ")
# Tables of data whose length says nothing about how hard they are to read. Each needs its reason here.
TABLES: frozenset[str] = frozenset()
CATCH_ALL = re.compile(r"^(utils?|helpers?|common|misc|managers?|base|stuff|shared)(_.*)?\.(py|js|css)$")
FORBIDDEN_IN_A_FILE_NAME = re.compile(r'[<>:"|?*\\]|[ .]$')
RESERVED_ON_WINDOWS = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
LEFT_OVER = re.compile(r"\b(TO[D]O|FIX[M]E|XX[X])\b")


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    lengths = {path.as_posix(): len(read(path).splitlines()) for path in CODE}

    too_long = {name: length for name, length in lengths.items() if length > LONGEST and name not in TABLES}

    assert too_long == {}


def test_no_module_has_a_catch_all_name() -> None:
    assert [path.as_posix() for path in tracked_files() if CATCH_ALL.match(path.name)] == []


def test_every_file_name_is_possible_on_windows() -> None:
    names = [part for path in tracked_files() for part in path.parts]

    assert [n for n in names if FORBIDDEN_IN_A_FILE_NAME.search(n) or RESERVED_ON_WINDOWS.match(n)] == []


def test_no_two_files_differ_only_in_case() -> None:
    names = [path.as_posix() for path in tracked_files()]

    assert len({name.casefold() for name in names}) == len(names)


def test_nothing_is_left_for_later_without_an_issue() -> None:
    assert lines_with(LEFT_OVER, files_ending(".py", ".js", ".html", ".typ", ".md")) == []


@pytest.mark.parametrize("room", ["contributions", "check_page", "mock_portal", "harness"])
def test_every_folder_of_a_room_is_a_package(room: str) -> None:
    folders = {path.parent for path in files_ending(".py") if path.parts[0] == room}

    assert [folder.as_posix() for folder in folders if not (ROOT / folder / "__init__.py").is_file()] == []


def test_every_skipped_test_says_why() -> None:
    without_reason = re.compile(
        r"mark\.(skip|xfail)\b(?!.*reason=)|\.skip\(\s*\)|mark\.skipif\((?!.*reason=).*\)$"
    )

    assert lines_with(without_reason, tuple(p for p in files_ending(".py") if p.parts[0] == "tests")) == []
