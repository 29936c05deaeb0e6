"""Pages of the control panel."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from mock_portal.access import public
from mock_portal.control import service
from mock_portal.control.forms import ClockForm, DeleteForm, NewWorldForm, SettingsForm, StepForm
from mock_portal.control.service import WorldView
from mock_portal.edge import edge
from mock_portal.inbox import service as inbox
from mock_portal.ui.filters import moment as written
from mock_portal.worlds import changing, scenario_files
from mock_portal.worlds.changing import ClockOutOfRange
from mock_portal.worlds.clock import MALAYSIA, Clock
from mock_portal.worlds.registry import BadWorldName, WorldExists

__all__ = ["panel"]

LATEST_REQUESTS = 50
LATEST_MAIL = 5

# The guard of the panel stands before all of them; nobody logs in here.
panel = Blueprint("panel", __name__)


@dataclass(frozen=True)
class WorldForms:
    """The forms on the page of a world."""

    step: StepForm
    clock: ClockForm
    settings: SettingsForm


@panel.get("/")
@public
def index() -> str:
    """All worlds."""
    return _index(_new_world_form())


@panel.post("/")
@public
def create() -> Response | str:
    """Make a world."""
    form = _new_world_form()
    if not form.validate_on_submit():
        return _index(form)
    try:
        made = service.create_world(edge(), name=form.name.data or None, scenario=form.scenario.data)
    except BadWorldName:
        form.refuse(gettext("Use 1 to 40 of a-z, 0-9 and -; bank, inbox and control are taken"), "name")
        return _index(form)
    except WorldExists:
        form.refuse(gettext("A world of this name exists already; choose another name"), "name")
        return _index(form)
    flash(gettext("World %(name)s was made.", name=made.name), "success")
    return redirect(url_for("panel.show", name=made.name))


@panel.get("/worlds/<name>")
@public
def show(name: str) -> str:
    """One world: clock, settings, log-ins, mail, journal."""
    view = service.get_world(edge(), name)
    return _show(view, _forms(view))


@panel.post("/worlds/<name>/clock/step")
@public
def step(name: str) -> Response | str:
    """Let the clock go on by a span."""
    forms = _forms(service.get_world(edge(), name))
    if not forms.step.validate():
        return _show(service.get_world(edge(), name), forms)
    moved = changing.advance_clock(edge(), name, timedelta(seconds=int(forms.step.seconds.data)))
    return _clock_moved(name, moved)


@panel.post("/worlds/<name>/clock/moment")
@public
def set_moment(name: str) -> Response | str:
    """Let the clock show a moment."""
    forms = _forms(service.get_world(edge(), name))
    if forms.clock.validate():
        moment: datetime = forms.clock.moment.data
        try:
            return _clock_moved(name, changing.set_clock(edge(), name, moment.replace(tzinfo=MALAYSIA)))
        except ClockOutOfRange:
            forms.clock.refuse(gettext("Choose a year from 2000 to 2100"), "moment")
    return _show(service.get_world(edge(), name), forms)


@panel.post("/worlds/<name>/clock/<any(run, stop):what>")
@public
def run(name: str, what: str) -> Response:
    """Let the clock run or stand still."""
    return _clock_moved(name, changing.run_clock(edge(), name, running=what == "run"))


@panel.post("/worlds/<name>/settings")
@public
def settings(name: str) -> Response | str:
    """Change settings."""
    view = service.get_world(edge(), name)
    forms = _forms(view)
    if not forms.settings.validate():
        return _show(view, forms)
    chosen = {"javascript": forms.settings.javascript.data, "login_form": forms.settings.login_form.data}
    changing.change_settings(edge(), name, {key: value for key, value in chosen.items() if value})
    flash(gettext("The settings were saved. They hold from the next page on."), "success")
    return redirect(url_for("panel.show", name=name))


@panel.get("/worlds/<name>/delete")
@public
def ask_delete(name: str) -> str:
    """Ask before a world goes."""
    return render_template("control/delete.html", world=service.get_world(edge(), name), form=DeleteForm())


@panel.post("/worlds/<name>/delete")
@public
def delete(name: str) -> Response:
    """Delete a world."""
    edge().registry.delete(name)
    flash(gettext("World %(name)s was deleted.", name=name), "success")
    return redirect(url_for("panel.index"))


def _new_world_form() -> NewWorldForm:
    form = NewWorldForm()
    usual = edge().settings.scenario
    form.scenario.choices = [usual, *(name for name in scenario_files.shipped() if name != usual)]
    return form


def _forms(view: WorldView) -> WorldForms:
    return WorldForms(
        step=StepForm(),
        clock=ClockForm(data={"moment": view.now.replace(tzinfo=None, second=0, microsecond=0)}),
        settings=SettingsForm(
            data={"javascript": view.settings.javascript, "login_form": view.settings.login_form}
        ),
    )


def _index(form: NewWorldForm) -> str:
    return render_template("control/index.html", worlds=service.all_worlds(edge()), form=form)


def _show(view: WorldView, forms: WorldForms) -> str:
    requests = service.journal(edge(), view.name, service.Journal())[: -LATEST_REQUESTS - 1 : -1]
    mail = service.read_world(edge(), view.name, inbox.list_mail).lines[:LATEST_MAIL]
    return render_template("control/world.html", world=view, forms=forms, requests=requests, mail=mail)


def _clock_moved(name: str, clock: Clock) -> Response:
    flash(gettext("The clock of this world now shows %(moment)s.", moment=written(clock.now())), "success")
    return redirect(url_for("panel.show", name=name))
