"""Sections whose records have fields of their own: what their lists and pages show."""
