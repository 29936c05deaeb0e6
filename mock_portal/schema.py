"""All tables of a world, brought together so that a template can be made."""

import mock_portal.accounts.models
import mock_portal.bank.models
import mock_portal.employees.models
import mock_portal.employers.models
import mock_portal.inbox.models
import mock_portal.officer.models
import mock_portal.payments.models
import mock_portal.registration.models
import mock_portal.submissions.models
import mock_portal.tries
import mock_portal.worlds.models  # noqa: F401 - imported for its tables
