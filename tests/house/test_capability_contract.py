"""The contract that keeps capabilities apart finds what it is for, and nothing else."""

import pytest
from grimp import ImportGraph

from tests.house.capability_contract import CapabilityContract


def broken(importer: str, imported: str) -> list[tuple[str, str, int]]:
    graph = ImportGraph()
    for module in ("portal", importer, imported):
        graph.add_module(module)
    graph.add_import(importer=importer, imported=imported, line_number=7, line_contents="import it")
    contract = CapabilityContract(
        name="kept apart",
        session_options={},
        contract_options={
            "container": "portal",
            "kept": ["models", "forms", "routes"],
            "ground": ["worlds"],
            "assemblers": ["portal.schema"],
        },
    )
    found: list[tuple[str, str, int]] = contract.check(graph, verbose=False).metadata["broken"]
    return found


def test_a_capability_may_not_read_the_models_of_another() -> None:
    assert broken("portal.payments.service", "portal.submissions.models") == [
        ("portal.payments.service", "portal.submissions.models", 7)
    ]


def test_a_folder_inside_a_capability_is_kept_as_well() -> None:
    assert broken("portal.payments.service", "portal.submissions.text_file.forms") != []


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        pytest.param("portal.payments.service", "portal.payments.models", id="its own models"),
        pytest.param("portal.payments.routes", "portal.submissions.service", id="another's service"),
        pytest.param("portal.schema", "portal.payments.models", id="what puts the whole together"),
        pytest.param("portal.payments.models", "portal.worlds.models", id="the ground of all"),
        pytest.param("portal.payments.service", "elsewhere.models", id="another room"),
    ],
)
def test_the_rest_is_allowed(importer: str, imported: str) -> None:
    assert broken(importer, imported) == []
