"""From other people's files to a content folder."""
