"""Rates and rules as a data pack: validated and installed whole; the newest is in force, or a pinned one."""

import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from platformdirs import user_data_path

from contributions import Person, Record, Verdict, YearMonth, check, compute, write
from contributions.rates import PackInvalid, current
from contributions.rates import in_force as packs
from contributions.rates.changing import changes_for
from contributions.rates.pack import pack_from
from tests.contributions.pack_files import NEWER, Changes, pack_folder, pack_zip

RECORD = Record(
    employer_code="B3200000123X",
    ssm_number="202301012345",
    identity_number="900101145678",
    name="AMINAH BINTI CONTOH",
    month=YearMonth(2026, 10),
    wage=325000,
    socso_employer=5685,
    socso_employee=1625,
    eis_employer=650,
    eis_employee=650,
    lindung=2435,
)
OCTOBER_DUE = date(2026, 11, 10)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """No pack of whoever runs the tests, and none left behind."""
    folder = tmp_path / "user"
    monkeypatch.setenv(packs.FOLDER, str(folder))
    monkeypatch.setenv(packs.PIN, "")
    packs._found.cache_clear()
    yield folder
    packs._found.cache_clear()


def test_a_month_after_what_is_known_is_could_not_tell_and_never_valid() -> None:
    later = replace(RECORD, month=YearMonth(2028, 6), lindung=3250)

    report = check(write([later]), as_of=date(2028, 7, 10))

    assert report.verdict is Verdict.COULD_NOT_TELL
    assert "MO07" in {finding.code for finding in report.findings}


def test_amounts_of_a_month_that_is_not_known_are_not_called_wrong() -> None:
    later = replace(RECORD, month=YearMonth(2028, 6), lindung=9999, socso_employer=1)

    assert check(write([later]), as_of=date(2028, 7, 10)).verdict is Verdict.COULD_NOT_TELL


@pytest.mark.parametrize("month", ["2016-06", "2022-08", "2022-09", "2024-10", "2026-05", "2028-05"])
def test_a_month_that_is_known_is_judged(month: str) -> None:
    when = YearMonth.parse(month)
    due = compute(RECORD.wage, month=when, person=Person(born=date(1990, 1, 1)))
    right = replace(
        RECORD,
        month=when,
        socso_employer=due.socso_employer,
        socso_employee=due.socso_employee,
        eis_employer=due.eis_employer,
        eis_employee=due.eis_employee,
        lindung=due.lindung,
    )
    as_of = max(when.due_date, date(2026, 6, 15))

    assert check(write([right]), as_of=as_of).verdict is Verdict.VALID
    wrong = replace(right, socso_employer=due.socso_employer + 5)
    assert check(write([wrong]), as_of=as_of).verdict is Verdict.INVALID


def test_a_pack_with_later_dates_makes_a_later_month_known(tmp_path: Path) -> None:
    changes = {"pack.toml": (("2026.11", "2028.5"), ('"2028-05"', '"2031-05"'))}
    packs.install(pack_folder(tmp_path / "pack", changes))

    report = check(write([replace(RECORD, month=YearMonth(2028, 6), lindung=3250)]), as_of=date(2028, 7, 10))

    assert (current().version, report.verdict) == ("2028.5", Verdict.VALID)


@pytest.mark.parametrize("inside", ["", "rules-2027.1/"])
def test_a_zip_is_installed_with_or_without_a_folder_in_it(tmp_path: Path, inside: str) -> None:
    archive = pack_zip(tmp_path / "pack.zip", pack_folder(tmp_path / "pack", NEWER), inside=inside)

    assert packs.install(archive).version == "2027.1"
    assert current().version == "2027.1"


def test_the_newest_is_in_force_and_an_older_one_can_be_pinned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packs.install(pack_folder(tmp_path / "older", {"pack.toml": (("2026.11", "2026.9"),)}))

    assert current().version == "2026.11"
    monkeypatch.setenv(packs.PIN, "2026.9")
    assert current().version == "2026.9"


