"""From a content folder to other people's programs."""
