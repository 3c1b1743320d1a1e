"""The two-dimensional scene: distributions, networks, snapshots, metrics."""
