"""A reconciliation for programs. Fields are only added within version 1; amounts are sen."""

from collections.abc import Iterable

from contributions.printable_json import printable_json
from contributions.reconciling.comparison import Pair, Reconciliation
from contributions.reconciling.outputs.words import Shown, notes
from contributions.reconciling.people import Person
from contributions.reconciling.totals import Row, branches_of, totals_of

__all__ = ["reconciliation_as_json"]


def reconciliation_as_json(result: Reconciliation, shown: Shown) -> str:
    """One document, with its line end."""
    sheet = result.sheet
    document = {
        "version": 1,
        "masked": shown.mask,
        "agrees": result.agrees,
        "differences": result.differences,
        "employer_code": result.file.employer_code,
        "month": str(result.file.month),
        "file": {"name": result.file.name, "people": len(result.file.people)},
        "sheet": {
            "name": sheet.name,
            "sheets": list(sheet.sheets),
            "people": len(sheet.people),
            "headings": dict(sheet.titles),
            "columns": dict(sheet.letters),
        },
        "socso_employee_has_lindung": result.with_lindung,
        "compared": list(result.compared),
        "not_compared": list(result.not_compared),
        "notes": [shown.say(note) for note in notes(result)],
        "totals": _rows(totals_of(result)),
        "branches": [
            {"name": shown.say(branch.name), "agrees": branch.agrees, "totals": _rows(branch.rows)}
            for branch in branches_of(result)
        ],
        "only_in_file": [_person(person, shown, "lines") for person in result.only_in_file],
        "only_in_sheet": [_person(person, shown, "rows") for person in result.only_in_sheet],
        "another_identity_number": [_pair(pair, shown) for pair in result.renumbered],
        "amounts_differ": [_pair(pair, shown) for pair in result.differing],
        "names_differ": [_pair(pair, shown) for pair in result.renamed],
        "nothing_to_pay": [_person(person, shown, "rows") for person in result.paid_nothing],
    }
    return printable_json(document) + "\n"


def _rows(rows: Iterable[Row]) -> dict[str, dict[str, int | None]]:
    return {
        row.key: {"file": row.in_file, "sheet": row.in_sheet, "difference": row.difference} for row in rows
    }


def _person(person: Person, shown: Shown, places: str) -> dict[str, object]:
    return {
        "identity_number": shown.number(person) if person.identity_number else "",
        "name": shown.name(person),
        "branches": list(person.branches),
        places: list(person.places),
        "amounts": dict(person.amounts),
    }


def _pair(pair: Pair, shown: Shown) -> dict[str, object]:
    return {
        "fields": list(pair.fields),
        "file": _person(pair.in_file, shown, "lines"),
        "sheet": _person(pair.in_sheet, shown, "rows"),
    }
