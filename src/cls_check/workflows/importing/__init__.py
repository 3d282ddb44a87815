"""Importing: what files say (`plan`, `codes`), who of it is new, and how it gets into a record."""
