"""A scenario that cannot be is refused with a sentence for each mistake: where, what, and what it takes."""

from pathlib import Path

import pytest

from assist_data import data_path
from mock_portal.worlds import scenarios
from mock_portal.worlds.scenario_files import BadScenario
from tests.mock_portal.running import run

GOOD = """\
title = "One employer"
clock = 2026-11-10T09:00:00+08:00

[settings]
idle_seconds = 900

[[employers]]
code = "B3200000123X"
name = "CONTOH MAJU SDN. BHD."
ssm_number = "202301012345"
paid_months = ["2026-09"]
pending_months = ["2026-10"]

[[employers.accounts]]
role = "owner"
email = "aminah@contoh-maju.example"
user_id = "CONTOHMAJU"
password = "Contoh#2026"
name = "AMINAH BINTI CONTOH"

[[employers.employees]]
identity_number = "900101145678"
name = "AMINAH BINTI YUSOF"
born = 1990-01-01
wage_sen = 325_000

[[bank_accounts]]
user = "contohmaju"
password = "Bank#2026"
name = "CONTOH MAJU SDN. BHD."
balance_sen = 50_000_000
limit_sen = 20_000_000
"""
EMPLOYER, ACCOUNT = "[[employers]] 1", "[[employers]] 1, [[employers.accounts]] 1"
EMPLOYEE = "[[employers]] 1, [[employers.employees]] 1"
CASES = [
    (
        'paid_months = ["2026-09"]',
        'paid_months = ["2026-13"]',
        f'{EMPLOYER}, paid_months: found "2026-13"; it takes a month as YYYY-MM, such as 2026-10.',
    ),
    ("wage_sen = 325_000", "wage_sen = -5", f"{EMPLOYEE}, wage_sen: found -5; it takes a number from 0."),
    (
        "wage_sen = 325_000",
        'wage_sen = "much"',
        f'{EMPLOYEE}, wage_sen: found "much"; it takes a whole number.',
    ),
    ("wage_sen = 325_000", "", f"{EMPLOYEE}, wage_sen: the key is missing."),
    (
        "wage_sen = 325_000",
        "wage_sen = 325_000\nwages = 1",
        (
            f"{EMPLOYEE}, wages: there is no such key; there are "
            "identity_number, name, wage_sen, born, group, started, resigned, released_from_lindung."
        ),
    ),
    (
        '"B3200000123X"',
        '"12"',
        (
            f'{EMPLOYER}, code: found "12"; it takes an employer code: a letter, ten digits and a letter, '
            "such as B3200000123X."
        ),
    ),
    (
        '"900101145678"',
        '"900101"',
        (
            f'{EMPLOYEE}, identity_number: found "900101"; it takes twelve digits of a '
            "MyKad that can exist (such as 900101145678), the seven of an old IC, or the number of a "
            "foreign worker (such as SSFW12345678)."
        ),
    ),
    (
        '"Contoh#2026"',
        '"abc"',
        (
            f"{ACCOUNT}, password: the one there does not do; it takes 8 to 20 characters and "
            "a capital letter and a digit and a symbol."
        ),
    ),
    (
        "born = 1990-01-01",
        "born = 1991-01-01",
        (f"{EMPLOYEE}, born: found 1991-01-01; it takes the day in identity_number, which begins 900101."),
    ),
    (
        "born = 1990-01-01",
        "",
        f"{EMPLOYEE}, born: the key is missing; a month that is paid or submitted needs it.",
    ),
    (
        "born = 1990-01-01",
        'born = "then"',
        f'{EMPLOYEE}, born: found "then"; it takes a date, such as 2026-10-31.',
    ),
    (
        "born = 1990-01-01",
        "born = 1990-01-01\nresigned = 2023-01-01",
        f"{EMPLOYEE}, resigned: found 2023-01-01; it takes no day before started, 2024-01-01.",
    ),
    (
        "born = 1990-01-01",
        "born = 1990-01-01\nstarted = 1989-01-01",
        f"{EMPLOYEE}, born: found 1990-01-01; it takes a day before started, which is 1989-01-01.",
    ),
    (
        'pending_months = ["2026-10"]',
        'pending_months = ["2026-09"]',
        f'{EMPLOYER}, paid_months and pending_months: found "2026-09" 2 times; it takes a month once.',
    ),
    (
        'paid_months = ["2026-09"]',
        'paid_months = ["1999-09"]',
        (
            f'{EMPLOYER}, paid_months: found "1999-09"; no contribution rates are known for 1999-09; '
            "the first month known is "
        ),
    ),
    (
        "idle_seconds = 900",
        "idle_second = 900",
        "[settings], idle_second: there is no such setting; there are ",
    ),
    (
        "idle_seconds = 900",
        "idle_seconds = 0",
        "[settings], idle_seconds: found 0; it takes a whole number from 1 to 31536000.",
    ),
    (
        "idle_seconds = 900",
        "idle_seconds = 30",
        "[settings], warning_seconds: found 60; it takes at most idle_seconds, which is 30.",
    ),
    (
        "+08:00",
        "",
        (
            "clock: found 2026-11-10T09:00:00; it takes a moment with its zone, such as "
            "2026-11-10T09:00:00+08:00."
        ),
    ),
    (
        "clock = 2026",
        "clock = 1926",
        "clock: found 1926-11-10T09:00:00+08:00; it takes the years 2000 to 2100.",
    ),
    (
        "balance_sen = 50_000_000",
        "balance_sen = 1.5",
        "[[bank_accounts]] 1, balance_sen: found 1.5; it takes a whole number.",
    ),
    (
        'user = "contohmaju"\npassword = "Bank#2026"',
        'user = "contohmaju"\npassword = 5',
        "[[bank_accounts]] 1, password: found another value; it takes text between quotation marks.",
    ),
    (
        'name = "AMINAH BINTI CONTOH"',
        'name = "AMINAH BINTI CONTOH"\nstate = "gone"',
        f"{ACCOUNT}, state: found \"gone\"; it takes one of 'active', 'temporary_password' or 'disabled'.",
    ),
    (
        "[[bank_accounts]]",
        (
            '[[officers]]\nemail = "a@b.example"\npassword = "Pegawai#2026"\nname = "A"\n\n'
            '[[officers]]\nemail = "A@b.example"\npassword = "Pegawai#2026"\nname = "B"\n\n[[bank_accounts]]'
        ),
        '[[officers]] 2, email: found "a@b.example"; it takes another than [[officers]] 1 has.',
    ),
    (
        "[[bank_accounts]]",
        "[[applications]]\ncompany = {}\nrepresentative = {}\n\n[[bank_accounts]]",
        "[[applications]] 1, [applications.company], entity: the key is missing.",
    ),
    (
        "[[bank_accounts]]",
        "[[applications]]\ncompany = 1\nrepresentative = {}\n\n[[bank_accounts]]",
        "[[applications]] 1, company: found 1; it takes a table of keys.",
    ),
    ("[[employers]]", "employers = [1]\n[[ignored]]", "[[employers]] 1: found 1; it takes a table of keys."),
]


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ('state = "14"', 'state = "99"', 'company], state: found "99"; it takes one of 01, 02, '),
        ('entity = "company"', 'entity = ""', 'company], entity: found ""; it takes one of '),
        (
            'id_type = "new_ic"',
            'id_type = "ic"',
            'representative], id_type: found "ic"; it takes one of new_ic, ',
        ),
        (
            'acts_as = "owner"',
            'acts_as = "me"',
            'representative], acts_as: found "me"; it takes one of owner, ',
        ),
        (
            'first_employee = "2026-11-02"',
            'first_employee = ""',
            'company], first_employee: found ""; it takes a ',
        ),
        ('sector = "I"', 'sector = "56"', 'company], sector: found "56"; it takes one of A, B, '),
        (
            'industry = "56"',
            'industry = "47"',
            'company], industry: found "47"; it takes an industry of sector I.',
        ),
        ('fax = ""', 'faks = ""', "company], faks: there is no such key; there are entity, "),
    ],
)
def test_an_answer_of_an_application_that_its_form_does_not_offer_is_said(
    tmp_path: Path, good: str, bad: str, said: str
) -> None:
    text = data_path("scenarios", "queue.toml").read_text(encoding="utf-8")
    assert good in text

    problems = problems_of(tmp_path, text.replace(good, bad, 1))

    assert problems[0].startswith(f"[[applications]] 1, [applications.{said}")


