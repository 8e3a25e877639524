"""Plants a portal in which every field of every model holds a canary."""

from .portal import Planted, plant, plant_portal, plant_small

__all__ = ["Planted", "plant", "plant_portal", "plant_small"]
