"""A mock of PERKESO's ASSIST employer portal, with its bank, its mail and a control API.

One process serves thousands of worlds, each a whole separate portal in one SQLite file. Nothing here
claims to be a copy of the real portal: what is assumed is marked so in `docs/fidelity.md`.
"""

__all__: list[str] = []
