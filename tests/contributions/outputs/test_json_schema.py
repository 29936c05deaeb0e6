"""The JSON report is what its published schema says."""

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from contributions import all_checks, check, reports_as_json
from contributions.selecting import Selection, Strict
from tests.contributions.outputs import samples
from tests.house.tree import ROOT

TEXT = files("contributions.outputs").joinpath("check-1.schema.json").read_text(encoding="utf-8")
SCHEMA: dict[str, Any] = json.loads(TEXT)
VALIDATOR = Draft202012Validator(SCHEMA)


def without_more(schema: Any) -> Any:
    """The schema with every object closed, so that a field it does not name is noticed."""
    if isinstance(schema, list):
        return [without_more(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: without_more(value) for key, value in schema.items()}
    if "properties" in schema and "allOf" not in schema:
        closed["unevaluatedProperties"] = False
    return closed


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_documentation_has_the_schema_that_is_shipped() -> None:
    assert (ROOT / "docs" / "check-1.schema.json").read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("mask", [False, True], ids=["plain", "masked"])
@pytest.mark.parametrize("language", ["en", "ms"])
def test_a_report_of_every_verdict_fits_the_schema(mask: bool, language: Any) -> None:
    text = reports_as_json(samples.every(), as_of=samples.AS_OF, mask=mask, language=language)

    VALIDATOR.validate(json.loads(text))


@pytest.mark.parametrize("each", [pytest.param(each, id=each.code) for each in all_checks()])
def test_a_finding_of_every_check_fits_the_schema_and_no_field_is_unnamed(each: Any) -> None:
    closed = json.loads(TEXT)
    closed["$defs"] = {
        name: part if name in {"by_severity", "summary"} else without_more(part)
        for name, part in closed["$defs"].items()
    }
    report = check(each.bad.file, as_of=each.bad.as_of, name=each.bad.name, portal=each.bad.portal)

    document = json.loads(reports_as_json([report], as_of=each.bad.as_of))

    Draft202012Validator(closed).validate(document)


def test_what_was_selected_is_told() -> None:
    selection = Selection.of(["am"], ["AM24"], Strict.WARNINGS)

    document = json.loads(reports_as_json([], as_of=samples.AS_OF, selection=selection))

    VALIDATOR.validate(document)
    assert document["selection"] == {"select": ["AM"], "ignore": ["AM24"], "strict": "warnings"}


@pytest.mark.parametrize("field", ["path", "sha256", "layout", "verdict", "records", "totals", "findings"])
def test_a_report_that_lacks_a_promised_field_does_not_fit(field: str) -> None:
    document = json.loads(reports_as_json([samples.bad()], as_of=samples.AS_OF))
    del document["files"][0][field]

    with pytest.raises(ValidationError, match=field):
        VALIDATOR.validate(document)
