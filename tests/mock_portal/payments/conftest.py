from collections.abc import Callable

import pytest

from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.paying import Payer, submit_october


@pytest.fixture
def payer(portal: Portal, signed_in: Visitor) -> Payer:
    """The owner of CONTOH MAJU, logged in, with October submitted and not paid."""
    submit_october(portal)
    return Payer(portal, signed_in, portal.client("bank"))


@pytest.fixture
def malay_payer(portal: Portal, log_in: Callable[..., Visitor]) -> Payer:
    """The same, reading Malay."""
    submit_october(portal)
    return Payer(portal, log_in(language="ms"), portal.client("bank", "ms"))
