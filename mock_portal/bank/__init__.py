"""The mock bank that FPX leads to: its own house, its own books, its own truth about what was debited."""

__all__: list[str] = []
