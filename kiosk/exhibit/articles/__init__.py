"""Articles: CommonMark to typed blocks, and the files they are in."""
