"""The form that all forms derive from: typed values kept over a language switch, errors from services."""

from typing import Any, ClassVar, Final

from flask import g, request
from flask_babel import gettext
from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, SubmitField
from wtforms.i18n import DummyTranslations

from mock_portal.csrf import ShownAgain, shown_again

__all__ = ["PortalForm"]

_NO_TRANSLATIONS: Final = DummyTranslations()


class PortalForm(FlaskForm):  # type: ignore[misc] # Flask-WTF has no types
    """A form of the portal, the bank or the inbox.

    A request that only shows a form again (the language was switched, the page was stale) fills it with what
    was typed, except passwords and files, and validates nothing.

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
            g.page_has_errors = True
        if "switch_form" not in g and any(_keeps_what_is_typed(field) for field in self):
            g.switch_form = self.form_id

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        """Whether the input has the right shape; the title of the page says when it has not."""
        valid: bool = super().validate(*args, **kwargs)
        g.page_has_errors = not valid
        return valid

    def refuse(self, problem: str, field: str | None = None) -> None:
        """Put a typed error of a service on the field that it belongs to, or on the whole form."""
        g.page_has_errors = True
        if field is None:
            self.problems.append(problem)
        else:
            self[field].errors = [*self[field].errors, problem]

    @property
    def has_errors(self) -> bool:
        """Whether the page shows any error of this form."""
        return bool(self.problems) or any(field.errors for field in self)

    def error_links(self) -> list[tuple[str | None, str]]:
        """Id of the field, or `None` for the whole form, and the message; in the order of the page."""
        links: list[tuple[str | None, str]] = [(None, problem) for problem in self.problems]
        for field in self:
            links += [(_first_id(field), str(error)) for error in field.errors]
        return links


def _keeps_what_is_typed(field: Field) -> bool:
    return not isinstance(field, HiddenField | SubmitField)


def _first_id(field: Field) -> str:
    """The element that a link in the summary leads to: the first choice of radio buttons."""
    return f"{field.id}-0" if field.type == "RadioField" else str(field.id)
