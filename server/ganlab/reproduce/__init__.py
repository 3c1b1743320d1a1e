"""Published experiments, run again: our figures beside those of the papers. `ganlab reproduce`."""
