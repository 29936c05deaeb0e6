"""Forms of the contribution by text file."""

from typing import TYPE_CHECKING, cast

from flask_babel import gettext, lazy_gettext
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField

from mock_portal.submissions.text_file.service import SentFile
from mock_portal.ui.filters import file_size
from mock_portal.ui.forms import PortalForm

if TYPE_CHECKING:
    from werkzeug.datastructures import FileStorage

__all__ = ["SubmitForm", "UploadForm"]


class UploadForm(PortalForm):
    """The file of one employer. Its label is vendor [PP1]."""

    file = FileField(
        lazy_gettext("Choose File"), validators=[FileRequired(lazy_gettext("Choose a text file"))]
    )

    @property
    def sent(self) -> SentFile:
        """The file as it was sent."""
        upload = cast("FileStorage", self.file.data)
        return SentFile(content=upload.read(), name=upload.filename)

    def refuse_size(self, limit: int) -> None:
        """Say that the file is over the limit (bytes)."""
        self.refuse(
            gettext(
                "The file is larger than %(size)s. Choose a smaller file, or split it by employees.",
                size=file_size(limit),
            ),
            "file",
        )


class SubmitForm(PortalForm):
    """The last look before Submit, with the tick that warnings need."""

    accepts_warnings = BooleanField(lazy_gettext("I have read the warnings and want to submit this file"))
