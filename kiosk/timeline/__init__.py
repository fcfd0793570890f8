"""Where events stand: scales, ticks, rows, clusters, and what is in view. No Qt."""
