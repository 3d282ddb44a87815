"""Counts of answers, and the few numbers that are made from them."""
