"""The log of who did what: every change of content, rights, people and settings, and every refused attempt."""

from .actions import record
from .labels import register
from .refusals import refuse
from .watching import watch

__all__ = ["record", "refuse", "register", "watch"]
