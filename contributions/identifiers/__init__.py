"""Identifiers that stand in contribution files. Each module has the same four functions."""
