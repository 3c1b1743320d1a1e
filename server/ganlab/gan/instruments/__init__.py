"""Instruments: how a run is judged, and how each judgement misleads."""
