"""`base_url` as pytest-playwright gives it where pytest-base-url is not installed, without its warning.

pytest-playwright 0.10 defines the fixture as a method of an instance, which pytest 9.1 and later warn of in
every test that opens a browser. Registered only beside that one.
"""

import pytest

__all__: list[str] = []

FALLBACK = "playwright-base-url"


@pytest.fixture(scope="session")
def base_url(pytestconfig: pytest.Config) -> str | None:
    """The address of --base-url, or of the setting of that name."""
    return pytestconfig.getoption("--base-url") or pytestconfig.getini("base_url") or None
