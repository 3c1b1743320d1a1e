"""Diagnosis: what goes wrong in a run, in plain words, out of what is measured of it anyway."""
