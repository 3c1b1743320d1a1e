"""The figures of scripts/bench: one file each, and what they share."""
