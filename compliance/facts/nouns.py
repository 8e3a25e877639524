"""What the rules look at: one frozen object per portal, nothing in it can reach the database.

Everything is as of one moment (`Window.as_of`); days are local days.
"""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class PageFact:
    """A page citizens can read. `path` is the address below the portal's host, `revision_id` the live revision."""

    id: int
    title: str
    path: str
    kind: str
    section: str
    published_at: datetime
    revision_id: int | None = None
    last_published_at: datetime | None = None
    reviewed_on: date | None = None
    en_status: str = ""


@dataclass(frozen=True, slots=True)
class IntroductionFact:
    """The introduction page; each flag says that a field has text, `chart` that the picture has an alternative."""

    page: PageFact
    functions: bool
    duties: bool
    history: bool
    chart: bool


@dataclass(frozen=True, slots=True)
class ContactFact:
    page: PageFact
    address: bool
    phone: bool
    email: bool


@dataclass(frozen=True, slots=True)
class DocumentFact:
    """A legal document. `missing`: codes of the attributes it lacks; `issued_on`: only when known to the day."""

    page: PageFact
    missing: tuple[str, ...]
    issued_on: date | None


@dataclass(frozen=True, slots=True)
class UnitFact:
    id: int
    name: str
    has_parent: bool


@dataclass(frozen=True, slots=True)
class PostFact:
    """A post held on the day. `biography_length` in characters; `vouched_on`: appointed or last confirmed."""

    id: int
    kind: str
    name: str
    title: str
    unit: str
    phone: str
    email: str
    biography_length: int
    has_duties: bool
    vouched_on: date | None


@dataclass(frozen=True, slots=True)
class SectionFact:
    """A section that is mandatory for the portal; `empty` unless it holds public content or is declared nil."""

    code: str
    title: str
    empty: bool


@dataclass(frozen=True, slots=True)
class PlatformFact:
    """What the system itself offers on the portal; None where nothing can tell yet."""

    search: bool | None = None
    sitemap: bool | None = None
    links: bool | None = None
    print: bool | None = None


@dataclass(frozen=True, slots=True)
class PortalFacts:
    """All that is known about one portal at one moment. `news` and `documents` reach 90 days behind the period."""

    portal_id: int
    slug: str
    level: str
    introductions: tuple[IntroductionFact, ...] = ()
    contacts: tuple[ContactFact, ...] = ()
    histories: tuple[PageFact, ...] = ()
    units: tuple[UnitFact, ...] = ()
    posts: tuple[PostFact, ...] = ()
    news: tuple[PageFact, ...] = ()
    documents: tuple[DocumentFact, ...] = ()
    standing: tuple[PageFact, ...] = ()
    suspicious: tuple[PageFact, ...] = ()
    sections: tuple[SectionFact, ...] = ()
    platform: PlatformFact = PlatformFact()

    def posts_of(self, kind: str) -> tuple[PostFact, ...]:
        return tuple(post for post in self.posts if post.kind == kind)
