"""The image scene: networks built layer by layer."""
