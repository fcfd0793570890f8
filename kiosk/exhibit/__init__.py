"""What the curator wrote: a content folder becomes an exhibit and a list of problems."""
