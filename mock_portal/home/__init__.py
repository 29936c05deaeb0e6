"""Where a visitor begins: the landing page, and the home of an employer."""

__all__: list[str] = []
