"""Each command is tested as a person runs it, unless a test says that it runs in a build."""

import pytest


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable of a build or of a console changes what is printed: tests run in a build too."""
    for name in ("CI", "COLUMNS", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
