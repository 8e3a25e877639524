"""What makes a document itself: number, issuer and day of issue, once in a portal among what is live."""

import hashlib

from django.apps import apps
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.pages.answering import answered_request
from cms.pages.partial_dates import Precision

from .issuers import folded, issuer_slug
from .numbers import identity_key, number_pattern
from .order import acted_upon, order_doubts

DERIVED = ("force", "issuer_slug", "unique_key")
UNDATED = gettext_lazy(
    "Chưa rõ ngày có hiệu lực, nên văn bản bị thay thế, bãi bỏ hay sửa đổi vẫn được ghi như cũ. Hãy điền ngày này."
)
LONGEST = 400  # characters that a key may have in readable form


class DuplicateDocument(PermissionDenied):
    """Another live document of the portal has the same number, issuer and day of issue."""


def unique_key(page, portal_id):
    """None unless all three are known, the date to the day."""
    number, issuer = identity_key(page.number), folded(page.issuer)
    if not (number and issuer and page.issue_date and page.issue_precision == Precision.DAY and portal_id):
        return None
    key = f"{number}|{issuer}|{page.issue_date:%Y-%m-%d}"
    if len(key) > LONGEST:
        key = hashlib.sha256(key.encode()).hexdigest()
    return f"{key}|{portal_id}"


def twin_of(page, portal_id):
    """The live document that this one would be a second copy of, or None."""
    key = unique_key(page, portal_id)
    documents = apps.get_model("pages.LegalDocumentPage")._base_manager
    return documents.filter(unique_key=key).exclude(pk=page.pk).first() if key else None


def possible_twin(page):
    """A live document of the portal with the same number that this one may be, as far as both are known; or None."""
    number = identity_key(page.number)
    if not number or not page.portal_id or page.alias_of_id:
        return None
    documents = apps.get_model("pages.LegalDocumentPage")._base_manager.filter(portal=page.portal_id, live=True)
    alike = documents.filter(alias_of__isnull=True).exclude(pk=page.pk)
    if pattern := number_pattern(page.number):
        alike = alike.filter(number__iregex=pattern)
    return next((o for o in alike if identity_key(o.number) == number and _may_be_one(page, o)), None)


def _may_be_one(page, other):
    """Nothing that is known of both tells them apart, and something is not known."""
    pairs = [(folded(page.issuer), folded(other.issuer)), (_issued(page), _issued(other))]
    return all(mine == its for mine, its in pairs if mine and its) and not all(mine and its for mine, its in pairs)


def _issued(page):
    return page.issue_date if page.issue_precision == Precision.DAY else None


def refuse(page):
    """Say why, to whoever waits for an answer, and raise DuplicateDocument."""
    text = _(
        "Cổng đã đăng một văn bản có cùng số, ký hiệu, cơ quan và ngày ban hành: “%(title)s” không được đăng."
    ) % {"title": page.title}
    request = answered_request()
    if request is not None and hasattr(request, "_messages"):
        messages.error(request, text)
    raise DuplicateDocument(text)


class DocumentIdentity:
    """Mixed into the document page: what is derived follows from the row and never from a revision."""

    def save(self, clean=True, **kwargs):
        if not self.live and "live_revision" in (kwargs.get("update_fields") or []):
            # Wagtail's copy believes that it kept this one live; `_become_draft` knows better
            self.live_revision = self.first_published_at = self.last_published_at = None
        try:
            with transaction.atomic():
                return super().save(clean=clean, **kwargs)
        except IntegrityError as error:  # two publish at the same moment
            if "unique_key" not in str(error):
                raise
        return refuse(self)

    def doubts(self):
        order = [] if self.alias_of_id else order_doubts(self, acted_upon([self]))
        return [*self._twin_doubt(), *self._day_doubt(), *order]

    def _twin_doubt(self):
        other = possible_twin(self)
        if other is None:
            return
        text = _("Cổng đã đăng một văn bản có cùng số, ký hiệu: “%(title)s”. Hãy xem có phải cùng một văn bản không.")
        yield text % {"title": other.title}

    def _day_doubt(self):
        is_known = self.effective_precision != Precision.UNKNOWN
        if not is_known and not self.alias_of_id and any(row.changes_force for row in self.relations.all()):
            yield UNDATED

    def _take_place(self, kwargs):
        moved = super()._take_place(kwargs)
        if kwargs.get("update_fields") is None:
            self._identify()
        return moved

    def _identify(self):
        """Raises DuplicateDocument; only a copy, which nobody asked to publish twice, becomes a draft."""
        own = self.portal.slug if self.portal_id else ""
        self.issuer_slug = issuer_slug(self.issuer, own=own)
        is_counted = self.live and not self.alias_of_id  # an alias is the same document at a second address
        if is_counted and twin_of(self, self.portal_id) is not None:
            if not self._state.adding:
                refuse(self)
            self._become_draft()
        self.unique_key = unique_key(self, self.portal_id) if is_counted and self.live else None

    def _become_draft(self):
        self.live, self.has_unpublished_changes = False, True
        self.live_revision = self.first_published_at = self.last_published_at = None

    def with_content_json(self, content):
        page = super().with_content_json(content)
        for name in DERIVED:
            setattr(page, name, getattr(self, name))
        return page
