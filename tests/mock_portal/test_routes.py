"""Every route of every site says who may call it, and few are without protection against forged forms."""

from collections.abc import Iterator

import pytest
from flask import Flask

from mock_portal.access import Access, access_of
from mock_portal.control import panel
from mock_portal.hosts import Site
from tests.mock_portal.conftest import Portal

FILES = {"static", "bootstrap.static"}
SIGNED = {Access.SIGNED_BY_BANK, Access.SIGNED_BY_MERCHANT}


def sites(portal: Portal) -> dict[str, Flask]:
    made = {site.value: portal.dispatcher.site(site) for site in (Site.PORTAL, Site.BANK, Site.INBOX)}
    flask_sites = {name: site for name, site in made.items() if isinstance(site, Flask)}
    return {**flask_sites, "panel": panel.create_site(portal.edge)}


def routes(site: Flask) -> Iterator[tuple[str, Access | None]]:
    for rule in site.url_map.iter_rules():
        if rule.endpoint not in FILES:
            yield rule.rule, access_of(site.view_functions[rule.endpoint])


@pytest.mark.parametrize("name", ["portal", "bank", "inbox", "panel"])
def test_every_route_declares_who_may_call_it(portal: Portal, name: str) -> None:
    declared = dict(routes(sites(portal)[name]))

    assert declared
    assert [rule for rule, access in declared.items() if access is None] == []


def test_only_what_carries_another_houses_signature_is_without_csrf(portal: Portal) -> None:
    unprotected = {
        (name, rule)
        for name, site in sites(portal).items()
        for rule, access in routes(site)
        if access in SIGNED
    }

    assert unprotected == {
        ("portal", "/employer/payments/fpx/return"),
        ("portal", "/employer/payments/fpx/callback"),
        ("bank", "/fpx"),
    }
