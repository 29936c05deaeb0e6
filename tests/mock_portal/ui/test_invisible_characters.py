"""What is written in a form of the portal reads as it is: no field takes what nobody sees."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.ctx import RequestContext
from werkzeug.datastructures import MultiDict
from wtforms import HiddenField, PasswordField, StringField
from wtforms.fields.core import UnboundField

import mock_portal
from mock_portal.dispatcher import Dispatcher
from mock_portal.edge import Edge
from mock_portal.hosts import Site
from mock_portal.ui.forms import PortalForm
from tests.mock_portal.conftest import HandCarrier, Portal
from tests.mock_portal.officer.deciding import log_in, open_it, problems, say_why
from tests.mock_portal.officer.waiting import let_apply

ENGLISH = "This text holds an invisible character. Delete the text and type it by hand."
MALAY = "Teks ini mengandungi aksara yang tidak kelihatan. Padam teks dan taip semula."
UNSEEN = {
    "bell": "\u0007",
    "null": "\u0000",
    "zero width space": "\u200b",
    "zero width joiner": "\u200d",
    "right to left mark": "\u200f",
    "right to left override": "\u202e",
    "byte order mark": "\ufeff",
    "soft hyphen": "\u00ad",
    "private use": "\ue000",
}


def form_kinds() -> Iterator[type[PortalForm]]:
    """Every form of every site."""
    for module in pkgutil.walk_packages(mock_portal.__path__, "mock_portal."):
        if module.name.rpartition(".")[2].endswith(("forms", "form")):
            importlib.import_module(module.name)
    kinds = [PortalForm]
    for kind in kinds:
        kinds += kind.__subclasses__()
        yield kind


def written_fields() -> list[object]:
    """Form and name of each field that people write into."""
    found: list[object] = []
    for kind in sorted(set(form_kinds()), key=lambda kind: f"{kind.__module__}.{kind.__name__}"):
        for name in dir(kind):
            unbound = getattr(kind, name)
            if not isinstance(unbound, UnboundField):
                continue
            of = unbound.field_class
            if issubclass(of, StringField) and not issubclass(of, HiddenField | PasswordField):
                found.append(pytest.param(kind, name, id=f"{kind.__name__}.{name}"))
    return found


@pytest.fixture
def a_request(_process: tuple[Edge, Dispatcher, HandCarrier]) -> RequestContext:
    """A request to the portal, of no world: what a field takes needs none."""
    edge, dispatcher, _ = _process
    site = dispatcher.site(Site.PORTAL)
    assert isinstance(site, Flask)
    address = edge.hosts.locate("localhost:8000")
    return site.test_request_context(environ_overrides={"assist.language": "en", "assist.address": address})


@pytest.mark.parametrize(("kind", "name"), written_fields())
def test_no_field_that_people_write_into_takes_what_nobody_sees(
    a_request: RequestContext, kind: type[PortalForm], name: str
) -> None:
    alone: type[PortalForm] = type(kind.__name__, (PortalForm,), {name: getattr(kind, name)})

    with a_request:
        forms = {what: alone(MultiDict({name: f"Kedai{sign}Maju"})) for what, sign in UNSEEN.items()}
        taken = [what for what, form in forms.items() if form.validate() or form[name].errors != [ENGLISH]]

    assert taken == []


def test_every_site_has_such_fields() -> None:
    homes = {kind.__module__.split(".")[1] for kind in form_kinds() if kind is not PortalForm}

    assert homes >= {"accounts", "bank", "control", "officer", "payments", "registration"}


@pytest.mark.parametrize(("language", "said"), [("en", ENGLISH), ("ms", MALAY)])
def test_a_reader_is_told_in_the_own_language_and_keeps_what_was_written(
    portal: Portal, language: str, said: str
) -> None:
    visitor = portal.client(language=language)
    page = visitor.get("/employer/register/existing")

    answer = visitor.submit(page, {"employer_code": "B32\u200b00000123X", "registration_no": "1"})

    assert problems(answer) == [said]
    assert "B32\u200b00000123X" in answer.text


def test_lines_and_tabs_of_a_reason_are_its_own(portal: Portal) -> None:
    reference = let_apply(portal)
    officer = log_in(portal.client())
    open_it(officer, reference)

    answer = say_why(officer, reference, "query", "Send again:\r\n\tBorang 1\r\n\tBorang 2")

    assert answer.request.path.endswith("/result")
