"""Until when a layout is taken, and by which rule, is in the data pack."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from contributions import YearMonth, check
from contributions.checks.examples import SAMPLE as RECORD
from contributions.checks.examples import as_c1, single
from contributions.rates import in_force as packs
from contributions.rates.changing import changes_for
from contributions.rates.pack import pack_from
from tests.contributions.pack_files import NEWER, Changes, pack_folder

OCTOBER_DUE = date(2026, 11, 10)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No pack of whoever runs the tests, and none left behind."""
    monkeypatch.setenv(packs.FOLDER, str(tmp_path / "user"))
    monkeypatch.setenv(packs.PIN, "")
    packs._found.cache_clear()
    yield
    packs._found.cache_clear()


OLDER_TILL_YEAR_END: Changes = {"pack.toml": (*NEWER["pack.toml"], ("C1 = 2026-09-30", "C1 = 2026-12-31"))}


def test_a_pack_says_until_when_a_layout_is_taken(tmp_path: Path) -> None:
    older = as_c1(RECORD, as_of=OCTOBER_DUE).file
    assert "FL08" in {finding.code for finding in check(older, as_of=OCTOBER_DUE).findings}

    packs.install(pack_folder(tmp_path / "pack", OLDER_TILL_YEAR_END))

    assert "FL08" not in {finding.code for finding in check(older, as_of=date(2026, 12, 31)).findings}
    (refused,) = [
        finding for finding in check(older, as_of=date(2027, 1, 1)).findings if finding.code == "FL08"
    ]
    assert "Since 1 January 2027" in refused.message.en


def test_a_pack_says_what_decides_and_whoever_asks_for_another_rule_gets_it(tmp_path: Path) -> None:
    by_month: Changes = {
        "pack.toml": (*NEWER["pack.toml"], ('rule = "upload_date"', 'rule = "contribution_month"'))
    }
    packs.install(pack_folder(tmp_path / "pack", by_month))
    older = as_c1(replace(RECORD, month=YearMonth(2026, 3), lindung=0), as_of=OCTOBER_DUE).file

    found = [
        "FL08" in {finding.code for finding in check(older, as_of=OCTOBER_DUE, accept_rule=rule).findings}
        for rule in (None, "contribution_month", "upload_date")
    ]
    assert found == [False, False, True]


def test_another_last_day_of_a_layout_is_a_change_that_is_told(tmp_path: Path) -> None:
    new = pack_from(pack_folder(tmp_path / "pack", OLDER_TILL_YEAR_END))

    change = changes_for(as_c1(RECORD, as_of=OCTOBER_DUE).file, packs.built_in(), new, as_of=OCTOBER_DUE)

    assert "FL08" in [each.shown.code for each in change.changed if each.after is None]


def test_a_layout_that_a_pack_does_not_name_is_taken_still(tmp_path: Path) -> None:
    changes: Changes = {"pack.toml": (*NEWER["pack.toml"], ("S1 = 2026-09-30\n", ""))}
    packs.install(pack_folder(tmp_path / "pack", changes))

    codes = {finding.code for finding in check(single().file, as_of=OCTOBER_DUE).findings}
    assert "FL08" not in codes


def test_two_packs_of_a_version_with_other_last_days_are_two(tmp_path: Path) -> None:
    with pytest.raises(packs.PackDiffers):
        packs.install(
            pack_folder(tmp_path / "pack", {"pack.toml": (("C1 = 2026-09-30", "C1 = 2026-12-31"),)})
        )
