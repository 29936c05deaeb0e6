"""Every flip of a bit in a valid file is noticed, or belongs to a class listed in docs/undetectable.md."""

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from contributions import C2, Person, check, compute
from contributions.generate.making import generate
from contributions.generate.recipe import Recipe
from contributions.identifiers import employer_code, mykad
from contributions.layouts import Field, Kind

pytestmark = pytest.mark.xdist_group("flipped bits")  # they share what was found, which takes long to find

RECIPE = Recipe(foreign=0.5, ages=(20, 50), seed=3)
LISTED = re.findall(
    r"^\| `([a-z-]+)` \|",
    (Path(__file__).parents[2] / "docs" / "undetectable.md").read_text(encoding="utf-8"),
    flags=re.MULTILINE,
)
ALL_BITS = os.environ.get("HYPOTHESIS_PROFILE") == "prove"
AFTER_NAME = 4
IS_FOREIGN = "SSFW"


def is_noticed(content: bytes) -> bool:
    return bool(check(content, as_of=RECIPE.day_to_check).findings)


def flips(content: bytes, field: Field | None) -> Iterator[tuple[int, bytes]]:
    """Each byte of a field (or of the line ends) with one bit flipped: the offset and the file."""
    width = C2.width + 2
    columns = range(*field.columns.indices(width)) if field else range(C2.width, width)
    for offset in (start + column for start in range(0, len(content), width) for column in columns):
        is_far_blank = content[offset - AFTER_NAME : offset + 1] == b" " * (AFTER_NAME + 1)
        for bit in [offset % 8] if is_far_blank and not ALL_BITS else range(8):
            changed = bytearray(content)
            changed[offset] ^= 1 << bit
            yield offset, bytes(changed)


def class_of(field: Field, before: str, after: str, *, lines: int) -> str | None:
    """The class of a change in a field that may pass unseen; none where it has to be noticed."""
    if field.kind is Kind.SEN:
        return class_of_amount(field, before, after)
    if field.name == "employer_code":
        return "employer-code" if lines == 1 and employer_code.is_valid(after) else None
    if field.name == "ssm_number":
        return "ssm-number" if lines == 1 and after.isascii() and after.isprintable() else None
    if field.name == "name":
        changed = next(new for old, new in zip(before, after, strict=True) if old != new)
        return "name" if 32 < ord(changed) < 127 and not changed.isdigit() and not changed.islower() else None
    if field.name == "identity_number":
        return class_of_identity(before, after)
    return None


def class_of_amount(field: Field, before: str, after: str) -> str | None:
    if not re.fullmatch(" *[0-9]+", after):
        return None
    if int(before) == int(after):
        return "fill"
    due_before, due_after = (
        compute(int(wage), month=RECIPE.month, person=Person(age=30)) for wage in (before, after)
    )
    return "wage-in-band" if field.name == "wage" and due_before == due_after else None


def class_of_identity(before: str, after: str) -> str | None:
    place = next(index for index in range(len(before)) if before[index] != after[index])
    if before.startswith(IS_FOREIGN):
        return "foreign-number" if place >= len(IS_FOREIGN) and after[place].isdigit() else None
    if not mykad.is_valid(after):
        return None
    return "birth-date" if place < 6 else "birth-place" if place < 8 else "serial"


@cache
def unseen(field: Field | None, lines: int = 2) -> tuple[tuple[str, str], ...]:
    """What stood in a field before and after each flip that nobody notices."""
    content = generate(lines, RECIPE if lines > 1 else Recipe(seed=3))
    assert not is_noticed(content)
    pairs = []
    for offset, changed in flips(content, field):
        if not is_noticed(changed):
            assert field is not None, f"byte {offset} of a line end"
            start = offset - offset % (C2.width + 2) + field.columns.start
            before, after = (text[start : start + field.length] for text in (content, changed))
            pairs.append((before.decode("latin-1"), after.decode("latin-1")))
    return tuple(pairs)


@pytest.mark.parametrize("field", [*C2, None], ids=lambda field: field.name if field else "line ends")
def test_a_flipped_bit_is_noticed_or_belongs_to_a_listed_class(field: Field | None) -> None:
    for before, after in unseen(field):
        assert field is not None
        found = class_of(field, before, after, lines=2)
        assert found in LISTED, f"{field.name}: {before!r} became {after!r} unseen"


@pytest.mark.parametrize(
    ("name", "listed"), [("employer_code", "employer-code"), ("ssm_number", "ssm-number")]
)
def test_in_a_file_of_one_line_another_number_of_the_employer_is_unseen_as_listed(
    name: str, listed: str
) -> None:
    field = C2[name]

    classes = {class_of(field, before, after, lines=1) for before, after in unseen(field, lines=1)}

    assert classes == {listed}


def test_every_class_that_is_listed_occurs() -> None:
    found = {class_of(field, *pair, lines=2) for field in C2 for pair in unseen(field)}
    for field in (C2["employer_code"], C2["ssm_number"]):
        found |= {class_of(field, *pair, lines=1) for pair in unseen(field, lines=1)}

    assert found == set(LISTED)
