"""Where questions meet Wagtail's admin: each room connects its own screens."""

from .desk import screen as desk

desk.connect()
