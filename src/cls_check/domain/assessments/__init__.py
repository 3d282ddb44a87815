"""Assessments: what a round leaves behind, what fits together in it, and what may be edited."""
