"""The machine: editions on disk, watching, decoding, logs and measuring. No Qt Quick."""
