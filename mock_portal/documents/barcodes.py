"""A number as a barcode (Code 128), for the scanner at a counter: the notes want one on ACR and ECR.

Which kind the real record carries is not known (portal-flows 6.5, assumed). Code 128 takes letters and
digits, and every scanner reads it.
"""

__all__ = ["code128"]


def code128(number: str) -> str:
    """The bars of a number, one letter a module: `1` is black, `0` is white; no quiet zone."""
    # A tenth of the start of a portal is not spent on what only a printed record needs.
    from barcode import Code128

    (modules,) = Code128(number).build()
    return str(modules)