def test_a_pinned_pack_that_is_not_here_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(packs.PIN, "2030.1")

    with pytest.raises(packs.PackMissing, match=r"rules 2030.1 are not here, only 2026.11"):
        current()


def test_reset_brings_back_what_came_with_the_program(tmp_path: Path) -> None:
    packs.install(pack_folder(tmp_path / "pack", NEWER))

    assert packs.reset() == ("2027.1",)
    assert current() is packs.built_in()
    assert packs.reset() == ()


def test_the_same_pack_twice_is_no_change_and_another_of_its_version_is_refused(tmp_path: Path) -> None:
    same = pack_folder(tmp_path / "same", {})
    other = pack_folder(tmp_path / "other", {"act4.csv": ((",40,10,30", ",45,10,30"),)})

    assert packs.install(same) is packs.built_in()
    with pytest.raises(packs.PackDiffers, match=r"2026\.11"):
        packs.install(other)


WRONG: dict[str, tuple[Changes, str, str]] = {
    "no pack.toml": ({}, "pack.toml", "has no pack.toml; name the folder"),
    "no table file": ({}, "skbbk.csv", "has no skbbk.csv; name the folder"),
    "no TOML": ({"pack.toml": (("version =", "version"),)}, "", "is not TOML"),
    "no version": ({"pack.toml": (('"2026.11"', '"../up"'),)}, "", "version is written as"),
    "no month": ({"pack.toml": (('"2028-05"', '"May"'),)}, "", "known_until"),
    "turned round": ({"pack.toml": (('"2028-05"', '"2016-01"'),)}, "", "lies before known_from"),
    "known too early": ({"pack.toml": (('"2016-06"', '"2016-05"'),)}, "", "before the first table"),
    "no rules": ({"pack.toml": (("[rules]", "[ages]"),)}, "", "has no table"),
    "an age in words": ({"pack.toml": (("= 60", '= "sixty"'),)}, "", "is an age in years"),
    "an unknown rule": ({"pack.toml": (("late_entry_age", "later_age"),)}, "", "does not know"),
    "a column gone": ({"act800.csv": (("employee_sen", "worker_sen"),)}, "", "has no column employee_sen"),
    "a cell gone": ({"act4.csv": ((",40,10,30", ",40,10"),)}, "", "not as many cells"),
    "ringgit": ({"act4.csv": ((",40,10,30", ",0.40,10,30"),)}, "", "is whole sen"),
    "amounts falling": ({"act4.csv": ((",40,10,30", ",4000,10,30"),)}, "", "falls as wages rise"),
    "bands overlapping": ({"act4.csv": ((",0,3000,", ",0,3001,"),)}, "", "do not follow each other"),
    "no open end": ({"act4.csv": ((",0,3000,", ",0,,"),)}, "", "just the last band"),
    "two ends": ({"act4.csv": (("2022-08-31", "2022-07-31"),)}, "", "more than one day"),
    "a day inside a month": ({"skbbk.csv": (("2026-06-01", "2026-06-02"),)}, "", "first of a month"),
    "a day before the end": (
        {"skbbk.csv": (("2028-05-31", "2028-05-30"),) * 65},
        "",
        "last of a month",
    ),
    "no acceptance": (
        {"pack.toml": (("[acceptance]", "[accepting]"), ("[acceptance.", "[accepting."))},
        "",
        "has no table",
    ),
    "no last days": ({"pack.toml": (("[acceptance.until]", "[acceptance.since]"),)}, "", "acceptance.until"),
    "no rule known": ({"pack.toml": (('rule = "upload_date"', 'rule = "mood"'),)}, "", "contribution_month"),
    "a last day in words": ({"pack.toml": (("C1 = 2026-09-30", 'C1 = "soon"'),)}, "", "until a day such as"),
    "a last hour": ({"pack.toml": (("C1 = 2026-09-30", "C1 = 2026-09-30T12:00:00"),)}, "", "until a day"),
    "an end of format 2": ({"pack.toml": (("C1 = 2026", "C2 = 2026"),)}, "", "no older layout"),
    "no day": ({"skbbk.csv": (("2026-06-01", "June"),)}, "", "not a day"),
}


