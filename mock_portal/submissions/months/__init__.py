"""The months that an employer has to submit."""

__all__: list[str] = []
