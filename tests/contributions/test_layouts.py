"""Layout C2 is one table: its fields join without gap, and no other module knows a position."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

import contributions
from contributions import C2
from contributions.layouts import LAYOUTS, Kind

ROOM = Path(contributions.__file__).parent
POSITION = re.compile(r"\[\s*:?\s*\d{2,3}\s*(?::\s*\d{0,3}\s*)?\]|slice\(\s*\d{2,}")


def test_a_line_has_278_characters_and_244_without_its_fillers() -> None:
    assert (C2.width, C2.trimmed_width) == (278, 244)


def test_fields_follow_each_other_without_gap_or_overlap() -> None:
    assert C2.fields[0].start == 1
    assert all(after.start == before.end + 1 for before, after in pairwise(C2.fields))


def test_the_positions_are_those_of_the_specification() -> None:
    positions = {field.name: (field.start, field.end) for field in C2}

    assert positions == {
        "employer_code": (1, 12),
        "ssm_number": (13, 32),
        "identity_number": (33, 44),
        "name": (45, 194),
        "month": (195, 200),
        "wage": (201, 214),
        "socso_employer": (215, 220),
        "socso_employee": (221, 226),
        "eis_employer": (227, 232),
        "eis_employee": (233, 238),
        "lindung": (239, 244),
        "filler_1": (245, 258),
        "filler_2": (259, 278),
    }


def test_the_money_fields_are_even_so_that_digits_can_be_joined_in_pairs() -> None:
    assert [field.length % 2 for field in C2.of_kind(Kind.SEN)] == [0] * 6


def test_titles_are_written_in_both_languages() -> None:
    assert all(field.title.en and field.title.ms for field in C2)


def test_an_unknown_field_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        C2["salary"]


def test_all_six_layouts_are_known_by_name() -> None:
    assert sorted(LAYOUTS) == ["C1", "C2", "D1", "E1", "K1", "S1"]


def test_no_module_cuts_a_line_by_number() -> None:
    # E1 is told from S1 by its amount, which no table describes yet; recognition.py says so.
    found = {
        f"{path.relative_to(ROOM)}: {match[0]}"
        for path in ROOM.rglob("*.py")
        if path.name != "recognition.py"
        for match in POSITION.finditer(path.read_text(encoding="utf-8"))
    }

    assert {
        place for place in found if ":20]" not in place and "[1:21]" not in place and "[:16]" not in place
    } == set()
