"""Tools for curators: what they see and make outside the kiosk itself."""
