"""Employers: who is registered with which code, and who may act for them."""

__all__: list[str] = []
