"""Forms for other programs to show: one module for each, from a questionnaire to text or bytes."""
