"""Propose, sign and withdraw a declaration that a section has nothing to publish. Each is one transaction and one
entry of the log; who may do it has been asked before (permissions.py).
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.pages.models import PortalPage
from cms.pages.section_states import FILLED, section_states
from cms.pages.sections import find_section
from tenants.audit import record

from .models import PROPOSED, SIGNED, WITHDRAWN, NilDeclaration
from .periods import LONGEST
from .queries import overlapping
from .signing import signature_of


class NotDeclared(Exception):
    """Nothing can be declared here; the message says why, in the reader's language."""


@transaction.atomic
def propose(portal, section, *, first, last, reason="", by, now):
    """Propose that a section has nothing from one local day to another, both included. Raises NotDeclared."""
    _lock(portal, section)
    _check_days(first, last, today=timezone.localdate(now))
    _check_section(portal, section, day=timezone.localdate(now))
    if standing := overlapping(portal, section, first, last).first():
        days = {"first": f"{standing.from_date:%d/%m/%Y}", "last": f"{standing.to_date:%d/%m/%Y}"}
        raise NotDeclared(_("Đã có khai báo cho thời gian từ %(first)s đến %(last)s.") % days)
    declaration = NilDeclaration.objects.create(
        portal=portal,
        section=section,
        from_date=first,
        to_date=last,
        reason=reason,
        proposed_by=by,
        proposed_at=now,
    )
    _note(PROPOSED, declaration, by=by, now=now)
    return declaration


@transaction.atomic
def sign(declaration_id, *, portal, by, now):
    """The head signs: from now on citizens read it, under the name and title of today. Raises NotDeclared.

    Raises NilDeclaration.DoesNotExist for one that is not the portal's.
    """
    declaration = _locked(declaration_id, portal)
    today = timezone.localdate(now)
    if declaration.withdrawn_at or declaration.signed_at:
        raise NotDeclared(_("Khai báo này đã được ký hoặc đã rút, không ký lại được."))
    if declaration.to_date < today:
        raise NotDeclared(_("Thời gian của khai báo này đã qua."))
    _check_section(portal, declaration.section, day=today)
    declaration.signed_by, declaration.signed_at = by, now
    signature = signature_of(by, portal, day=today)
    declaration.signer_name, declaration.signer_title = signature.name, signature.title
    declaration.save(update_fields=["signed_by", "signed_at", "signer_name", "signer_title"])
    _note(SIGNED, declaration, by=by, now=now)
    return declaration


@transaction.atomic
def withdraw(declaration_id, *, portal, by, now):
    """Citizens read it no more, and another one can be made. Raises NotDeclared, NilDeclaration.DoesNotExist."""
    declaration = _locked(declaration_id, portal)
    if declaration.withdrawn_at:
        raise NotDeclared(_("Khai báo này đã được rút từ trước."))
    declaration.withdrawn_at = now
    declaration.save(update_fields=["withdrawn_at"])
    _note(WITHDRAWN, declaration, by=by, now=now)
    return declaration


def _lock(portal, section):
    """Two who declare for one section do it one after the other."""
    page = PortalPage.objects.select_for_update().filter(portal=portal, starts_section=section).first()
    definition = find_section(section)
    if page is None or definition is None or not definition.nil_allowed:
        raise NotDeclared(_("Chuyên mục này không khai báo không phát sinh được."))


def _locked(declaration_id, portal):
    return NilDeclaration.objects.select_for_update().get(pk=declaration_id, portal=portal)


def _check_days(first, last, *, today):
    if last < first:
        raise NotDeclared(_("Ngày cuối phải sau ngày đầu."))
    if last < today:
        raise NotDeclared(_("Thời gian này đã qua: hãy chọn thời gian gồm cả hôm nay hoặc sau đó."))
    if last - first > LONGEST:
        raise NotDeclared(_("Một khai báo dài nhất một năm: hãy chọn thời gian ngắn hơn."))


def _check_section(portal, section, *, day):
    state = next(state for state in section_states(portal, day=day) if state.code == section)
    if state.state == FILLED:
        title = {"section": find_section(section).title}
        raise NotDeclared(_("Chuyên mục “%(section)s” đang có nội dung, không khai báo được.") % title)


def _note(action, declaration, *, by, now):
    days = f"{declaration.from_date:%d/%m/%Y} - {declaration.to_date:%d/%m/%Y}"
    section = find_section(declaration.section)
    target = (declaration._meta.label_lower, declaration.pk, section.title_vi if section else declaration.section)
    record(action, portal=declaration.portal_id, by=by, now=now, target=target, detail={"what": days})
