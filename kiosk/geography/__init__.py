"""Where on Earth the events stand, without Qt and without network."""
