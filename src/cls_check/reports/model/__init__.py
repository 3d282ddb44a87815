"""What a report is made of, before it has a form: the story, its words, and what may be shown."""
