"""Set-up, checks and benchmarks of a checkout; none of it is shipped."""
