"""A timeline kiosk for the museum floor."""

__version__ = "0.1.0"
