"""The conformance kit: good files, files wrong in exactly one way, the answer sheet, and the score."""
