"""Results out: the counts of one or of many assessments as tables, in each form that others read."""
