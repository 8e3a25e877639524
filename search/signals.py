"""What changes what can be found. The words are written in the same transaction as their cause; those of questions
right after it, for a case must never fail for a search, and those of the register too: who brings in a hundred people
waits for their pages once.
"""

from functools import partial

from asgiref.local import Local
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from cms.pages.models import Person, PortalPage, Post, Unit
from cms.pages.models.content import REGISTER_KINDS
from cms.questions.signals import question_changed, questions_imported
from tenants.scoping import platform_scope
from tenants.signals import portal_state_changed

from . import questions
from .indexing import refresh, refresh_below, reindex

AT_ONCE = 500  # questions of an import whose entries are brought into line together
_waiting = Local()  # .portals: those whose register changed in the transaction under way


def _with_section(page):
    """The page and the page its section starts at: what happens below decides whether a section holds anything."""
    starts = PortalPage.objects.filter(portal=page.portal_id, starts_section=page.section).exclude(starts_section="")
    return [page.pk, *starts.values_list("pk", flat=True)]


@receiver([page_published, page_unpublished])
def follow_published_page(sender, instance, **kwargs):
    refresh(_with_section(instance))


@receiver(post_page_move)
def follow_moved_page(sender, instance, parent_page_before, parent_page_after, **kwargs):
    refresh_below(instance.pk)
    refresh([*_with_section(parent_page_before), *_with_section(parent_page_after)])


@receiver(post_delete, sender=PortalPage)
def forget_deleted_page(sender, instance, **kwargs):
    refresh(_with_section(instance))


@receiver([post_save, post_delete], sender=PageViewRestriction)
def follow_restriction(sender, instance, **kwargs):
    refresh_below(instance.page_id)
    for page in PortalPage.objects.filter(pk=instance.page_id):  # it may be on its way out itself
        refresh(_with_section(page))


@receiver([post_save, post_delete], sender=Post)
@receiver(post_save, sender=Person)
@receiver(post_save, sender=Unit)
def follow_register(sender, instance, **kwargs):
    """Somebody takes or leaves a post or is named otherwise: the register's pages tell other names, or none."""
    _waiting.portals = {*getattr(_waiting, "portals", ()), instance.portal_id}
    transaction.on_commit(partial(_take_in_register, instance.portal_id), robust=True)


def _take_in_register(portal_id):
    """Each change calls it after the commit; the first call of a portal does the work of all."""
    if portal_id in _waiting.portals:
        _waiting.portals.remove(portal_id)
        with platform_scope():  # whatever the scope at the commit is
            pages = PortalPage.objects.filter(portal=portal_id, starts_section__in=REGISTER_KINDS)
            refresh(pages.values_list("pk", flat=True))


@receiver(question_changed)
def follow_question(sender, question, **kwargs):
    """It follows every verb, after its transaction: what is shown is looked at again, whatever was done.

    Whether the section holds anything changes with it, where the case is and where its answer was signed.
    """
    if questions.refresh([question.pk]):
        units = [question.portal_id, question.answered_by_id]
        starts = PortalPage.objects.filter(portal__in=units, starts_section=questions.SECTION)
        refresh(starts.values_list("pk", flat=True))


@receiver(questions_imported)
def follow_import(sender, numbers, **kwargs):
    """Many at once, and the sections that hold something now."""
    changed = [questions.refresh(numbers[start : start + AT_ONCE]) for start in range(0, len(numbers), AT_ONCE)]
    if any(changed):
        refresh(PortalPage.objects.filter(starts_section=questions.SECTION).values_list("pk", flat=True))


@receiver(portal_state_changed)
def follow_portal_state(sender, portal, **kwargs):
    reindex([portal.pk])
