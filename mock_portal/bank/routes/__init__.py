"""The bank's pages: paying, and approving what another paid."""

__all__: list[str] = []
