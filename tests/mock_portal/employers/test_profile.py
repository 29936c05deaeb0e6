import pytest

from tests.mock_portal.browsing import Visitor, forms, parse, words
from tests.mock_portal.conftest import Portal


def facts(html: str) -> dict[str, str]:
    keys = [words(dt) for dt in parse(html).iter("dt")]
    values = [words(dd) for dd in parse(html).iter("dd")]
    return dict(zip(keys, values, strict=True))


def test_the_profile_shows_what_is_on_record(signed_in: Visitor) -> None:
    shown = facts(signed_in.get("/employer/profile").get_data(as_text=True))

    assert shown["Employer Code"] == "B3200000123X"
    assert shown["Business Registration No."] == "202301012345"
    assert shown["Address"] == "12 Jalan Contoh 1, Taman Teladan, 50480 Kuala Lumpur"
    assert (shown["Status"], shown["Your role"]) == ("Active", "Owner or director")


def test_nobody_sees_another_employer(signed_in: Visitor) -> None:
    assert "TELADAN" not in signed_in.get("/employer/profile").get_data(as_text=True).replace(
        "Taman Teladan", ""
    )


@pytest.mark.parametrize("path", ["/employer/home", "/employer/profile", "/employer/contributions"])
def test_every_form_that_is_posted_carries_a_token(portal: Portal, signed_in: Visitor, path: str) -> None:
    del portal
    posted = [form for form in forms(signed_in.get(path)) if form.method == "POST"]

    assert posted
    assert [form.action for form in posted if not form.values.get("csrf_token")] == []
