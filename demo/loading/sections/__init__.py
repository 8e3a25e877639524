"""Fills the sections of some portals, one of each level and group, with texts written for that portal alone."""
