"""One server for the tests of this folder: it keeps nothing between them."""

from collections.abc import Iterator

import pytest

from tests.check_page.asking import Caller, serving


@pytest.fixture(scope="session")
def caller() -> Iterator[Caller]:
    with serving() as made:
        yield made
