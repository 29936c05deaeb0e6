"""How near each screen is to the real portal, and from where that is known.

The one place for a mark is `fidelity.toml` in the folder of the capability that shows the text. From it come
the line in each page's footer, the page `/help/fidelity` and `docs/fidelity.md`
(`python -m mock_portal.fidelity write|check`). How to mark: `docs/decisions/`.
"""

__all__: list[str] = []
