"""Many rounds of a place: a page, a text, a document for programs. No place is held against another."""
