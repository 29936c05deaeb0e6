"""The payroll of the fixture file, as the tests of this room change it."""

import pytest

from contributions import read
from tests.contributions.reconciling.payroll_sheets import FILE, Rows, rows_of


@pytest.fixture
def rows() -> Rows:
    """A sheet that agrees with the file to the sen."""
    return rows_of(read(FILE))
