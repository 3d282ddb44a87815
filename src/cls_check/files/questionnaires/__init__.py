"""The files of questionnaires: found, read, and looked at for advice."""
