"""The checker under Help: files are checked, shown and mended, and nothing is kept or submitted."""

__all__: list[str] = []
