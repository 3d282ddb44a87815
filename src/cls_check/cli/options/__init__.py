"""What people type behind a command, as values."""
