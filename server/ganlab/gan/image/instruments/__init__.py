"""Instruments of images: how good the fakes are, by a classifier of the project's own."""
