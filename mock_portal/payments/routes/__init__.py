"""Pages of payments: the list and the cart, Payment Information and FPX, history and receipts."""

from flask import Blueprint

from contributions import T
from mock_portal.payments.routes import cart, fpx, history, information
from mock_portal.payments.visiting import reading_language

__all__ = ["blueprint"]

blueprint = Blueprint("payments", __name__, template_folder="../templates")
for part in (cart, information, fpx, history):
    blueprint.register_blueprint(part.blueprint)


@blueprint.app_template_filter("words")
def words(text: T) -> str:
    """A text that carries both languages, in the reader's."""
    return text.in_language(reading_language())
