"""Media: what is said about them, their formats by their bytes, captions."""
