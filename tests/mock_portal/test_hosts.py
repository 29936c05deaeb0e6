import pytest
from hypothesis import given
from hypothesis import strategies as st

from mock_portal.hosts import DEFAULT_WORLD, Address, Hosts, Site, is_world_name

LOCAL = Hosts(port=8000)
SHARED = Hosts(base_domain="assist.example", port=443, bank_domain="bank-of-tests.example")

world_names = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?", fullmatch=True).filter(is_world_name)
sites_of_worlds = st.sampled_from([Site.PORTAL, Site.BANK, Site.INBOX])


@pytest.mark.parametrize("hosts", [LOCAL, SHARED, Hosts(port=0)], ids=["localhost", "shared", "no port"])
@given(site=sites_of_worlds, world=world_names)
def test_the_address_of_a_site_leads_back_to_it(hosts: Hosts, site: Site, world: str) -> None:
    host = hosts.origin(site, world).partition("://")[2]

    assert hosts.locate(host) == Address(site, world)


@given(host=st.text(max_size=80))
def test_any_host_header_is_ours_or_nobodys(host: str) -> None:
    found = LOCAL.locate(host)

    assert found is None or (found.site in Site and is_world_name(found.world))


@pytest.mark.parametrize(
    ("host", "address"),
    [
        pytest.param("localhost:8000", Address(Site.PORTAL), id="localhost"),
        pytest.param("127.0.0.1:8000", Address(Site.PORTAL), id="plain address"),
        pytest.param("[::1]:8000", Address(Site.PORTAL), id="plain address, version 6"),
        pytest.param("LOCALHOST.", Address(Site.PORTAL), id="capitals and a dot at the end"),
        pytest.param("bank.localhost", Address(Site.BANK), id="bank"),
        pytest.param("inbox.localhost", Address(Site.INBOX), id="inbox"),
        pytest.param("control.localhost", Address(Site.CONTROL), id="control"),
        pytest.param("w7.localhost:8000", Address(Site.PORTAL, "w7"), id="a world"),
        pytest.param("w7.bank.localhost", Address(Site.BANK, "w7"), id="the bank of a world"),
        pytest.param("w7.inbox.localhost", Address(Site.INBOX, "w7"), id="the inbox of a world"),
        pytest.param("default.localhost", Address(Site.PORTAL, DEFAULT_WORLD), id="the default world"),
        pytest.param("w7.control.localhost", None, id="control belongs to no world"),
        pytest.param("bank.bank.localhost", None, id="a site is no world"),
        pytest.param("a.b.localhost", None, id="an unknown site"),
        pytest.param("w_7.localhost", None, id="a name that cannot be a host"),
        pytest.param("assist.example", None, id="another domain"),
        pytest.param("", None, id="no host"),
    ],
)
def test_a_host_means_one_site_of_one_world(host: str, address: Address | None) -> None:
    assert LOCAL.locate(host) == address


def test_the_banks_own_domain_is_the_bank() -> None:
    assert SHARED.locate("w7.bank-of-tests.example") == Address(Site.BANK, "w7")


@pytest.mark.parametrize(
    "name", ["bank", "inbox", "control", "", "A", "w.7", "w_7", "-", "w-", "-w", "x" * 41, "w7\n"]
)
def test_a_name_that_cannot_be_a_host_or_is_a_site_is_no_world(name: str) -> None:
    assert not is_world_name(name)