def problems_of(folder: Path, text: str) -> tuple[str, ...]:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    try:
        scenarios.load(str(path))
    except BadScenario as error:
        return error.problems
    return ()


def test_the_scenario_of_these_tests_is_good_as_it_is(tmp_path: Path) -> None:
    assert problems_of(tmp_path, GOOD) == ()


@pytest.mark.parametrize(("good", "bad", "said"), CASES, ids=lambda text: text[-40:])
def test_a_mistake_is_said_with_its_place_what_was_found_and_what_is_taken(
    tmp_path: Path, good: str, bad: str, said: str
) -> None:
    head, found, tail = GOOD.partition(good)
    assert found
    if "[[ignored]]" in bad:
        head, tail = head.replace("[settings]\nidle_seconds = 900\n", ""), ""
        bad = bad.partition("[[ignored]]")[0]

    problems = problems_of(tmp_path, head + bad + tail)

    assert [problem for problem in problems if problem.startswith(said)], problems
    assert "pydantic" not in " ".join(problems)


def test_all_mistakes_of_shape_and_value_are_told_at_once(tmp_path: Path) -> None:
    text = GOOD.replace('"2026-09"', '"2026-13"').replace("325_000", "-5").replace("= 900", "= 0")

    places = [problem.partition(":")[0] for problem in problems_of(tmp_path, text)]

    assert sorted(places) == [f"{EMPLOYEE}, wage_sen", f"{EMPLOYER}, paid_months", "[settings], idle_seconds"]


