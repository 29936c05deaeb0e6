"""The look that portal, bank and inbox share: page frame, form macros, theme, scripts, languages."""

__all__: list[str] = []
