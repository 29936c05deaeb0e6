"""The smaller forms: kind, existing employer, purpose, documents, declaration, status, links."""

from typing import TYPE_CHECKING, Any, cast

from flask_babel import gettext, lazy_gettext
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, HiddenField, RadioField, StringField
from wtforms.validators import DataRequired, Length

from mock_portal.registration.errors import FileRefused
from mock_portal.registration.fields import ChoiceField, Chosen, PlainText, email_field, text_field
from mock_portal.registration.papers import PAPERS
from mock_portal.registration.states import Kind, Purpose
from mock_portal.registration.words import KINDS, PURPOSES
from mock_portal.ui.forms import PortalForm
from mock_portal.ui.languages import said

if TYPE_CHECKING:
    from werkzeug.datastructures import FileStorage

__all__ = [
    "DeclarationForm",
    "DocumentForm",
    "ExistingForm",
    "KindForm",
    "LinkForm",
    "PurposeForm",
    "StatusForm",
]


class KindForm(PortalForm):
    """The two kinds are official [GUIDE], the screen is assumed (2.1)."""

    kind = RadioField(
        lazy_gettext("I register as"),
        validators=(Chosen(lazy_gettext("Select New Employer or Existing Employer")),),
        validate_choice=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind.choices = [(kind.value, said(words)) for kind, words in KINDS.items()]

    @property
    def chosen(self) -> Kind:
        """The kind, once the form is valid."""
        return Kind(self.kind.data)


class ExistingForm(PortalForm):
    """Employer code and number, which must belong together (2.3, assumed)."""

    employer_code = text_field(
        lazy_gettext("Employer Code"), lazy_gettext("Enter the employer code"), longest=20
    )
    registration_no = text_field(
        lazy_gettext("SSM / MyCoID registration no."),
        lazy_gettext("Enter the registration number"),
        longest=30,
    )


class PurposeForm(PortalForm):
    """What an employer that has a code wants (2.3, assumed)."""

    purpose = RadioField(
        lazy_gettext("What is this application for?"),
        validators=(Chosen(lazy_gettext("Select what this application is for")),),
        validate_choice=False,
    )

    def __init__(self, *args: Any, has_id: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        first = Purpose.CHANGE_REPRESENTATIVE if has_id else Purpose.NEW_ID
        self.purpose.choices = [
            (each.value, said(PURPOSES[each])) for each in (first, Purpose.ADDITIONAL_EMPLOYER)
        ]

    @property
    def chosen(self) -> Purpose:
        """The purpose, once the form is valid."""
        return Purpose(self.purpose.data)


class DocumentForm(PortalForm):
    """One document. Description, Choose File, Remarks are vendor [AJT1]."""

    kind = ChoiceField(lazy_gettext("Document Description"), lazy_gettext("Select what the document is"))
    file = FileField(lazy_gettext("Choose File"), validators=[FileRequired(lazy_gettext("Choose a file"))])
    remarks = text_field(lazy_gettext("Remarks"), None, longest=200, extra='!?"%*=')

    def __init__(self, *args: Any, kinds: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind.choices = [
            ("", gettext("Please Select")),
            *((kind, said(PAPERS[kind])) for kind in kinds),
        ]

    @property
    def sent(self) -> tuple[str | None, bytes]:
        """Name and bytes of the file as it was sent."""
        upload = cast("FileStorage", self.file.data)
        return upload.filename, upload.read()

    def refuse_file(self, error: FileRefused) -> None:
        """Say why a file was not kept."""
        told = {
            "empty": gettext("The file is empty. Choose another file."),
            "too_large": gettext("Only PDF, JPG or PNG, up to 5 MB. This file is larger."),
            "ending": gettext(
                "Only PDF, JPG or PNG, up to 5 MB. The file's name must end in .pdf, .jpg or .png."
            ),
            "double_ending": gettext(
                "The file's name has two endings. Rename it so that it has one, like form.pdf."
            ),
            "content": gettext(
                "Only PDF, JPG or PNG, up to 5 MB. The content of this file is not what its name says; save "
                "or scan it again."
            ),
        }
        self.refuse(str(told[error.why]), "file")


class DeclarationForm(PortalForm):
    """The truth of all answers (step D, assumed)."""

    declared = BooleanField(
        lazy_gettext("I declare that all information and documents given are true and complete"),
    )

    def ask_for_the_tick(self) -> None:
        """Say that the box has to be ticked."""
        self.refuse(gettext("Tick that the information is true and complete"), "declared")


class StatusForm(PortalForm):
    """Reference number and e-mail address (2.4, assumed)."""

    reference = StringField(
        lazy_gettext("Reference No."),
        validators=(
            DataRequired(lazy_gettext("Enter the reference number")),
            Length(max=40, message=lazy_gettext("A reference number looks like PID-20260102-00042")),
            PlainText(),
        ),
    )
    email = email_field(lazy_gettext("Email Address"), lazy_gettext("Enter your email address"))


class LinkForm(PortalForm):
    """The link of a mail, sent back by the button of its page."""

    link = HiddenField()
