"""Contribution files of people who do not exist: valid, of any size, the same again from the same seed."""
