"""Pages of payments: the list and the cart, Payment Information and FPX, history and receipts."""

from flask import Blueprint

from mock_portal.payments.routes import cart, fpx, history, information
from mock_portal.ui.languages import said

__all__ = ["blueprint"]

blueprint = Blueprint("payments", __name__, template_folder="../templates")
for part in (cart, information, fpx, history):
    blueprint.register_blueprint(part.blueprint)


blueprint.add_app_template_filter(said, "words")
