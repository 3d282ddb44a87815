"""Closing: from single voices to an assessment in which nobody can be found."""
