"""Payments: from unpaid ACR and ECR through cart, order and FPX to the receipt."""

__all__: list[str] = []
