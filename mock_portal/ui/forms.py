"""The form that all forms derive from: values and errors kept over a language switch, errors from services.

What the answer to a refused form has for a status is decided here for all of them
(`docs/decisions/0014-statuses-of-refused-forms.md`).
"""

import re
import unicodedata
from http import HTTPStatus
from typing import Any, ClassVar, Final

from flask import Flask, Response, g, request
from flask_babel import gettext
from flask_wtf import FlaskForm
from itsdangerous import BadData
from wtforms import Field, HiddenField, PasswordField, StringField, SubmitField, TextAreaField
from wtforms.i18n import DummyTranslations

from mock_portal.csrf import ShownAgain, shown_again
from mock_portal.ui.languages import language
from mock_portal.ui.remembered_texts import pack, say
from mock_portal.visitor import signer

__all__ = ["KEPT_ERRORS", "PortalForm", "install"]

KEPT_ERRORS: Final = "kept_errors"
"""The hidden field in which a page with errors carries them."""

_NO_TRANSLATIONS: Final = DummyTranslations()
_ERRORS: Final = "errors of a form"
_ASKED_BY_SENTENCE: Final = frozenset({"RadioField", "BooleanField"})
# Control characters, marks that join or turn the direction of writing, and what no font knows.
_UNSEEN: Final = frozenset({"Cc", "Cf", "Co", "Cs"})


class PortalForm(FlaskForm):  # type: ignore[misc] # Flask-WTF has no types
    """A form of the portal, the bank or the inbox.

    A request that only shows a form again (the language was switched, the page was stale) fills it with what
    was typed, except passwords and files, and validates nothing; a switch brings the errors too, which its
    page carries.

    Attributes:
        form_id: the id of the `<form>` element; a page with two forms gives the second another one.
    """

    form_id: ClassVar[str] = "work"

    class Meta(FlaskForm.Meta):  # type: ignore[misc] # Flask-WTF has no types
        """Flask-WTF's, which knows nothing of forms that are shown again.

        `csrf` is off since the site's guard checks every request and `form_open` puts the token there.
        """

        csrf = False

        def get_translations(self, form: "PortalForm") -> DummyTranslations:
            """None: every validator here has a message of its own, in both languages."""
            del form
            return _NO_TRANSLATIONS

        def wrap_formdata(self, form: "PortalForm", formdata: Any) -> Any:
            """What was typed, also when it is not submitted."""
            if shown_again() is not None and request.form:
                return request.form
            return super().wrap_formdata(form, formdata)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.problems: list[str] = []
        if shown_again() is ShownAgain.STALE:
            self.problems.append(
                gettext("This page was open for too long and was not sent. Check it and send it again.")
            )
            self._say_refused(HTTPStatus.BAD_REQUEST)
        if shown_again() is ShownAgain.LANGUAGE:
            self._bring_errors(request.form.get(KEPT_ERRORS, ""))
        if "switch_form" not in g and any(_keeps_what_is_typed(field) for field in self):
            g.switch_form = self.form_id

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        """Whether the input has the right shape; the title of the page says when it has not."""
        valid: bool = super().validate(*args, **kwargs)
        for field in self:
            if _holds_unseen(field):
                # before all else that is wrong with it: those words would name what nobody sees
                field.errors = [
                    gettext("This text holds an invisible character. Delete the text and type it by hand.")
                ]
                field.data = _IN_NO_PAGE.sub("", str(field.data))
                valid = False
        g.page_has_errors = not valid
        if not valid:
            self._say_refused(HTTPStatus.UNPROCESSABLE_ENTITY)
        return valid

    def refuse(
        self, problem: str, field: str | None = None, *, status: int = HTTPStatus.UNPROCESSABLE_ENTITY
    ) -> None:
        """Put a typed error of a service on the field that it belongs to, or on the whole form.

        The status is the error's where it is not what was typed that is wrong: 409, 429.
        """
        self._say_refused(status)
        if field is None:
            self.problems.append(problem)
        else:
            self[field].errors = [*self[field].errors, problem]

    @property
    def has_errors(self) -> bool:
        """Whether the page shows any error of this form."""
        return bool(self.problems) or any(field.errors for field in self)

    def error_links(self) -> list[tuple[str | None, str, str]]:
        """Id of the field, or `None` for the whole form, its label, and the message that stands at it.

        They are in the order of the page. A question to be answered by a choice is no label to stand before a
        message, and its message names it.
        """
        links: list[tuple[str | None, str, str]] = [(None, "", problem) for problem in self.problems]
        for field in self:
            label = "" if field.type in _ASKED_BY_SENTENCE else str(field.label.text)
            links += [(_first_id(field), label, str(error)) for error in field.errors]
        return links

    @property
    def kept_errors(self) -> str:
        """The errors as the page carries them over a language switch, signed; empty without any."""
        errors = [("", pack(problem)) for problem in self.problems]
        errors += [(field.name, pack(error)) for field in self for error in field.errors]
        return str(signer(_ERRORS).dumps([self.form_id, errors])) if errors else ""

    def told_to_scripts(self) -> dict[str, object]:
        """The errors as a script shows them that sent the form by itself: `form-errors.js`."""
        links = self.error_links()
        return {
            "message": links[0][2],
            "kept": self.kept_errors,
            "problems": [
                {"field": field, "label": label, "message": message} for field, label, message in links
            ],
        }

    def _say_refused(self, status: int) -> None:
        g.page_has_errors = True
        g.refused_with = status
        g.refused_form = self
        g.setdefault("switch_form", self.form_id)

    def _bring_errors(self, kept: str) -> None:
        """Say the errors again that a page in the other language carried."""
        try:
            form_id, errors = signer(_ERRORS).loads(kept)
        except BadData:
            return
        if form_id != self.form_id:
            return
        for name, error in errors:
            if not name or name in self:
                self.refuse(say(error, language()), name or None, status=HTTPStatus.OK)


def install(app: Flask) -> None:
    """Answer a form that was sent and is shown again for what is wrong with it with a status that says so."""
    app.after_request(_say_refused)


def _say_refused(response: Response) -> Response:
    # by the environment: a stale form is shown again as if its page had been asked for by GET
    was_sent = request.environ["REQUEST_METHOD"] == "POST"
    if was_sent and g.get("page_has_errors") and response.status_code == HTTPStatus.OK:
        response.status_code = g.refused_with
    return response


_IN_NO_PAGE: Final = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ufdd0-\\ufdef"
    + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(17))
    + "]"
)
"""What HTML has no way to hold, so that it cannot be shown again."""


def _holds_unseen(field: Field) -> bool:
    """Whether what was written reads otherwise than it is; lines and tabs are a text area's own."""
    is_written = isinstance(field, StringField) and not isinstance(field, HiddenField | PasswordField)
    if not is_written or not isinstance(field.data, str):
        return False
    lines = "\n\r\t" if isinstance(field, TextAreaField) else ""
    is_unseen = any(c not in lines and unicodedata.category(c) in _UNSEEN for c in field.data)
    return is_unseen or _IN_NO_PAGE.search(field.data) is not None


def _keeps_what_is_typed(field: Field) -> bool:
    return not isinstance(field, HiddenField | SubmitField)


def _first_id(field: Field) -> str:
    """The element that a link in the summary leads to: the first choice of radio buttons."""
    return f"{field.id}-0" if field.type == "RadioField" else str(field.id)
