import pytest

from tests.mock_portal.conftest import Portal
from tests.mock_portal.control.described import DescribedVisitor


@pytest.fixture
def api(portal: Portal) -> DescribedVisitor:
    """Who calls the control API from this machine; each answer must be as the API describes it."""
    return DescribedVisitor(portal.dispatcher, portal.origin("control"))


@pytest.fixture
def here(portal: Portal) -> str:
    """The path of this test's world."""
    return f"/v1/worlds/{portal.world}"