@pytest.mark.parametrize(("changes", "leave_out", "says"), WRONG.values(), ids=WRONG)
def test_a_wrong_pack_is_refused_as_a_whole_and_changes_nothing(
    changes: Changes,
    leave_out: str,
    says: str,
    tmp_path: Path,
    own_folder: Path,
) -> None:
    source = pack_folder(tmp_path / "pack", changes, leave_out=leave_out)

    with pytest.raises(PackInvalid, match=says):
        packs.install(source)
    assert not own_folder.exists()
    assert current() is packs.built_in()


def test_tables_that_leave_a_gap_or_end_too_soon_are_refused(tmp_path: Path) -> None:
    folder = pack_folder(tmp_path / "pack", {})
    text = (folder / "act800.csv").read_text(encoding="utf-8")
    (folder / "act800.csv").write_text(text.replace("2022-08-31", "2022-07-31"), encoding="utf-8")
    with pytest.raises(PackInvalid, match="from 2022-09 does not follow"):
        pack_from(folder)
    (folder / "act800.csv").write_text(
        text.replace("2024-10-01,,", "2024-10-01,2027-12-31,"), encoding="utf-8"
    )
    with pytest.raises(PackInvalid, match=r"act800\.csv: ends in 2027-12"):
        pack_from(folder)
    (folder / "act800.csv").write_text(text.splitlines()[0], encoding="utf-8")
    with pytest.raises(PackInvalid, match="has no rows"):
        pack_from(folder)
    (folder / "act800.csv").write_bytes(b"\xff\xfe")
    with pytest.raises(PackInvalid, match="is not UTF-8"):
        pack_from(folder)
    (folder / "act800.csv").write_bytes(b" " * 2_000_001)
    with pytest.raises(PackInvalid, match="too large"):
        pack_from(folder)


def test_what_is_no_folder_and_no_zip_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "rates.txt"
    text.write_text("rates", encoding="utf-8")

    with pytest.raises(PackInvalid, match="a folder or a zip"):
        pack_from(text)
    with pytest.raises(PackInvalid, match="cannot be read"):
        pack_from(tmp_path / "nothing")


def test_a_zip_without_a_file_or_with_one_twice_is_refused(tmp_path: Path) -> None:
    folder = pack_folder(tmp_path / "pack", {}, leave_out="act4.csv")
    archive = pack_zip(tmp_path / "pack.zip", folder)
    with pytest.raises(PackInvalid, match=r"act4\.csv: is not in the zip"):
        pack_from(archive)
    (folder / "sub").mkdir()
    (folder / "sub" / "act800.csv").write_text("", encoding="utf-8")
    with zipfile.ZipFile(archive, "a") as opened:
        opened.writestr("act4.csv", "a")
        opened.writestr("more/act4.csv", "b")
    with pytest.raises(PackInvalid, match="more than once"):
        pack_from(archive)


def test_a_zip_that_is_damaged_or_far_too_large_is_refused(tmp_path: Path) -> None:
    folder = pack_folder(tmp_path / "pack", {})
    archive = tmp_path / "pack.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for file in sorted(folder.iterdir()):
            opened.write(file, file.name)
    content = bytearray(archive.read_bytes())
    content[60:90] = bytes(30)
    archive.write_bytes(content)
    with pytest.raises(PackInvalid):
        pack_from(archive)

    (folder / "act4.csv").write_bytes(b" " * 2_000_001)
    with pytest.raises(PackInvalid, match=r"act4\.csv: is too large"):
        pack_from(pack_zip(archive, folder))


def test_a_file_of_a_zip_with_a_password_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = pack_zip(tmp_path / "pack.zip", pack_folder(tmp_path / "pack", {}))

    def refuse(_self: zipfile.ZipFile, _entry: object) -> bytes:
        raise RuntimeError("password required for extraction")

    monkeypatch.setattr(zipfile.ZipFile, "read", refuse)
    with pytest.raises(PackInvalid, match="cannot be unpacked: password required"):
        pack_from(archive)


