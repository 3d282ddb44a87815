"""What stands on the screen: text, tables, questions, and where they go."""
