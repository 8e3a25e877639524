"""Working days and the clock of a case: pure computations, and what they read."""

from .calendar import WorkingCalendar
from .clock import Clock, Event, Happening, Rule, Step, Why, run

__all__ = ["Clock", "Event", "Happening", "Rule", "Step", "Why", "WorkingCalendar", "run"]
