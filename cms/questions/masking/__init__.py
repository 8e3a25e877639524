"""Finds what tells who somebody is in a text, so that an officer can take it out before everybody reads it. Pure."""

from .finding import Finding, Kind
from .masking import Piece, mask, pieces

__all__ = ["Finding", "Kind", "Piece", "mask", "pieces"]
