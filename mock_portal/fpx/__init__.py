"""What a merchant and a bank say to each other when a payment goes through FPX, and how they sign it.

Portal and bank both speak it and neither owns it. Field names follow FPX; which of them are sent, and the
codes of an answer, are assumed (portal-flows 7.2).
"""

__all__: list[str] = []
