import pytest

from tests.mock_portal.browsing import Visitor


@pytest.mark.parametrize("address", ["/employer/contributions/uploads/{}", "/employer/submissions/{}"])
def test_a_number_that_no_row_can_have_is_an_address_that_does_not_exist(
    signed_in: Visitor, address: str
) -> None:
    answer = signed_in.get(address.format(10**23))

    assert answer.status_code == 404
