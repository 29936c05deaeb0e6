"""All tables of a world, brought together so that a template can be made."""

import hashlib
from functools import cache

import mock_portal.accounts.models
import mock_portal.bank.models
import mock_portal.employees.models
import mock_portal.employers.models
import mock_portal.inbox.models
import mock_portal.payments.models
import mock_portal.registration.models
import mock_portal.submissions.models
import mock_portal.worlds.models  # noqa: F401 - imported for its tables
from mock_portal.database import Base

__all__ = ["fingerprint"]


@cache
def fingerprint() -> str:
    """Changes when a table does: a template that an older version left in a data folder is not used."""
    columns = [
        f"{table.name}.{column.name} {column.type!r} {column.nullable} {column.primary_key}"
        for table in Base.metadata.sorted_tables
        for column in table.columns
    ]
    return hashlib.sha256("\n".join(columns).encode()).hexdigest()[:12]
