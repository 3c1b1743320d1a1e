"""Sessions in worker processes."""
