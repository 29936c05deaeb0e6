"""Forms of officers: log in, search, say why."""

from typing import Final

from flask import request
from flask_babel import lazy_gettext
from wtforms import EmailField, HiddenField, PasswordField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Regexp

from mock_portal.ui.forms import PortalForm

__all__ = ["AuditSearch", "LogInForm", "OneButton", "PortalIdSearch", "QueueSearch", "ReasonForm"]

LONGEST_REASON: Final = 2000


class _Search(PortalForm):
    """A form that only looks: it is sent by GET and keeps what was searched for."""

    form_id = "find"

    def __init__(self) -> None:
        super().__init__(formdata=request.args)


class LogInForm(PortalForm):
    """E-mail and password on one page; assumed, nothing public shows the officers' own pages."""

    next = HiddenField()
    email = EmailField(
        lazy_gettext("Officer's email address"),
        validators=(
            InputRequired(lazy_gettext("Enter your email address")),
            Length(max=254, message=lazy_gettext("An email address has at most 254 characters")),
            Regexp(
                r"\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*$",
                message=lazy_gettext("Enter an email address like name@example.com"),
            ),
        ),
    )
    password = PasswordField(
        lazy_gettext("Password"),
        validators=(
            InputRequired(lazy_gettext("Enter your password")),
            Length(max=200, message=lazy_gettext("A password has at most 200 characters")),
        ),
    )


class ReasonForm(PortalForm):
    """Why an application is queried or rejected; the applicant reads it."""

    reason = TextAreaField(
        lazy_gettext("Reason"),
        filters=(lambda typed: typed.replace("\r\n", "\n").strip() if typed else typed,),
        validators=(
            InputRequired(lazy_gettext("Write what the applicant has to know")),
            DataRequired(lazy_gettext("Write what the applicant has to know")),
            Length(max=LONGEST_REASON, message=lazy_gettext("A reason has at most 2,000 characters")),
        ),
    )


class OneButton(PortalForm):
    """A button and nothing else."""


class QueueSearch(_Search):
    """Find applications by a part of the reference, the employer's name, its number or its code."""

    state = HiddenField()
    search = StringField(lazy_gettext("Reference number, employer, registration number or employer code"))


class AuditSearch(_Search):
    """Find acts by officer, by reference or by the e-mail address of a Portal ID."""

    search = StringField(lazy_gettext("Officer, reference number or email address"))


class PortalIdSearch(_Search):
    """Find Portal IDs by a part of the e-mail address."""

    email = StringField(
        lazy_gettext("Email address of the Portal ID, or a part of it"),
        validators=(
            InputRequired(lazy_gettext("Enter an email address or a part of it")),
            DataRequired(lazy_gettext("Enter an email address or a part of it")),
            Length(max=254, message=lazy_gettext("An email address has at most 254 characters")),
        ),
    )
