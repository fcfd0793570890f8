"""Dates: reading EDTF, and saying it in the visitor's language."""
