from tests.mock_portal.payments.conftest import malay_payer, payer

__all__ = ["malay_payer", "payer"]
