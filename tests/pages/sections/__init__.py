"""The section tree, born and kept, and what a section without content shows."""
