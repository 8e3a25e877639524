"""Screens of scores in the admin: the board of portals, one portal's sheet, one criterion's evidence."""

from .board import BoardView
from .evidence import EvidenceView
from .sheet import SheetView

__all__ = ["BoardView", "EvidenceView", "SheetView"]
