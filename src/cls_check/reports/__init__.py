"""Reports: what may be shown, in words, and then in a form to read."""
