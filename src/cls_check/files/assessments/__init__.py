"""The files of assessments: read, written and edited in place."""
