"""One function for each thing that cls-check does; the command line is one caller among others."""
