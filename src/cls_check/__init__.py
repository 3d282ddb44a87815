"""A self-assessment toolkit for places that are changing how adult social care works."""

__version__ = "0.1.0"
