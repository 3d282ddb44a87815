"""The parts of a report, one module for each thing that is told."""
