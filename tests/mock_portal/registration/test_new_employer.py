from tests.mock_portal.conftest import Portal
from tests.mock_portal.registration.filling import (
    DECLARATION,
    START,
    fill_company,
    fill_representative,
    heading,
    reference_on,
    upload_all,
)


def test_a_new_employer_goes_from_the_choice_of_kind_to_a_reference_number(portal: Portal) -> None:
    visitor = portal.client()

    company = visitor.submit(visitor.get(START), {"kind": "new"})
    representative = fill_company(visitor)
    documents = fill_representative(visitor)
    upload_all(visitor)
    declaration = visitor.get(DECLARATION)
    question = visitor.submit(declaration, {"declared": "y"})
    sent = visitor.submit(question, button="Confirm")

    assert [heading(page) for page in (company, representative, documents, declaration, question, sent)] == [
        "Company information",
        "Representative",
        "Documents",
        "Declaration",
        "Proceed for Submission?",
        "Application submitted",
    ]
    assert reference_on(sent).startswith("PID-20261110-")