def test_other_files_of_a_zip_are_not_installed(tmp_path: Path, own_folder: Path) -> None:
    folder = pack_folder(tmp_path / "pack", NEWER)
    (folder / "README.txt").write_text("new rates", encoding="utf-8")

    packs.install(pack_zip(tmp_path / "pack.zip", folder))
    assert sorted(file.name for file in (own_folder / "2027.1").iterdir()) == [
        "act4.csv",
        "act800.csv",
        "pack.toml",
        "skbbk.csv",
    ]


def test_an_installation_that_fails_halfway_leaves_nothing(
    tmp_path: Path, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    source = pack_folder(tmp_path / "pack", NEWER)
    monkeypatch.setattr(Path, "rename", fail)

    with pytest.raises(OSError, match="No space"):
        packs.install(source)
    assert list(own_folder.iterdir()) == []
    assert current() is packs.built_in()


def test_a_pack_that_was_damaged_after_its_installation_is_told_with_the_mend(
    tmp_path: Path, own_folder: Path
) -> None:
    packs.install(pack_folder(tmp_path / "pack", NEWER))
    (own_folder / "2027.1" / "act4.csv").write_text("", encoding="utf-8")
    packs._found.cache_clear()

    with pytest.raises(PackInvalid, match="assist rules update --reset"):
        current()
    packs.reset()
    assert current() is packs.built_in()


def test_the_folder_is_the_one_that_platformdirs_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(packs.FOLDER)

    assert packs.packs_folder() == user_data_path("assist-harness", appauthor=False) / "rules"


@pytest.mark.parametrize(
    ("platform", "variable", "value", "ends"),
    [
        ("win32", "LOCALAPPDATA", "local", "local/assist-harness/rules"),
        ("win32", "LOCALAPPDATA", "", "AppData/Local/assist-harness/rules"),
        ("darwin", "XDG_DATA_HOME", "", "Library/Application Support/assist-harness/rules"),
        ("linux", "XDG_DATA_HOME", "data", "data/assist-harness/rules"),
        ("linux", "XDG_DATA_HOME", "", ".local/share/assist-harness/rules"),
    ],
)
def test_each_system_has_its_place_for_packs(
    platform: str, variable: str, value: str, ends: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(packs.FOLDER)
    monkeypatch.setenv(variable, value)
    monkeypatch.setattr(sys, "platform", platform)

    assert packs.packs_folder().as_posix().endswith(ends)


def test_what_a_pack_changes_for_a_file_is_told_by_check(tmp_path: Path) -> None:
    changes: Changes = {"pack.toml": NEWER["pack.toml"], "skbbk.csv": ((",2435", ",2440"),)}
    new = pack_from(pack_folder(tmp_path / "pack", changes))

    change = changes_for(write([RECORD]), packs.built_in(), new, as_of=OCTOBER_DUE)

    assert (change.before.verdict, change.after.verdict) == (Verdict.VALID, Verdict.INVALID)
    assert [each.shown.code for each in change.changed] == ["AM15"]
    assert "RM 24.40" in change.changed[0].shown.message.en
    back = changes_for(write([RECORD]), new, packs.built_in(), as_of=OCTOBER_DUE)
    assert [(each.after, each.shown.code) for each in back.changed] == [(None, "AM15")]


def test_the_same_finding_with_other_words_is_a_change(tmp_path: Path) -> None:
    changes: Changes = {"pack.toml": NEWER["pack.toml"], "skbbk.csv": ((",2435", ",2440"),)}
    new = pack_from(pack_folder(tmp_path / "pack", changes))
    wrong = write([replace(RECORD, lindung=1)])

    (changed,) = changes_for(wrong, packs.built_in(), new, as_of=OCTOBER_DUE).changed
    assert changed.before is not None
    assert changed.after is not None
    assert changed.before.message != changed.after.message


def test_a_pack_that_says_the_same_changes_nothing(tmp_path: Path) -> None:
    new = pack_from(pack_folder(tmp_path / "pack", NEWER))

    assert not changes_for(write([RECORD]), packs.built_in(), new, as_of=OCTOBER_DUE).is_any
