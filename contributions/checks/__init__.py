"""The checks, grouped by subject; the two letters of a code name the module."""
