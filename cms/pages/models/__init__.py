"""What: the base page, one module for each page type, and the records that stand beside pages."""

from cms.pages.media.models import PortalDocument, PortalImage, PortalRendition, PortalTag, TaggedDocument, TaggedImage
from cms.pages.people.models import Person, Post, Unit

from .base import PortalPage
from .contact import ContactPage
from .documents import DocumentFile, DocumentIndexPage, LegalDocumentPage
from .home import HomePage
from .introduction import IntroductionPage
from .news import ArticleAttachment, ArticlePage, NewsIndexPage
from .organisation import DirectoryPage, LeadersPage
from .section import SectionPage
from .static import StaticPage
from .workflow import ChiefApprovalTask

__all__ = [
    "ArticleAttachment",
    "ArticlePage",
    "ChiefApprovalTask",
    "ContactPage",
    "DirectoryPage",
    "DocumentFile",
    "DocumentIndexPage",
    "HomePage",
    "IntroductionPage",
    "LeadersPage",
    "LegalDocumentPage",
    "NewsIndexPage",
    "Person",
    "PortalDocument",
    "PortalImage",
    "PortalPage",
    "PortalRendition",
    "PortalTag",
    "Post",
    "SectionPage",
    "StaticPage",
    "TaggedDocument",
    "TaggedImage",
    "Unit",
]
