"""Where answers come from: a module for each program, and one table of them all (`table`)."""
