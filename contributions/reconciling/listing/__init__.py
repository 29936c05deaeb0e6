"""A listing after Borang 8A (SOCSO) and Lampiran 1 (EIS): one employer and month, a page at a time.

Its form is our own (assumed): PERKESO's printed forms are not copied.
"""

from contributions.reconciling.listing.contents import Listing, listing_of

__all__ = ["Listing", "listing_of"]
