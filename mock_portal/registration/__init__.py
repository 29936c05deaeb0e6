"""First-time registration of a Portal ID: from the choice of kind to employer code and temporary password."""

__all__: list[str] = []
