"""What is translated: modeltranslation imports this module of every app at start-up."""

from .bilingual.registry import register, register_tree
from .media.models import PortalImage
from .menus.models import QuickLink
from .models import Milestone, PortalPage, ScheduleEntry
from .people.models import Person, Post, Unit

register_tree(PortalPage)
register(PortalImage, Unit, Person, Post, Milestone, ScheduleEntry, QuickLink)
