"""YAML, read strictly and written in one way: a wing that knows only errors and messages."""
