"""Findings: what can be said of an assessment, by which rule and from which numbers."""