def test_all_mistakes_of_sense_are_told_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("Contoh#2026", "abc").replace("born = 1990", "born = 1991").replace('-10"]', '-09"]')

    assert len(problems_of(tmp_path, text)) == 3


@pytest.mark.parametrize("bytes_", [b"title = \xff", b"title = "], ids=["other bytes", "no TOML"])
def test_a_file_that_is_no_text_of_toml_is_said_in_a_sentence(tmp_path: Path, bytes_: bytes) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(bytes_)

    with pytest.raises(BadScenario) as raised:
        scenarios.load(str(path))

    assert len(raised.value.problems) == 1


def test_no_amount_is_larger_than_a_world_can_keep(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, GOOD.replace("325_000", "1" + "0" * 30))

    assert problem.startswith(f"{EMPLOYEE}, wage_sen: found 1000")
    assert problem.endswith("it takes a number up to 1000000000000.")


def test_no_password_is_repeated(tmp_path: Path) -> None:
    text = GOOD.replace("Contoh#2026", "geheim").replace('"Bank#2026"', "[ 'verborgen' ]")

    said = " ".join(
        (*problems_of(tmp_path, text), *problems_of(tmp_path, GOOD.replace("Contoh#2026", "geheim")))
    )

    assert "password" in said
    assert "geheim" not in said
    assert "verborgen" not in said


def test_the_portal_ends_with_2_and_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(GOOD.replace('"2026-09"', '"2026-13"').replace("325_000", "-5"), encoding="utf-8")

    finished = run("--port", "0", "--scenario", str(path))

    assert (finished.returncode, finished.stdout) == (2, "")
    assert finished.stderr.splitlines()[1:] == [
        f"  {EMPLOYEE}, wage_sen: found -5; it takes a number from 0.",
        f'  {EMPLOYER}, paid_months: found "2026-13"; it takes a month as YYYY-MM, such as 2026-10.',
        "docs/scenarios.md says what each key takes.",
    ]
