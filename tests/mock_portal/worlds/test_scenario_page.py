"""docs/scenarios.md says every key of a scenario with its default, and its example is one."""

import re
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from pydantic import BaseModel

from mock_portal.registration.answers import Company, Representative
from mock_portal.worlds import scenarios
from mock_portal.worlds.making import make_world
from tests.mock_portal.conftest import Portal

PAGE = (Path(__file__).parents[3] / "docs/scenarios.md").read_text(encoding="utf-8")
TABLES: dict[str, type[BaseModel]] = {
    "The world itself": scenarios.Scenario,
    "`[[employers]]`": scenarios.EmployerSeed,
    "`[[employers.accounts]]`": scenarios.AccountSeed,
    "`[[employers.employees]]`": scenarios.EmployeeSeed,
    "`[[bank_accounts]]`": scenarios.BankAccountSeed,
    "`[[officers]]`": scenarios.OfficerSeed,
    "`[[applications]]`": scenarios.ApplicationSeed,
}
ROW = re.compile(r"^\| `(?P<key>\w+)` \| .+ \| ?(?P<default>.*) ?\|$", re.MULTILINE)


def rows_below(heading: str) -> dict[str, str]:
    """The keys of the table below a heading, each with what stands in its last column."""
    below = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return {row["key"]: row["default"].strip() for row in ROW.finditer(below)}


@pytest.mark.parametrize(
    ("heading", "table"), TABLES.items(), ids=[kind.__name__ for kind in TABLES.values()]
)
def test_every_key_is_on_the_page_and_no_other(heading: str, table: type[BaseModel]) -> None:
    assert list(rows_below(heading)) == list(table.model_fields)


@pytest.mark.parametrize(
    ("heading", "table"), TABLES.items(), ids=[kind.__name__ for kind in TABLES.values()]
)
def test_the_page_says_which_keys_can_be_left_out_and_what_holds_then(
    heading: str, table: type[BaseModel]
) -> None:
    said = rows_below(heading)

    for key, known in table.model_fields.items():
        assert bool(said[key]) is not known.is_required(), key
        default = known.get_default(call_default_factory=True)
        if written := re.fullmatch(r"`(.+)`", said[key]):
            value = default
            toml = str(value).lower() if isinstance(value, bool) else str(value)
            assert written[1] == (f'"{value}"' if isinstance(value, str) else toml), key
        elif not known.is_required():
            assert not default or isinstance(default, date), key


@pytest.mark.parametrize(("table", "kind"), [("company", Company), ("representative", Representative)])
def test_every_answer_of_an_application_is_on_the_page(
    table: str, kind: type[Company] | type[Representative]
) -> None:
    listed = PAGE.partition(f"`{table}`: ")[2].partition(". ")[0]

    assert re.findall(r"`(\w+)`", listed) == [field.name for field in fields(kind)]


def test_the_example_makes_a_world(portal: Portal, tmp_path: Path) -> None:
    example = PAGE.partition("## A small one\n")[2].partition("```toml\n")[2].partition("```")[0]
    path = tmp_path / "mine.toml"
    path.write_text(example, encoding="utf-8")

    world = make_world(portal.edge, scenario=str(path))
    portal.others.append(world)

    visitor = portal.client(world=world)
    page = visitor.submit(visitor.get("/employer/login"), {"email": "aminah@contoh-maju.example"})
    assert visitor.submit(page, {"password": "Contoh#2026"}).request.path == "/employer/home"
