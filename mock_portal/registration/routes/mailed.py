"""Pages that the links of mails open: verify, amend, continue. Looking changes nothing, the button does.

Programs that read mail open its links; so a link that was only looked at still works.
"""

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from mock_portal.access import public
from mock_portal.edge import database, now, world
from mock_portal.registration import applying, links
from mock_portal.registration.errors import LinkRefused
from mock_portal.registration.forms import LinkForm
from mock_portal.registration.links import LinkPurpose
from mock_portal.registration.views import view_of
from mock_portal.registration.visiting import hold

__all__ = ["blueprint"]

blueprint = Blueprint("mailed", __name__)


@blueprint.route("/employer/register/verify", methods=["GET", "POST"])
@public
def verify() -> Answer | str:
    """Verify the e-mail address: the application is submitted."""
    form = LinkForm(link=request.args.get("link", ""))
    if form.validate_on_submit():
        view = applying.verify(
            database(), form.link.data or "", world=world().name, settings=world().settings, now=now()
        )
        return render_template("registration/verified.html", view=view)
    row = links.find(database(), form.link.data or "", LinkPurpose.VERIFY, world=world().name, now=now())
    return render_template("registration/verify.html", form=form, view=view_of(row))


@blueprint.route("/employer/register/amend", methods=["GET", "POST"])
@public
def amend() -> Answer | str:
    """Answer an officer's query, with all that was typed."""
    return _take_up(LinkPurpose.AMEND, "registration/amend.html", "registration.finish.declare")


@blueprint.route("/employer/register/continue", methods=["GET", "POST"])
@public
def go_on() -> Answer | str:
    """Go on with a draft, in this browser."""
    return _take_up(LinkPurpose.CONTINUE, "registration/continue.html", "registration.representative.edit")


@blueprint.errorhandler(LinkRefused)
def refused(error: LinkRefused) -> Response:
    """Say why a link does nothing, and what to do."""
    response = make_response(render_template("registration/link.html", why=error.why, error=error))
    response.status_code = error.status
    return response


def _take_up(purpose: LinkPurpose, template: str, following: str) -> Answer | str:
    form = LinkForm(link=request.args.get("link", ""))
    token = form.link.data or ""
    if form.validate_on_submit():
        key, _ = applying.take_up(database(), token, purpose, world=world().name, now=now())
        hold(key)
        return redirect(url_for(following), 303)
    row = links.find(database(), token, purpose, world=world().name, now=now())
    links.refuse_if_moved_on(row)
    return render_template(template, form=form, view=view_of(row))
