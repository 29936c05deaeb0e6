"""Generated files: valid, of any size and mix, the same again from the same seed."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions import Verdict, YearMonth, check, read, write
from contributions.generate.making import generate, generate_into
from contributions.generate.recipe import Fill, NotGenerated, Recipe, usual_month
from contributions.identifiers import mykad

MARCH = YearMonth(2026, 3)


def codes(content: bytes, recipe: Recipe) -> list[str]:
    return [finding.code for finding in check(content, as_of=recipe.day_to_check).findings]


@pytest.mark.parametrize(
    "recipe",
    [
        pytest.param(Recipe(), id="first category"),
        pytest.param(Recipe(young=0.1, second=0.2, foreign=0.3), id="everybody"),
        pytest.param(Recipe(fill=Fill.ZEROS, foreign=0.5), id="filled with zeros"),
        pytest.param(Recipe(foreign=1.0), id="foreign workers alone"),
        pytest.param(Recipe(month=YearMonth(2026, 6), second=0.3), id="the first month of LINDUNG 24 JAM"),
        pytest.param(Recipe(month=MARCH, second=0.3, foreign=0.3), id="arrears in the new layout"),
        pytest.param(Recipe(layout="C1", month=MARCH, young=0.1, second=0.2, foreign=0.3), id="C1"),
        pytest.param(Recipe(layout="S1", month=MARCH, second=0.3, foreign=0.3), id="S1"),
        pytest.param(Recipe(layout="E1", month=MARCH), id="E1"),
    ],
)
def test_a_generated_file_has_no_finding(recipe: Recipe) -> None:
    report = check(generate(2_000, recipe), as_of=recipe.day_to_check)

    assert [finding.code for finding in report.findings] == []
    assert (report.verdict, report.layout, report.records) == (Verdict.VALID, recipe.layout, 2_000)


@pytest.mark.parametrize("layout", ["C2", "C1", "S1", "E1"])
def test_a_file_of_any_layout_is_valid_on_the_day_that_is_proposed(layout: str) -> None:
    recipe = Recipe(layout=layout, month=usual_month(layout))

    report = check(generate(20, recipe), as_of=recipe.day_to_check)

    assert (report.verdict, report.layout) == (Verdict.VALID, layout)


def test_an_old_layout_is_made_for_the_last_month_that_was_paid_in_its_time() -> None:
    assert [str(usual_month(layout)) for layout in ("C2", "C1", "S1", "E1")] == [
        "2026-10", "2026-08", "2026-08", "2026-08"
    ]  # fmt: skip


def test_the_last_month_of_a_layout_is_checked_on_the_last_day_that_it_was_taken() -> None:
    recipe = Recipe(layout="S1", month=YearMonth(2026, 9))

    assert recipe.day_to_check == date(2026, 9, 30)


@given(
    count=st.integers(1, 80),
    seed=st.integers(0, 10**9),
    month=st.builds(YearMonth, st.just(2026), st.integers(1, 12)),
    shares=st.tuples(*[st.integers(0, 33)] * 3),
    youngest=st.integers(18, 59),
    fill=st.sampled_from(Fill),
)
def test_whatever_is_asked_for_the_file_has_no_finding(  # noqa: PLR0913, PLR0917 - all that is asked for
    count: int, seed: int, month: YearMonth, shares: tuple[int, int, int], youngest: int, fill: Fill
) -> None:
    young, second, foreign = (share / 100 for share in shares)
    recipe = Recipe(
        seed=seed, month=month, young=young, second=second, foreign=foreign, ages=(youngest, 59), fill=fill
    )

    assert codes(generate(count, recipe), recipe) == []


@given(count=st.integers(1, 40), seed=st.integers(0, 10**9))
def test_a_generated_file_is_read_and_written_again_byte_by_byte(count: int, seed: int) -> None:
    content = generate(count, Recipe(seed=seed, foreign=0.2, second=0.2))

    assert write(read(content)) == content


def test_the_same_seed_gives_the_same_file_and_another_seed_another() -> None:
    assert generate(100, Recipe(seed=7)) == generate(100, Recipe(seed=7))
    assert generate(100, Recipe(seed=7)) != generate(100, Recipe(seed=8))


def test_the_shares_are_exact() -> None:
    records = read(generate(1_000, Recipe(young=0.05, second=0.1, foreign=0.2, released=0.03)))

    ages = [
        record.month.year - born.year - (born.month > record.month.month)
        for record in records
        if (born := mykad.born(record.identity_number, month=record.month))
    ]
    assert sum(age < 18 for age in ages) == 50
    assert sum(age >= 60 for age in ages) == 100
    assert sum(record.identity_number.startswith("SSFW") for record in records) == 200
    assert sum(record.lindung == 0 for record in records) == 30


def test_whoever_is_released_is_told_as_a_remark_alone() -> None:
    recipe = Recipe(released=0.5)

    assert codes(generate(10, recipe), recipe) == ["AM18"]


def test_ages_are_those_asked_for() -> None:
    records = read(generate(500, Recipe(ages=(30, 31))))

    births = [mykad.born(record.identity_number, month=record.month) for record in records]
    assert {1994, 1995, 1996} >= {born.year for born in births if born} >= {1995}


def test_names_go_with_the_sex_in_the_identity_number() -> None:
    records = read(generate(2_000, Recipe()))

    sons = [record for record in records if re.search(r" (BIN|A/L) ", record.name)]
    daughters = [record for record in records if re.search(r" (BINTI|A/P) ", record.name)]
    assert len(sons) > 400
    assert len(daughters) > 400
    assert all(int(record.identity_number[-1]) % 2 for record in sons)
    assert not any(int(record.identity_number[-1]) % 2 for record in daughters)


def test_no_name_and_no_number_comes_twice_in_a_long_file() -> None:
    records = read(generate(60_000, Recipe(foreign=0.3, second=0.2)))

    assert len({record.identity_number for record in records}) == 60_000
    assert len({record.name for record in records}) == 60_000


@pytest.mark.parametrize(
    ("count", "asked", "said"),
    [
        pytest.param(0, {}, "at least one line", id="no line"),
        pytest.param(5, {"second": 0.6, "foreign": 0.6}, "at most 100 %", id="more than everybody"),
        pytest.param(5, {"foreign": -0.1}, "between 0 and 100 %", id="less than nobody"),
        pytest.param(5, {"ages": (40, 30)}, "the younger first", id="ages turned"),
        pytest.param(5, {"ages": (18, 60)}, "18 to 59", id="too old for the first category"),
        pytest.param(5, {"month": YearMonth(2031, 1)}, "are not known", id="unknown rates"),
        pytest.param(
            5, {"month": MARCH, "released": 0.1}, "before 2026-07", id="released before it was possible"
        ),
        pytest.param(5, {"layout": "D1"}, "is not made", id="diskette"),
        pytest.param(
            5,
            {"layout": "E1", "month": MARCH, "foreign": 0.1},
            "EIS alone, which takes",
            id="EIS from abroad",
        ),
        pytest.param(5, {"layout": "E1", "month": YearMonth(2017, 5)}, "nothing was due", id="before EIS"),
        pytest.param(
            5, {"layout": "S1", "month": YearMonth(2026, 10)}, "the last month is 2026-09", id="late"
        ),
        pytest.param(5, {"employer_code": "12345"}, "no employer code", id="code"),
        pytest.param(5, {"ssm_number": "1-A"}, "no SSM number", id="SSM number"),
        pytest.param(1_200_000, {"foreign": 1.0}, "only 1,121,464 names", id="more people than names"),
    ],
)
def test_what_cannot_be_made_is_refused_in_words(count: int, asked: dict[str, object], said: str) -> None:
    with pytest.raises(NotGenerated, match=re.escape(said)):
        generate(count, Recipe(**asked))  # type: ignore[arg-type]


def test_when_a_community_has_no_names_left_others_take_its_place() -> None:
    recipe = Recipe(foreign=1.0)

    records = read(generate(100_000, recipe))

    assert len({record.name for record in records}) == 100_000


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "is-a-folder"
    target.mkdir()

    with pytest.raises(OSError, match="is-a-folder"):
        generate_into(target, 10, Recipe())

    assert list(tmp_path.iterdir()) == [target]
    assert not any(target.iterdir())
