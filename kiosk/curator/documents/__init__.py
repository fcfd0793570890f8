"""The text files of a content folder as plain data: read, compared and written."""
