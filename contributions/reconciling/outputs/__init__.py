"""A reconciliation for people and programs: text, JSON, a workbook."""
