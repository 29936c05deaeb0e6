"""Reports in the forms that people and programs read, all made from the same findings."""
