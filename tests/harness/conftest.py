"""What the runs that tests start share."""

import pytest

from harness.portals import PortalAddresses


@pytest.fixture
def one_portal(pytester: pytest.Pytester, portal: PortalAddresses, monkeypatch: pytest.MonkeyPatch) -> None:
    """The runs of pytest that a test starts use the portal of this one."""
    del pytester  # which takes these options away, so it comes first
    monkeypatch.setenv("PYTEST_ADDOPTS", f"--assist-portal-url={portal.portal}")
