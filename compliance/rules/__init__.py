"""Is it done? Pure functions of what is known about a portal; nothing here reads the database or the clock."""

from . import composite, documents, english, hygiene, introduction, news, people, platform  # noqa: F401 (they register)
from .registry import RULES, Rule, judge
from .result import ASSESSOR, MEASURED, UNMEASURED, Evidence, Finding, Result

__all__ = ["ASSESSOR", "MEASURED", "RULES", "UNMEASURED", "Evidence", "Finding", "Result", "Rule", "judge"]
