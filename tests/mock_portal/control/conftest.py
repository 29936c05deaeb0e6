import pytest

from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal


@pytest.fixture
def api(portal: Portal) -> Visitor:
    """Who calls the control API from this machine."""
    return portal.client("control")


@pytest.fixture
def here(portal: Portal) -> str:
    """The path of this test's world."""
    return f"/v1/worlds/{portal.world}"
