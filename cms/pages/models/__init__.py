"""What: the base page, one module for each page type, and the records that stand beside pages."""

from cms.pages.media.models import PortalDocument, PortalImage, PortalRendition, PortalTag, TaggedDocument, TaggedImage
from cms.pages.menus.models import MenuChoice, QuickLink
from cms.pages.nil.models import NilDeclaration
from cms.pages.people.models import Person, Post, Unit
from cms.pages.trash.models import DeletedPage

from .base import PortalPage
from .contact import ContactPage
from .direction import DirectionIndexPage, DirectivePage, ScheduleEntry, WorkSchedulePage
from .document_relations import DocumentRelation
from .documents import DocumentFile, DocumentIndexPage, LegalDocumentPage
from .gazette import GazetteEntry, GazetteIndexPage, GazetteIssuePage
from .guidance import DisseminationIndexPage, GuidancePage
from .history import HistoryPage, Milestone
from .home import HomePage
from .introduction import IntroductionPage
from .locality import LocalityPage, LocalityTopicPage
from .news import ArticleAttachment, ArticlePage, NewsIndexPage
from .organisation import DirectoryPage, EditorialBoardPage, LeadersPage, SpokespersonPage
from .section import SectionPage
from .special_documents import FeePage, InspectionPage, LandPage, RecruitmentPage, SpecialDocumentIndexPage
from .static import StaticPage
from .treaties import TreatyIndexPage, TreatyPage
from .workflow import ChiefApprovalTask

__all__ = [
    "ArticleAttachment",
    "ArticlePage",
    "ChiefApprovalTask",
    "ContactPage",
    "DeletedPage",
    "DirectionIndexPage",
    "DirectivePage",
    "DirectoryPage",
    "DisseminationIndexPage",
    "DocumentFile",
    "DocumentIndexPage",
    "DocumentRelation",
    "EditorialBoardPage",
    "FeePage",
    "GazetteEntry",
    "GazetteIndexPage",
    "GazetteIssuePage",
    "GuidancePage",
    "HistoryPage",
    "HomePage",
    "InspectionPage",
    "IntroductionPage",
    "LandPage",
    "LeadersPage",
    "LegalDocumentPage",
    "LocalityPage",
    "LocalityTopicPage",
    "MenuChoice",
    "Milestone",
    "NewsIndexPage",
    "NilDeclaration",
    "Person",
    "PortalDocument",
    "PortalImage",
    "PortalPage",
    "PortalRendition",
    "PortalTag",
    "Post",
    "QuickLink",
    "RecruitmentPage",
    "ScheduleEntry",
    "SectionPage",
    "SpecialDocumentIndexPage",
    "SpokespersonPage",
    "StaticPage",
    "TaggedDocument",
    "TaggedImage",
    "TreatyIndexPage",
    "TreatyPage",
    "Unit",
    "WorkSchedulePage",
]
