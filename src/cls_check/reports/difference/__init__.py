"""Two assessments side by side: a page, a comment, lines in a terminal, a document for programs."""
