"""What is known about portals at a moment; the only part of scoring that reads the database."""

from .gathering import gather
from .nouns import (
    ContactFact,
    DocumentFact,
    IntroductionFact,
    PageFact,
    PlatformFact,
    PortalFacts,
    PostFact,
    SectionFact,
    UnitFact,
)
from .window import Window

__all__ = [
    "ContactFact", "DocumentFact", "IntroductionFact", "PageFact", "PlatformFact", "PortalFacts", "PostFact",
    "SectionFact", "UnitFact", "Window", "gather",
]  # fmt: skip
