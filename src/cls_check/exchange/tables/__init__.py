"""Questionnaires of others: a table of factors and statements becomes a questionnaire of ours."""
