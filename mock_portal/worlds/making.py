"""Making a world ready for use: copied from its template, its clock set going from the scenario's time."""

from mock_portal.database import transaction
from mock_portal.edge import Edge
from mock_portal.worlds import templates
from mock_portal.worlds.clock import real_now
from mock_portal.worlds.models import WorldState

__all__ = ["make_world"]


def make_world(edge: Edge, *, scenario: str, name: str | None = None) -> str:
    """Make a world from a scenario; the answer is its name.

    Raises:
        NoSuchScenario: there is no such scenario.
        BadWorldName: the name cannot be a host name.
        WorldExists: the name is taken.
    """
    made = edge.registry.create(templates.template(edge.settings.data, scenario), name)
    with transaction(edge.registry.world_file(made)) as session:
        # The template's clock has stood since it was made; the world's begins now.
        session.get_one(WorldState, 1).clock_real = real_now()
    return made
