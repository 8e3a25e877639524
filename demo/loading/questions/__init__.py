"""Questions of the demonstration: a quarter that was, brought by the import, and cases that are being worked on."""

from .planting import plant_questions

__all__ = ["plant_questions"]
