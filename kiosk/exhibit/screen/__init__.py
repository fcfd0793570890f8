"""What the screen has room for: our typefaces' widths, and the places that texts are shown in."""
