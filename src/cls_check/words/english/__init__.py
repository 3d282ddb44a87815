"""The English catalogue, one module for each part of the tool."""
