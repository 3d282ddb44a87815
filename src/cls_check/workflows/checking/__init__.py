"""Checking files: one by itself, many beside each other, and what git has of them."""
