"""The command line `assist`: a module for each word, and `main` that finds it."""
