"""Comparison: two rounds or many, and what can honestly be said about the difference."""
