"""Is it done? Pure functions of what is known about a portal; nothing here reads the database or the clock."""

from . import composite, documents, english, hygiene, introduction, news, people, platform
from .registry import RULES, Rule, judge
from .result import ASSESSOR, MEASURED, UNMEASURED, Evidence, Finding, Result

MODULES = (composite, documents, english, hygiene, introduction, news, people, platform)
"""Each registers its rules when it is imported: a new one is not found until it stands here."""

__all__ = ["ASSESSOR", "MEASURED", "RULES", "UNMEASURED", "Evidence", "Finding", "Result", "Rule", "judge"]
