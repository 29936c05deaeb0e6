"""Files of the theme are kept by browsers for as long as they stay what they are."""

import re

from tests.mock_portal.conftest import Portal


def test_a_file_with_its_fingerprint_is_kept_and_the_page_names_it_so(portal: Portal) -> None:
    visitor = portal.client(language="ms")
    page = visitor.get("/").get_data(as_text=True)
    (address,) = re.findall(r'href="(/static/css/theme\.css\?v=[0-9a-f]{12})"', page)

    answer = visitor.get(portal.origin() + address, buffered=True)

    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_a_file_without_its_fingerprint_is_asked_for_again(portal: Portal) -> None:
    answer = portal.client().get("/static/js/main.js", buffered=True)

    assert answer.headers["Cache-Control"] == "no-cache"


def test_bootstrap_is_served_from_here(portal: Portal) -> None:
    answer = portal.client().get("/bootstrap/static/css/bootstrap.min.css", buffered=True)

    assert (answer.status_code, answer.mimetype) == (200, "text/css")


def test_a_file_that_is_not_there_is_an_error_page(portal: Portal) -> None:
    assert portal.client().get("/static/js/nothing.js").status_code == 404
