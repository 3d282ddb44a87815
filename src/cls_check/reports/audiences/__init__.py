"""Who a report is for: one module for each, with what it is called and what it tells, in order."""
