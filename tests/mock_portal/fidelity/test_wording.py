"""The texts that are marked are all those that the catalogues translate, and the pairs in both languages."""

import pytest

from mock_portal.fidelity.wording import ROOM, files_of, referenced, wordings
from mock_portal.ui.catalogues import texts_in_use

FOLDERS = sorted(path.parent.name for path in ROOM.glob("*/__init__.py"))


@pytest.mark.parametrize("name", FOLDERS)
def test_every_text_of_the_catalogue_is_seen(name: str) -> None:
    translated = {text.id if isinstance(text.id, str) else text.id[0] for text in texts_in_use(name)}

    seen = {one.text for file in files_of(name) for one in wordings(file) if one.malay is None}

    assert seen == translated


def test_a_text_of_code_is_known_by_the_class_that_holds_it() -> None:
    owners = {one.owner for one in wordings("accounts/forms.py") if one.text == "User ID"}

    assert owners == {"UserIdForm"}


def test_a_pair_of_both_languages_is_a_text_too() -> None:
    receipt = next(one for one in wordings("payments/sheet.py") if one.text == "Receipt")

    assert receipt.malay == "Resit"


def test_what_a_page_includes_belongs_to_it_and_what_all_pages_have_does_not() -> None:
    belonging = referenced("accounts/email.html")

    assert belonging[0] == "accounts/email.html"
    assert "accounts/log_in_help.html" in belonging
    assert "ui/frame.html" not in belonging
