"""The page that lists every text and rule with its mark."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from mock_portal.access import public
from mock_portal.edge import world
from mock_portal.ui import languages

__all__ = ["blueprint"]

blueprint = Blueprint("fidelity", __name__, template_folder="templates", url_prefix="/help/fidelity")


@blueprint.get("")
@public
def fidelity() -> ResponseReturnValue:
    """How near each screen is to the real portal."""
    # Reading the texts of all screens takes half a second, once; a portal that starts need not.
    from mock_portal.fidelity import listing
    from mock_portal.fidelity.counting import counted
    from mock_portal.fidelity.document import cited
    from mock_portal.fidelity.marks import sources

    language = languages.language()
    return render_template(
        "fidelity/fidelity.html",
        chapters=listing.chapters(language, world().settings),
        total=counted(listing.everything()),
        malay=listing.malay_items(),
        sources=[sources()[key] for key in cited()],
        language=language,
    )
