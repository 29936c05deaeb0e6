"""What the code and the templates say is what the catalogues translate, with one word for one thing."""

from mock_portal.ui.catalogues import problems


def test_every_text_in_use_has_its_malay_and_the_same_one_everywhere() -> None:
    assert list(problems()) == []
