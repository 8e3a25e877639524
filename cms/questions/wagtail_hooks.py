"""Where questions meet Wagtail's admin: each room connects its own screens."""

from .answering import screen as answering
from .desk import screen as desk
from .province import screen as province

desk.connect()
answering.connect()
province.connect()
