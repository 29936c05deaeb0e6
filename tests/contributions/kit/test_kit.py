"""The conformance kit: each file wrong in exactly one way, and our own checker answered by it."""

from dataclasses import replace
from datetime import date

import pytest

from contributions import check
from contributions.checks.registry import get_check
from contributions.findings import Severity
from contributions.generate.making import generate
from contributions.generate.recipe import Fill, Recipe
from contributions.kit.good_file import GoodFile, NoBase
from contributions.kit.making import ALL_MISTAKES, Item, Kit, alone_in_a_file, kit_from, our_kit
from contributions.months import YearMonth

KIT = our_kit()
BAD = [item for item in KIT.items if item.code]
GOOD = [item for item in KIT.items if not item.code]
BASE_RECIPE = Recipe(seed=9, fill=Fill.ZEROS, line_end=b"\n", foreign=0.1, ages=(20, 50))


def codes_found(item: Item) -> set[str]:
    return {finding.code for finding in check(item.content, as_of=item.as_of, name=item.name).findings}


def test_the_kit_has_every_mistake_that_a_file_alone_can_have() -> None:
    assert {mistake.code for mistake in ALL_MISTAKES} == alone_in_a_file()
    assert [item.code for item in BAD] == [mistake.code for mistake in ALL_MISTAKES]


@pytest.mark.parametrize("item", BAD, ids=lambda item: item.code)
def test_the_checker_finds_the_mistake_at_its_place_and_nothing_else(item: Item) -> None:
    report = check(item.content, as_of=item.as_of, name=item.name)

    assert {finding.code for finding in report.findings} - item.also == {item.code}
    found = [finding for finding in report.findings if finding.code == item.code]
    if found[0].severity is not Severity.FILE:
        expected = {(place.line, place.column, place.end_column) for place in item.places}
        at = {(place.line, place.column, place.end_column) for finding in found for place in finding.at}
        assert at
        assert at <= expected
        assert min(at) == min(expected)


@pytest.mark.parametrize("item", GOOD, ids=lambda item: item.name)
def test_the_checker_finds_nothing_in_a_good_file(item: Item) -> None:
    assert codes_found(item) == set()


@pytest.mark.parametrize("seed", [3, 2026])
def test_kits_of_other_people_are_answered_as_well(seed: int) -> None:
    kit = our_kit(seed=seed)

    assert [item.name for item in kit.items if codes_found(item) - item.also != {item.code} - {""}] == []


def test_no_two_files_of_a_kit_have_one_name_whatever_the_case() -> None:
    names = [item.name.casefold() for item in KIT.items]

    assert len(set(names)) == len(names)


def test_a_kit_from_ones_own_file_keeps_its_people_order_fill_and_line_ends() -> None:
    own = generate(40, BASE_RECIPE)

    kit = kit_from(own)

    lines = own.splitlines()
    wrong_share = next(item for item in kit.items if item.code == "AM09").content
    changed = [index for index, line in enumerate(wrong_share.splitlines()) if line != lines[index]]
    assert len(changed) == 1
    assert wrong_share.endswith(b"\n")
    assert b"\r" not in wrong_share
    before, after = lines[changed[0]], wrong_share.splitlines()[changed[0]]
    assert (before[:214], before[220:]) == (after[:214], after[220:])
    assert after[214:220].isdigit()


def test_a_kit_from_ones_own_file_is_answered_without_a_fault_and_says_what_it_left_out() -> None:
    kit = kit_from(generate(40, BASE_RECIPE))

    assert [item.name for item in kit.items if codes_found(item) - item.also != {item.code} - {""}] == []
    of_other_times = {mistake.code for mistake in ALL_MISTAKES if mistake.base}
    left_out = {each.code: each.reason.en for each in kit.left_out}
    assert set(left_out) - of_other_times == {"FL18"}
    assert left_out["ST01"] == "it is a mistake of other months or older layouts"


def test_what_the_own_file_has_already_is_no_false_alarm() -> None:
    own = generate(40, replace(BASE_RECIPE, released=0.1))

    kit = kit_from(own)

    good = kit.items[0]
    assert good.also == {"AM18", "FL18"}
    assert all(item.also >= {"AM18", "FL18"} - {item.code} for item in kit.items)


def test_a_small_file_leaves_out_what_needs_more_people() -> None:
    kit = kit_from(generate(1, Recipe(ages=(25, 40), seed=4)))

    reasons = {each.code: each.reason.en for each in kit.left_out}
    assert reasons["AM16"] == "it has no foreign worker"
    assert "are needed" in reasons["ID10"]


@pytest.mark.parametrize(
    ("recipe", "code", "said"),
    [
        pytest.param({"month": YearMonth(2026, 6)}, "FL08", "format 1.0 was still taken", id="June 2026"),
        pytest.param(
            {"month": YearMonth(2024, 6)}, "AM41", "foreign workers had one category", id="June 2024"
        ),
        pytest.param({"month": YearMonth(2026, 5)}, "MO08", "other amounts are due", id="May 2026"),
    ],
)
def test_what_the_month_of_the_own_file_does_not_allow_is_left_out(
    recipe: dict[str, YearMonth], code: str, said: str
) -> None:
    kit = kit_from(generate(6, Recipe(ages=(25, 40), month=recipe["month"])))

    assert said in {each.code: each.reason.en for each in kit.left_out}[code]


def test_a_name_of_one_word_bears_no_tab_between_its_words() -> None:
    base = GoodFile.of(generate(6, Recipe(ages=(25, 40))))
    for index in range(len(base)):
        base = base.put(index, name=f"AMI{chr(65 + index)}")

    reasons = {each.code: each.reason.en for each in kit_from(base.content).left_out}

    assert "too short" in reasons["FL20"]
    assert "FL04" not in reasons


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"", "no records of a known layout", id="empty"),
        pytest.param(b"hello\r\n", "no records of a known layout", id="no contribution file"),
        pytest.param(
            generate(5, Recipe()).replace(b"102026", b"132026"), "a line whose month is 132026", id="no month"
        ),
        pytest.param(generate(5, Recipe()) * 2, "ID09", id="not valid"),
        pytest.param(
            generate(5, Recipe(layout="S1", month=YearMonth(2026, 4))), "of layout S1", id="older layout"
        ),
    ],
)
def test_a_base_that_is_not_good_is_refused_in_words(content: bytes, said: str) -> None:
    with pytest.raises(NoBase, match=said):
        kit_from(content)


def test_a_base_with_an_empty_line_at_its_end_is_refused() -> None:
    with pytest.raises(NoBase, match="assist check --fix"):
        GoodFile.of(generate(5, Recipe()) + b"\r\n", as_of=date(2026, 11, 15))


def test_the_severity_of_every_mistake_is_that_of_its_check() -> None:
    graves = {item.code for item in BAD if get_check(item.code).severity is Severity.ERROR}

    assert {"ID09", "AM09", "MO01"} <= graves


def test_the_same_seed_gives_the_same_kit() -> None:
    assert our_kit() == Kit(KIT.items)
