"""Questionnaires: what is asked, in which words and in which languages."""
