"""Which units can be asked: portals that are open and have a live section of questions and answers."""

from django.utils.translation import gettext as _

from cms.pages.models import PortalPage
from cms.questions.actions import takes_questions
from tenants.models import Group, Level, Portal

SECTION = "questions"
NOT_SURE = "toi-khong-ro"


def asked_portals():
    """Portals that take questions, by name."""
    live = PortalPage._base_manager.filter(starts_section=SECTION, live=True).values("portal")
    return Portal.objects.placed().active().filter(pk__in=live).order_by("name")


def unit_choices(portals, own):
    """Choices of a list in groups: the portal one stands on first, then "not sure", then all others by group."""
    near = [(own.slug, own.placed_name)] if own in portals else []
    others = {}
    for portal in portals:
        if portal != own:
            others.setdefault(portal.group, []).append((portal.slug, portal.placed_name))
    groups = [(group.label, others[group.value]) for group in Group if group.value in others]
    return [*near, (NOT_SURE, _("Tôi không rõ – nhờ tỉnh chuyển giúp")), *groups]


def unit_named(portals, chosen):
    """The portal of a choice; "not sure" is the province's own. None if it takes no questions now."""
    if chosen == NOT_SURE:
        return provincial(portals)
    return next((portal for portal in portals if portal.slug == chosen), None)


def provincial(portals):
    return next((portal for portal in portals if portal.level == Level.PROVINCE), None)


def unit_for_reports(own):
    """Where wrong information on a page of `own` is told: there, or at the province if `own` takes no questions."""
    return own if takes_questions(own) else provincial(asked_portals())
