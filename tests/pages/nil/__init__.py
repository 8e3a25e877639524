"""Signed declarations that a section has nothing to publish."""
