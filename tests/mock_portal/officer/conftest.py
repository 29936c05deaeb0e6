"""What tests of the officer's side share."""

from collections.abc import Callable

import pytest

from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.officer.deciding import log_in


@pytest.fixture
def officer(portal: Portal) -> Visitor:
    """An officer who has just logged in."""
    return log_in(portal.client())


@pytest.fixture
def log_in_officer(portal: Portal) -> Callable[..., Visitor]:
    """`log_in_officer()` is a fresh officer's browser; another e-mail or language can be named."""

    def logged_in(email: str = "", password: str = "", *, language: str = "en") -> Visitor:
        return log_in(portal.client(language=language), email, password)

    return logged_in
