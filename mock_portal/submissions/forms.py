"""Forms of the list of months."""

from flask_babel import lazy_gettext
from wtforms import SelectField

from mock_portal.access import EmployerRef
from mock_portal.ui.forms import PortalForm

__all__ = ["EmployerChoice"]


class EmployerChoice(PortalForm):
    """Which employer the page is about; it changes nothing, so it is asked for by GET."""

    form_id = "choose-employer"

    class Meta(PortalForm.Meta):
        """Without CSRF: the form only looks."""

        csrf = False

    employer = SelectField(lazy_gettext("Select Employer Code"))

    @classmethod
    def of(cls, employers: tuple[EmployerRef, ...], chosen: EmployerRef) -> "EmployerChoice":
        """The form with these employers, one of them chosen."""
        form = cls(formdata=None, employer=chosen.code)
        form.employer.choices = [(e.code, f"{e.code} {e.name}") for e in employers]
        return form
